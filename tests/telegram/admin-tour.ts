import type { Messages } from '../../src/messages.ts';
import type { Releases } from '../../src/release/release.ts';
import { FAULTS } from '../support/bot-api/faults.ts';
import { ADMIN, idOf, libraryOf, startBot } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { fakeAdministration, fakeReleases } from './fake-administration.ts';
import { answer, citation } from './fake-answerer.ts';

// All words of documents, questions, names and answers are digits here, so that a letter can only be one of ours.
const SENTENCE = 'aaaaaaaaaaaaaaaa0';
const CITATION = citation({ document: '0', sentence: SENTENCE, quote: '20' });
const ANSWER = answer({ answer: '40 [1]', citations: [CITATION] });
const REFUSAL = { ...ANSWER, status: 'not-in-document', answer: '50' } as const;
const NEAR = { ...CITATION, marker: 0 };
const EDITOR = 8;
const USER = { id: EDITOR, is_bot: false, first_name: '8' };
const GROUP = -5;

/** What was done, in every kind, and in one that nobody knows. */
const ACTIONS =
  'add replace translate remove restore rename reindex reindex-held reindex-failed reindex-cancelled reindex-busy insist insist-failed rollback rollback-failed cancel promote demote export 1'.split(
    ' ',
  );

type Sending = Parameters<Harness['server']['userSends']>[1];

/** An owner says something, and hears as many messages. */
async function owner(here: Harness, text: string, where: Sending = {}, heard = 1): Promise<number> {
  return said(here, text, { from: ADMIN, ...where }, heard);
}

async function said(here: Harness, text: string, where: Sending = {}, heard = 1): Promise<number> {
  here.server.userSends(text, where);
  let last = 0;
  for (let left = heard; left > 0; left -= 1)
    last = idOf(await here.server.nextCall('sendMessage'));
  return last;
}

async function tap({ server }: Harness, data: string, message?: number): Promise<void> {
  server.userTaps(data, { from: ADMIN, ...(message === undefined ? {} : { message }) });
  await server.nextCall('answerCallbackQuery');
}

/** Everything about who looks after the documents, and what they did. */
async function roles(words: Messages): Promise<Harness> {
  const here = await startBot({ messages: { ckb: words, en: words } });
  const mention = (user: typeof USER): Sending => ({
    content: {
      text: '/promote 1',
      entities: [
        { type: 'bot_command', offset: 0, length: 8 },
        { type: 'text_mention', offset: 9, length: 1, user },
      ],
    },
  });
  await owner(here, '/audit');
  await owner(here, '/promote', {}, 2);
  for (const name of ['@1', '0', `${ADMIN}`]) await owner(here, `/promote ${name}`);
  for (const forwardedFrom of ['0', -77]) {
    const { message_id: replyTo } = here.server.userSends('!', { from: ADMIN, forwardedFrom });
    await here.server.nextCall('sendMessage');
    await owner(here, '/promote', { replyTo });
  }
  await owner(here, '', mention({ ...USER, is_bot: true }));
  // They have never written to the bot: the first message is refused.
  await owner(here, '', mention(USER), 2);
  await owner(here, '', mention(USER));
  await owner(here, '/privacy');
  for (const name of [ADMIN, 66]) await owner(here, `/demote ${name}`);
  await said(here, '1', { from: EDITOR });
  const list = await owner(here, '/demote');
  here.server.userTaps(`demote:${EDITOR}`, { from: ADMIN, message: list });
  for (const _ of [1, 2]) await here.server.nextCall('sendMessage');
  await here.server.nextCall('editMessageText');
  const { memory } = here;
  await here.restart({
    memory: { ...memory, editors: { ...memory.editors, add: () => false } },
  });
  await owner(here, '/promote 66');
  for (const action of ACTIONS) {
    const about = action === 'promote' ? EDITOR : null;
    memory.audit.record({ by: ADMIN, about, action, detail: '2', at: here.clock.now });
  }
  for (let count = 0; count < 8; count += 1) {
    memory.audit.record({
      by: null,
      about: null,
      action: 'demote',
      detail: '',
      at: here.clock.now,
    });
  }
  const page = await owner(here, '/audit');
  await tap(here, 'audit:1', page);
  await here.server.nextCall('editMessageText');
  return here;
}

