import { describe, expect, it } from 'vitest';

import { idOf, startBot, TITLES, WORDS } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { pagedLibrary } from './fake-library.ts';
import type { FakeDocument } from './fake-library.ts';

const ckb = (key: string, values = {}): string => WORDS.ckb.text(key, values);
const [PREVIOUS, NEXT] = [ckb('bot-button-previous'), ckb('bot-button-next')];

const STATEMENT: FakeDocument = {
  id: 'statement',
  title: TITLES,
  date: '2021-04-07',
  pages: [
    { 'first-sentence-0001': 'یەکەم.', 'second-sentence-001': 'دووەم.' },
    { 'third-sentence-0001': 'سێیەم.' },
    { 'fourth-sentence-001': 'چوارەم.' },
  ],
  renditions: { 'first-sentence-0001': 'First.', 'third-sentence-0001': 'Third.' },
};
const REPORT: FakeDocument = {
  id: 'ڕاپۆرت',
  title: { ckb: 'ڕاپۆرتی <ساڵانە> & "نوێ"', en: 'The <annual> & "new" report' },
  date: null,
  pages: [{ 'report-sentence-0001': 'ڕاپۆرت.' }],
};

/** Sends a command, and gives the next message that the bot sends. */
async function said(
  { server }: Harness,
  text: string,
  languageCode = 'ku',
): Promise<{ id: number; text: string; buttons: string[] }> {
  server.userSends(text, { languageCode });
  return shownBy(await server.nextCall('sendMessage'));
}

function shownBy(call: Awaited<ReturnType<Harness['server']['nextCall']>>): {
  id: number;
  text: string;
  buttons: string[];
} {
  const buttons: string[] = [];
  JSON.stringify(call.payload['reply_markup'] ?? null, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'text' in value)
      buttons.push(String(value.text));
    return value;
  });
  return { id: idOf(call), text: String(call.payload['text']), buttons };
}

/** Turns a page, and gives how it then stands. */
async function turned(
  { server }: Harness,
  message: number,
  button: string,
): Promise<ReturnType<typeof shownBy>> {
  server.userTaps({ button }, { message });
  return shownBy(await server.nextCall('editMessageText'));
}

function head(number: number, count: number, title: string = TITLES.ckb): string {
  return `${ckb('bot-source-nearest', { title })}\n${ckb('bot-page', { number, count })}`;
}

