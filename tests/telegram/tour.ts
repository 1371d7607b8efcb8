import type { Messages } from '../../src/messages.ts';
import { answerData } from '../../src/telegram/answer-keyboard.ts';
import type { BotParts } from '../../src/telegram/parts.ts';
import { ADMIN_TOUR } from './admin-tour.ts';
import { ADMIN, idOf, keptLog, libraryOf, startBot, temporaryMemory } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { DOCUMENTS_TOUR } from './documents-tour.ts';
import { answer, citation, held } from './fake-answerer.ts';
import { pagedLibrary } from './fake-library.ts';
import type { FakeDocument } from './fake-library.ts';
import { check } from './fake-quote-checker.ts';
import { RELEASES_TOUR } from './releases-tour.ts';

// All words of documents, questions and answers are digits here, so that a letter can only be one of ours.
const SENTENCES = { aaaaaaaaaaaaaaaa: '10', bbbbbbbbbbbbbbbb: '20', cccccccccccccccc: '30' };
const [FIRST, SECOND, THIRD] = Object.keys(SENTENCES);
const GROUP = { chat: -5 };

function documents(count: number): FakeDocument[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    title: { ckb: `7${index}`, en: `8${index}` },
    date: null,
    pages: Object.entries(SENTENCES).map(([id, text]) => ({ [`${id}${index}`]: text })),
  }));
}

const CITATION = citation({ document: '0', sentence: `${SECOND}0`, quote: '20', rendition: null });
const ANSWER = answer({ answer: '40 [1]', citations: [CITATION] });
const REFUSAL = answer({
  status: 'not-in-document',
  answer: '50',
  citations: [1, 2].map(() => ({ ...CITATION, marker: 0 })),
});
const LONG = `${'6 '.repeat(300)}6`;

/** A bot of these words. */
async function bot(words: Messages, changes: Partial<BotParts> = {}): Promise<Harness> {
  const library = pagedLibrary(() => documents(32), { examples: () => ['1', '2', '3'] });
  const started = await startBot({
    messages: { ckb: words, en: words },
    library,
    suggester: { suggest: async () => ['9'] },
    note: () => '70',
    ...changes,
  });
  started.answerer.on('1', ANSWER).on('4', REFUSAL).on('5', new Error('broken')).on('9', ANSWER);
  started.quotes.on('1', check({ citation: CITATION })).on('broken', new Error('broken'));
  started.quotes.on(LONG, check({ verdict: 'not-in-document', citation: null }));
  return started;
}

/** Says something, and waits for as many messages; the id of the last. */
async function say(
  { server }: Harness,
  text: string,
  where: Parameters<Harness['server']['userSends']>[1] = {},
  messages = 1,
): Promise<number> {
  server.userSends(text, where);
  let last = 0;
  for (let left = messages; left > 0; left -= 1) last = idOf(await server.nextCall('sendMessage'));
  return last;
}

/** Taps data, and waits until the tap is acknowledged. */
async function tap({ server }: Harness, data: string, message?: number): Promise<void> {
  server.userTaps(data, message === undefined ? {} : { message });
  await server.nextCall('answerCallbackQuery');
}

async function commands(words: Messages): Promise<Harness> {
  const here = await bot(words, { asksModel: true });
  for (const text of [
    '/start',
    '/help',
    '/new',
    '/privacy',
    '/documents',
    '/documents 0',
    '/documents all',
    '/documents x',
    '/language x',
    '/check',
    '/check 1',
    '/check broken',
    '/read',
    '/unknown',
    '/reindex',
    '/start s_dddddddddddddddd',
    '/start inline',
    '!',
    '@pirsyar_bot',
    LONG,
  ]) {
    await say(here, text);
  }
  await say(here, '/help', { from: ADMIN });
  for (const choice of ['ckb', 'en', 'auto'] as const) {
    const asks = await say(here, '/language');
    await tap(here, `language:${choice}`, asks);
  }
  for (const kind of ['photo', 'video', 'sticker', 'voice', 'document', 'location']) {
    await say(here, '', { content: { [kind]: {} } });
  }
  await tap(here, 'forged');
  await say(here, '/forget');
  return here;
}