const STAGES = ['reading', 'embedding', 'linking', 'writing', 'checking'] as const;

/** A re-index at a stage, or before it tells its first. */
function running(stage: (typeof STAGES)[number] | null): Releases['running'] {
  if (stage === null) return { by: null, since: 0, progress: null };
  const progress = { stage, done: 1, total: 2, perSecond: null, secondsLeft: null };
  return { by: '1', since: 0, progress };
}

/** Everything about how the bot is. */
async function status(words: Messages): Promise<Harness> {
  const here = await startBot({ messages: { ckb: words, en: words } });
  await owner(here, '/status');
  const vitals = {
    embedding: '1',
    passages: 7,
    memoryInMiB: 9,
    uptimeInSeconds: 90_000,
    errors: 0,
    costToday: 1,
  };
  for (const stage of [...STAGES, null]) {
    const releases = fakeReleases({ running: running(stage), list: async () => [] });
    await here.restart({
      administration: fakeAdministration({ releases, vitals: async () => vitals }),
    });
    await owner(here, '/status');
  }
  return here;
}

/** Everything about what readers need. */
async function reports(words: Messages): Promise<Harness> {
  const here = await startBot({ messages: { ckb: words, en: words } });
  await owner(here, '/gaps');
  for (const days of ['2023-11-01', '0', '2023-11-10 2023-11-01']) {
    await owner(here, `/export ${days}`);
  }
  const texts = { ckb: { ...REFUSAL, citations: [NEAR] } };
  const place = { chat: 7, thread: 0 };
  const kept = { reader: 7, place, questionMessage: 1, messages: [2], history: [], document: null };
  for (let count = 1; count <= 6; count += 1) {
    const question = String(count).repeat(count);
    here.memory.answers.add({
      ...kept,
      question,
      language: 'ckb',
      texts,
      suggestions: [],
      at: here.clock.now,
    });
  }
  const page = await owner(here, '/gaps');
  await tap(here, 'gaps:1', page);
  await here.server.nextCall('editMessageText');
  here.server.userSends('/export', { from: ADMIN });
  await here.server.nextCall('sendDocument');
  await owner(here, '/stats');
  await owner(here, '/help');
  return here;
}

/** Everything that readers who follow the documents are told. */
async function following(words: Messages): Promise<Harness> {
  const administration = fakeAdministration();
  let held: string | null = SENTENCE;
  const library = libraryOf({
    reader: { ...libraryOf().reader, has: (id) => id === held },
    changes: { find: () => (held === null ? null : { sentence: held, text: '30', parts: [] }) },
  });
  const here = await startBot({ messages: { ckb: words, en: words }, administration, library });
  await said(here, '/follow');
  await said(here, '/follow');
  for (const data of ['follow:off', 'follow:on']) {
    here.server.userTaps(data);
    await here.server.nextCall('sendMessage');
  }
  await said(here, '/follow', { chat: GROUP });
  const sender_chat = { id: GROUP, type: 'supergroup', title: '5' } as const;
  const entities = [{ type: 'bot_command' as const, offset: 0, length: 7 }];
  await said(here, '', { chat: GROUP, content: { text: '/follow', entities, sender_chat } });
  for (let count = 1; count <= 6; count += 1) {
    here.answerer.on(String(count), ANSWER);
    await said(here, String(count));
  }
  here.memory.sentences.add([{ id: SENTENCE, document: '0', text: '20', rendition: null }]);
  held = 'bbbbbbbbbbbbbbbb0';
  administration.swap();
  for (let told = 0; told < 6; told += 1) await here.server.nextCall('sendMessage');
  for (const count of ['1', '2']) await said(here, count);
  held = null;
  here.server.failNext('sendMessage', FAULTS.blocked);
  administration.swap();
  for (let told = 0; told < 2; told += 1) await here.server.nextCall('sendMessage');
  const { memory } = here;
  const followers = { ...memory.followers, follows: () => false };
  await here.restart({ memory: { ...memory, followers } });
  await said(here, '/follow');
  return here;
}

/** The parts of the tour that tell of admins and of those who follow the documents. */
export const ADMIN_TOUR = [roles, status, reports, following];
