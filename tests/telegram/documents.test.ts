import { describe, expect, it } from 'vitest';

import type { Library } from '../../src/telegram/parts.ts';
import { libraryOf, startBot, TITLES, WORDS } from './bot-harness.ts';

const LONG_ID = 'ڕاپۆرتی-ساڵانە-'.repeat(6);
const STATEMENT = { id: 'statement', title: TITLES, date: '2021-04-07' };
const REPORT = { id: LONG_ID, title: { ckb: 'ڕاپۆرت', en: 'Report' }, date: null };

function documents(): ReturnType<Library['documents']> {
  return [STATEMENT, REPORT];
}

/** The buttons of a message that was sent: their texts and data. */
function buttonsOf(payload: Readonly<Record<string, unknown>>): [string, string][] {
  const found: [string, string][] = [];
  JSON.stringify(payload['reply_markup'] ?? null, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'callback_data' in value && 'text' in value)
      found.push([String(value.text), String(value.callback_data)]);
    return value;
  });
  return found;
}

describe('/documents', () => {
  it('offers each document with its date, and all of them, in data that Telegram takes', async () => {
    const { server } = await startBot({ library: libraryOf({ documents }) });
    server.userSends('/documents');
    const { payload } = await server.nextCall('sendMessage');
    expect(payload['text']).toContain(`${TITLES.ckb} (٧ی نیسانی ٢٠٢١)`);
    expect(payload['text']).toContain(WORDS.ckb.text('bot-documents-ask'));
    const buttons = buttonsOf(payload);
    expect(buttons.map(([text]) => text)).toEqual([
      `٧ی نیسانی ٢٠٢١ · ${TITLES.ckb}`,
      'ڕاپۆرت',
      `✓ ${WORDS.ckb.text('bot-documents-button-all')}`,
    ]);
    for (const [, data] of buttons) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  });

  it('asks the tapped one alone, for that reader, until all are tapped', async () => {
    const { server, answerer, nextText } = await startBot({ library: libraryOf({ documents }) });
    answerer.on('کێ؟');
    server.userSends('/documents');
    const [, report, all] = buttonsOf((await server.nextCall('sendMessage')).payload);
    server.userTaps(report?.[1] ?? '');
    const edited = await server.nextCall('editMessageText');
    expect(edited.payload['text']).toBe(WORDS.ckb.text('bot-document-chosen', { title: 'ڕاپۆرت' }));
    server.userSends('کێ؟');
    await nextText();
    server.userSends('کێ؟', { from: 8 });
    await nextText();
    server.userTaps(all?.[1] ?? '');
    await server.nextCall('editMessageText');
    server.userSends('کێ؟');
    await nextText();
    expect(answerer.asked.map(({ document }) => document)).toEqual([LONG_ID, undefined, undefined]);
  });

  it.each([
    ['/documents statement', 'bot-document-chosen'],
    ['/documents  ALL ', 'bot-documents-chosen-all'],
    ['/documents nowhere', 'bot-document-unknown'],
    ['/documents constructor', 'bot-document-unknown'],
  ])('takes an id: %s', async (text, key) => {
    const { server, nextText } = await startBot({ library: libraryOf({ documents }) });
    server.userSends(text, { languageCode: 'en' });
    expect(await nextText()).toBe(WORDS.en.text(key, { title: TITLES.en }));
  });

  it('says so where there are none', async () => {
    const { server, nextText } = await startBot({ library: libraryOf({ documents: () => [] }) });
    server.userSends('/documents');
    expect(await nextText()).toBe(WORDS.ckb.text('bot-no-documents'));
  });

  it('forgets a document that is no longer served, and says so once', async () => {
    let served = documents();
    const { server, answerer, nextText } = await startBot({
      library: libraryOf({ documents: () => served }),
    });
    answerer.on('کێ؟');
    server.userSends('/documents statement');
    await nextText();
    served = [REPORT];
    const gone = WORDS.ckb.text('bot-document-gone');
    server.userSends('کێ؟');
    expect(await nextText()).toContain(gone);
    server.userSends('کێ؟');
    expect(await nextText()).not.toContain(gone);
    expect(answerer.asked.map(({ document }) => document)).toEqual([undefined, undefined]);
  });

  it.each(['document:0123456789abcdef', 'document:__proto__', 'document:'])(
    'has a polite word for a forged or old button: %s',
    async (data) => {
      const { server } = await startBot({ library: libraryOf({ documents }) });
      server.userTaps(data);
      const { payload } = await server.nextCall('answerCallbackQuery');
      expect(payload['text']).toBe(WORDS.ckb.text('bot-button-unknown'));
    },
  );
});