async function answers(words: Messages): Promise<Harness> {
  const here = await bot(words);
  const { memory } = here;
  const answered = await say(here, '1');
  await say(here, '5');
  const refused = await say(here, '4');
  for (const message of [answered, refused]) {
    const id = memory.answers.inMessage(7, message)?.id ?? 0;
    await tap(here, answerData(id, 'context', 0), message);
    await here.server.nextCall('sendMessage');
    await tap(here, answerData(id, 'vote', 'up'), message);
    await tap(here, answerData(id, 'vote', 'down'), message);
    const why = idOf(await here.server.nextCall('sendMessage'));
    await tap(here, answerData(id, 'reason', 'unclear'), why);
    await tap(here, answerData(id, 'suggestion', 0), message);
    await here.server.nextCall('sendMessage');
  }
  here.answerer.on('1', { ...ANSWER, language: 'en' });
  const id = memory.answers.inMessage(7, answered)?.id ?? 0;
  await tap(here, answerData(id, 'language', 'en'), answered);
  await here.server.nextCall('editMessageText');
  await tap(here, answerData(1, 'context', 0), answered);
  memory.readers.chooseDocument(7, 'gone');
  await say(here, '1');
  const page = await say(here, '/read 1');
  await tap(here, `p:${FIRST}1:+1`, page);
  await here.server.nextCall('editMessageText');
  await tap(here, `p:${FIRST}1:-1`, page);
  await tap(here, `p:${THIRD}1:+1`, page);
  return here;
}

async function former(words: Messages): Promise<Harness> {
  const parts = [{ kind: 'removed', text: '99' } as const, { kind: 'added', text: '20' } as const];
  const find = ({ text }: { text: string }): ReturnType<BotParts['library']['changes']['find']> =>
    text === '99' ? { sentence: `${SECOND}0`, text: '20', parts } : null;
  const library = pagedLibrary(() => documents(1), { changes: { find } });
  const here = await bot(words, { library });
  here.memory.sentences.add([
    { id: 'eeeeeeeeeeeeeeee', document: '0', text: '99', rendition: null },
    { id: 'ffffffffffffffff', document: '0', text: '98', rendition: '97' },
  ]);
  await say(here, '/start s_eeeeeeeeeeeeeeee');
  await say(here, '/start s_ffffffffffffffff', { languageCode: 'en' });
  return here;
}

async function elsewhere(words: Messages): Promise<Harness> {
  const here = await bot(words, {
    finder: { find: async (text) => (text === '1' ? [CITATION] : []) },
    rateLimits: { perReader: 9, perGroup: 1 },
  });
  for (const query of ['', '1', '2']) {
    here.server.userQueriesInline(query);
    await here.server.nextCall('answerInlineQuery');
  }
  for (const text of ['@pirsyar_bot 1', '@pirsyar_bot', '@pirsyar_bot 1']) {
    here.server.userSummons(text);
    await here.server.nextCall('answerGuestQuery');
  }
  here.server.botIsAdded(-5);
  await here.server.nextCall('sendMessage');
  await say(here, '@pirsyar_bot 1', GROUP);
  await say(here, '@pirsyar_bot 1', GROUP);
  for (let count = 0; count < 8; count += 1) await say(here, '1');
  return here;
}

async function late(words: Messages): Promise<Harness> {
  const here = await bot(words, {
    library: libraryOf({ documents: () => [], examples: () => [] }),
  });
  await say(here, '/start');
  await here.handle.stop();
  here.server.userSends('1');
  here.clock.now += 3_600_000;
  await here.restart();
  await here.server.nextCall('sendMessage');
  return here;
}

async function stopped(words: Messages): Promise<Harness> {
  const here = await bot(words, { asksModel: true });
  here.answerer.writes('1', async () => {
    await here.server.nextCall('sendMessageDraft');
    here.server.userStopsDraft(7);
    return held<typeof ANSWER>().promise;
  });
  await say(here, '1');
  return here;
}

async function explained(words: Messages): Promise<Harness> {
  const gloss = [{ sorani: '60', english: '61' }];
  const rendition = { text: '62', start: 0, end: 2 };
  const explanation = { citation: { ...CITATION, rendition }, before: '63', after: '64', gloss };
  const memory = await temporaryMemory(keptLog().log);
  const here = await bot(words, {
    memory: { ...memory, readers: { ...memory.readers, forget: () => null } },
    explainer: {
      asksMeaning: () => true,
      explainQuote: async ({ quote }) => (quote === '20' ? explanation : null),
    },
  });
  const answered = await say(here, '1');
  await say(here, '2', { replyTo: answered });
  await say(here, '2', { replyTo: answered, languageCode: 'en' });
  await say(here, '2', { replyTo: await say(here, '/forget') });
  return here;
}

/** Bots that, in these words, have said whatever they may ever say. */
export async function wholeTour(words: Messages): Promise<Harness[]> {
  return Promise.all(
    [
      commands,
      answers,
      former,
      elsewhere,
      late,
      stopped,
      explained,
      ...DOCUMENTS_TOUR,
      ...RELEASES_TOUR,
      ...ADMIN_TOUR,
    ].map(async (part) => part(words)),
  );
}
