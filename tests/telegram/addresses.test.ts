import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { ArchivedSentence } from '../../src/telegram/memory.ts';
import type { ShownMessage } from '../support/bot-api/chats.ts';
import { WORDS } from './bot-harness.ts';
import { buttonsOf, spansOf, startRealBot } from './real-bot.ts';
import type { RealBot } from './real-bot.ts';

const SOURCE = readFileSync('data/documents/statement.ckb.txt', 'utf8');
const QUESTION = 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟';
const ckb = (key: string, values = {}): string => WORDS.ckb.text(key, values);
const en = (key: string, values = {}): string => WORDS.en.text(key, values);

/** Where the first link of a message leads, as what follows `/start `. */
function payloadOf({ entities = [] }: ShownMessage): string {
  const link = entities.find((entity) => entity.type === 'text_link');
  const url = new URL(link?.type === 'text_link' ? link.url : 'about:blank');
  expect(url.origin + url.pathname).toBe('https://t.me/pirsyar_bot');
  return url.searchParams.get('start') ?? '';
}

/** Opens an address as Telegram does, and gives what the bot shows. */
async function opened(bot: RealBot, payload: string, languageCode = 'ku'): Promise<ShownMessage> {
  bot.server.userSends(`/start ${payload}`, { languageCode });
  return bot.next();
}

/** A sentence that stands in the statement today. */
function sentenceOf(bot: RealBot): { id: string; text: string } {
  const page = bot.library.reader.page('statement', 3);
  const [{ id, start, end } = { id: '', start: 0, end: 0 }] = page?.sentences ?? [];
  return { id, text: page?.text.slice(start, end) ?? '' };
}

/** Remembers a sentence that a document held once. */
function archive(bot: RealBot, changes: Partial<ArchivedSentence>): string {
  const sentence = {
    id: 'former-sentence-000001',
    document: 'statement',
    text: 'هەرگیز',
    rendition: null,
    ...changes,
  };
  bot.memory.sentences.add([sentence]);
  return `s_${sentence.id}`;
}

describe('the address of a sentence', () => {
  it.each(['ku', 'en'])(
    'is the link of an answer’s source, and opens it in its context: %s',
    async (languageCode) => {
      const bot = await startRealBot();
      bot.server.userSends(QUESTION, { languageCode });
      const answer = await bot.next();
      const [quote = ''] = spansOf(answer, 'expandable_blockquote');
      const page = await opened(bot, payloadOf(answer), languageCode);
      expect(spansOf(page, 'bold')).toContain(quote);
      expect(SOURCE).toContain(quote);
      const words = languageCode === 'en' ? en : ckb;
      expect(buttonsOf(page)).toEqual([[words('bot-button-previous'), words('bot-button-next')]]);
    },
  );

  it('shows a reader of English the rendition first, and the Sorani below it', async () => {
    const bot = await startRealBot();
    const { id, text } = sentenceOf(bot);
    const page = await opened(bot, `s_${id}`, 'en');
    expect(page.text).toContain('Joint statement of the third round');
    expect(spansOf(page, 'expandable_blockquote')[0]).toContain(text);
    expect(spansOf(page, 'bold')).toHaveLength(3);
  });

  it('is the page’s own, too: its head leads back to it', async () => {
    const bot = await startRealBot();
    const first = await opened(bot, `s_${sentenceOf(bot).id}`);
    const again = await opened(bot, payloadOf(first));
    expect(again.text).toBe(first.text);
  });

  it('opens in a group', async () => {
    const bot = await startRealBot();
    const { id, text } = sentenceOf(bot);
    bot.server.userSends(`/start@pirsyar_bot s_${id}`, { chat: -5 });
    expect((await bot.next('sendMessage', -5)).text).toContain(text);
  });

  it('that nobody ever had says so', async () => {
    const bot = await startRealBot();
    for (const id of ['aaaaaaaaaaaaaaaaaaaaaa', '----------------', '_'.repeat(32)]) {
      expect((await opened(bot, `s_${id}`)).text).toBe(ckb('bot-sentence-unknown'));
      expect((await opened(bot, `s_${id}`, 'en')).text).toBe(en('bot-sentence-unknown'));
    }
  });

  it('looks like no other payload: those are greeted', async () => {
    const bot = await startRealBot();
    for (const payload of [
      's_',
      's_abc',
      `s_${'a'.repeat(33)}`,
      's_aaaaaaaaaaaaaaa\u200f\u202e',
      's_../../../etc/passwd',
      's_%00aaaaaaaaaaaaaaaaaa',
      's_ڕاگەیێندراوی_هاوبەش',
      'S_aaaaaaaaaaaaaaaaaaaaaa',
      'x s_aaaaaaaaaaaaaaaaaaaaaa',
      "'; drop table sentences; --",
      '__proto__',
    ]) {
      expect((await opened(bot, payload)).text).toContain(ckb('bot-greeting'));
    }
  });
});

describe('the address of a sentence that changed', () => {
  it('shows what was removed and what was added, and opens today’s', async () => {
    const bot = await startRealBot();
    const { text } = sentenceOf(bot);
    const words = text.split(' ');
    const former = [...words.slice(0, 2), 'بەڕاستی', ...words.slice(3)].join(' ');
    const shown = await opened(bot, archive(bot, { text: former }));
    const [head = '', body = ''] = shown.text?.split('\n\n') ?? [];
    expect(head).toBe(ckb('bot-sentence-changed'));
    const parts = (type: string): string[] => spansOf(shown, type);
    expect(parts('strikethrough')).toEqual(['بەڕاستی']);
    expect(parts('bold')).toEqual([words[2]]);
    const without = (removed: string[]): string =>
      removed.reduce((rest, part) => rest.replace(part, ''), body);
    expect(without(parts('bold'))).toBe(former);
    expect(without(parts('strikethrough'))).toBe(text);
    bot.server.userTaps({ button: ckb('bot-button-context') }, { message: shown.message_id });
    expect(spansOf(await bot.next(), 'bold')).toContain(text);
  });

  it('shows what it was, where nothing like it stands there any more', async () => {
    const bot = await startRealBot();
    const title = bot.library.documents()[0]?.title ?? { ckb: '', en: '' };
    const text = 'پشیلەکەی دراوسێکەمان دوێنێ لەسەر دیوارەکە خەوتبوو.';
    const address = archive(bot, { text, rendition: 'The cat slept on the wall.' });
    const sorani = await opened(bot, address);
    expect(sorani.text).toBe(`${ckb('bot-sentence-gone', { title: title.ckb })}\n\n${text}`);
    expect(spansOf(sorani, 'blockquote')).toEqual([text]);
    const english = await opened(bot, address, 'en');
    expect(english.text).toBe(
      `${en('bot-sentence-gone', { title: title.en })}\n\nThe cat slept on the wall.\n\n${text}`,
    );
    expect(buttonsOf(english)).toEqual([]);
  });

  it('says so where its whole document is gone', async () => {
    const bot = await startRealBot();
    const { text } = sentenceOf(bot);
    const shown = await opened(bot, archive(bot, { text, document: 'vanished' }));
    expect(shown.text).toBe(`${ckb('bot-sentence-gone', { title: 'vanished' })}\n\n${text}`);
  });

  it('stays good across a restart, and when all that is known of readers is deleted', async () => {
    const bot = await startRealBot();
    const address = archive(bot, { text: 'پشیلەکەی دراوسێکەمان خەوتبوو.' });
    const before = await opened(bot, address);
    bot.server.userSends('/forget');
    await bot.next();
    await bot.restart();
    expect((await opened(bot, address)).text).toBe(before.text);
  });
});