describe('/read', () => {
  it('opens the only document at its beginning, and turns to its end and back in one message', async () => {
    const bot = await startBot({ library: pagedLibrary(() => [STATEMENT]) });
    const first = await said(bot, '/read');
    expect(first).toMatchObject({
      text: `${head(1, 3)}\n\nیەکەم. دووەم.`,
      buttons: [NEXT],
    });
    const second = await turned(bot, first.id, NEXT);
    expect(second).toEqual({
      id: first.id,
      text: `${head(2, 3)}\n\nسێیەم.`,
      buttons: [PREVIOUS, NEXT],
    });
    const third = await turned(bot, first.id, NEXT);
    expect(third).toEqual({ id: first.id, text: `${head(3, 3)}\n\nچوارەم.`, buttons: [PREVIOUS] });
    expect(await turned(bot, first.id, PREVIOUS)).toEqual(second);
    expect(await turned(bot, first.id, PREVIOUS)).toEqual(first);
  });

  it('shows English beside a page only where all of it has been rendered', async () => {
    const bot = await startBot({ library: pagedLibrary(() => [STATEMENT]) });
    const first = await said(bot, '/read', 'en');
    expect(first.text).toBe(
      'Joint statement\nPassage \u20681\u2069 of \u20683\u2069\n\nیەکەم. دووەم.',
    );
    bot.server.userTaps({ button: WORDS.en.text('bot-button-next') }, { languageCode: 'en' });
    const { payload } = await bot.server.nextCall('editMessageText');
    expect(payload['text']).toMatch(/\n\nThird\.\n\nسێیەم\.$/u);
  });

  it('asks which one where there are several, and takes an id', async () => {
    const bot = await startBot({ library: pagedLibrary(() => [STATEMENT, REPORT]) });
    const asks = await said(bot, '/read');
    expect(asks.text).toBe(ckb('bot-read-ask'));
    expect(asks.buttons).toEqual([`٧ی نیسانی ٢٠٢١ · ${TITLES.ckb}`, REPORT.title.ckb]);
    bot.server.userTaps({ button: REPORT.title.ckb }, { message: asks.id });
    const shown = shownBy(await bot.server.nextCall('sendMessage'));
    expect(shown.text).toBe(`${head(1, 1, REPORT.title.ckb)}\n\nڕاپۆرت.`);
    expect(shown.buttons).toEqual([]);
    expect((await said(bot, `/read ${REPORT.id}`)).text).toBe(shown.text);
    expect((await said(bot, '/read nowhere')).text).toBe(asks.text);
  });

  it('says so where there are none', async () => {
    const bot = await startBot({ library: pagedLibrary(() => []) });
    expect(await said(bot, '/read')).toMatchObject({ text: ckb('bot-no-documents'), buttons: [] });
  });

  it('has a word for what a forged button asks for', async () => {
    const bot = await startBot({ library: pagedLibrary(() => [STATEMENT]) });
    const { id: message } = await said(bot, '/read');
    const notice = async (data: string): Promise<unknown> => {
      bot.server.userTaps(data, { message });
      return (await bot.server.nextCall('answerCallbackQuery')).payload['text'];
    };
    expect(await notice('p:first-sentence-0001:-1')).toBe(ckb('bot-page-first'));
    expect(await notice('p:fourth-sentence-001:+1')).toBe(ckb('bot-page-last'));
    expect(await notice('p:first-sentence-0001:+2')).toBe(ckb('bot-button-unknown'));
    expect(await notice('p:first-sentence-0001:')).toBe(ckb('bot-button-unknown'));
    expect(await notice('read:0123456789abcdef')).toBe(ckb('bot-button-unknown'));
    expect(await notice('read:')).toBe(ckb('bot-button-unknown'));
  });
});

describe('a button of a page, after a re-index', () => {
  it('turns from where its sentence stands now', async () => {
    let pages = STATEMENT.pages;
    const bot = await startBot({ library: pagedLibrary(() => [{ ...STATEMENT, pages }]) });
    const { id } = await said(bot, '/read');
    pages = [{ 'new-sentence-0000001': 'نوێ.' }, ...pages];
    expect((await turned(bot, id, NEXT)).text).toBe(`${head(3, 4)}\n\nسێیەم.`);
  });

  it('whose sentence changed shows what changed, and leads on', async () => {
    let pages = STATEMENT.pages;
    const bot = await startBot({
      library: pagedLibrary(() => [{ ...STATEMENT, pages }], {
        changes: {
          find: () => ({
            sentence: 'third-sentence-0001',
            text: 'سێیەم.',
            parts: [
              { kind: 'removed', text: 'یەکەم' },
              { kind: 'added', text: 'سێیەم' },
              { kind: 'same', text: '.' },
            ],
          }),
        },
      }),
    });
    const { id } = await said(bot, '/read');
    const former = { id: 'first-sentence-0001', document: 'statement', text: 'یەکەم.' };
    bot.memory.sentences.add([{ ...former, rendition: null }]);
    pages = pages.slice(1);
    bot.server.userTaps({ button: NEXT }, { message: id });
    const shown = shownBy(await bot.server.nextCall('sendMessage'));
    expect(shown.text).toBe(`${ckb('bot-sentence-changed')}\n\nیەکەمسێیەم.`);
    bot.server.userTaps({ button: ckb('bot-button-context') }, { message: shown.id });
    const page = shownBy(await bot.server.nextCall('sendMessage'));
    expect(page.text).toBe(`${head(1, 2)}\n\nسێیەم.`);
  });

  it('whose document is gone says so kindly', async () => {
    let served = [STATEMENT, REPORT];
    const bot = await startBot({ library: pagedLibrary(() => served) });
    const { id } = await said(bot, '/read statement');
    served = [REPORT];
    bot.server.userTaps({ button: NEXT }, { message: id });
    expect(await bot.nextText()).toBe(ckb('bot-sentence-unknown'));
  });
});
