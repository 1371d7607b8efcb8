import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { ShownMessage } from '../support/bot-api/chats.ts';
import { WORDS } from './bot-harness.ts';
import { spansOf, startRealBot } from './real-bot.ts';
import type { RealBot } from './real-bot.ts';

const QUESTION = 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟';
const ckb = (key: string): string => WORDS.ckb.text(key);

interface Scene {
  readonly bot: RealBot;
  /** Changes the document, and lets an administrator re-index. */
  readonly rewrite: (change: (text: string) => string) => Promise<void>;
}

/** The statement in Sorani alone, in a folder that a test may change. */
async function scene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'pirsyar-reindexing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'statement.ckb.txt');
  for (const name of ['statement.ckb.txt', 'statement.json']) {
    copyFileSync(join('data/documents', name), join(folder, name));
  }
  const bot = await startRealBot({ adminIds: [7] }, folder);
  return {
    bot,
    async rewrite(change) {
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      bot.server.userSends('/reindex');
      expect((await bot.next()).text).toBe(ckb('release-working'));
      expect((await bot.next('editMessageText')).text).toContain('گۆڕدراو: \u2068١\u2069');
      await saying(bot, (text) => text.startsWith('ئەوەی گۆڕاوە'));
    },
  };
}

/** An answer, its quote, and the payload of its source. */
async function answered(
  { server, next }: RealBot,
  question: string,
): Promise<{ answer: ShownMessage; quote: string; address: string }> {
  server.userSends(question);
  const answer = await next();
  const link = answer.entities?.find((entity) => entity.type === 'text_link');
  const address = link?.type === 'text_link' ? new URL(link.url).searchParams.get('start') : null;
  return {
    answer,
    quote: spansOf(answer, 'expandable_blockquote')[0] ?? '',
    address: address ?? '',
  };
}

async function opened({ server, next }: RealBot, address: string): Promise<ShownMessage> {
  server.userSends(`/start ${address}`);
  return next();
}

/** The message that says something; waits for it, in whichever order it comes with others. */
async function saying(
  { server, next }: RealBot,
  says: (text: string) => boolean,
): Promise<ShownMessage> {
  for (;;) {
    const said = server.messagesIn(7).find(({ text = '' }) => says(text));
    if (said !== undefined) return said;
    await next();
  }
}

describe('after a re-index', () => {
  it('a sentence that stayed keeps its address, wherever it stands now, and its answer the other language', async () => {
    const { bot, rewrite } = await scene();
    const { answer, quote, address } = await answered(bot, QUESTION);
    await rewrite(
      (text) => `پێشەکییەکی نوێ بۆ ڕاگەیێندراوەکە.\n\n${text.replace('تویتێکدا', 'نامەیەکدا')}`,
    );
    const page = await opened(bot, address);
    expect(spansOf(page, 'bold')).toContain(quote);
    bot.server.userTaps({ button: 'In English' }, { message: answer.message_id });
    expect((await bot.next('editMessageText')).message_id).toBe(answer.message_id);
  });

  it('a sentence that changed shows what changed, at its address and below its answer', async () => {
    const { bot, rewrite } = await scene();
    const { answer, quote, address } = await answered(bot, QUESTION);
    const [word = ''] = /سەرۆکایەتیی/u.exec(quote) ?? [];
    expect(word).not.toBe('');
    await rewrite((text) => text.replace(quote, quote.replace(word, 'ڕابەرایەتیی')));
    const shown = await opened(bot, address);
    expect(spansOf(shown, 'strikethrough')).toEqual([word]);
    expect(spansOf(shown, 'bold')).toEqual(['ڕابەرایەتیی']);
    bot.server.userTaps({ button: ckb('bot-button-context') }, { message: answer.message_id });
    const below = await bot.next();
    expect(below.text).toBe(shown.text);
    bot.server.userTaps({ button: ckb('bot-button-context') }, { message: below.message_id });
    expect(spansOf(await bot.next(), 'bold').join('')).toContain('ڕابەرایەتیی');
  });

  it('who follows is told of a sentence that changed, and can ask again', async () => {
    const { bot, rewrite } = await scene();
    const { quote, address } = await answered(bot, QUESTION);
    bot.server.userSends('/follow');
    await bot.next();
    await rewrite((text) => text.replace(quote, quote.replace('سەرۆکایەتیی', 'ڕابەرایەتیی')));
    const told = await saying(bot, (text) => text.includes(ckb('follow-notice')));
    expect(spansOf(told, 'strikethrough')).toEqual(['سەرۆکایەتیی']);
    expect(JSON.stringify(told.entities)).toContain(address);
    bot.server.userTaps({ button: ckb('follow-button-again') }, { message: told.message_id });
    await saying(bot, (text) => text.includes('ڕابەرایەتیی') && text.startsWith('پرسیار:'));
  });

  it('a sentence that was taken out is shown as it was', async () => {
    const { bot, rewrite } = await scene();
    const { quote, address } = await answered(bot, QUESTION);
    await rewrite((text) => text.replace(quote, ''));
    const shown = await opened(bot, address);
    expect(spansOf(shown, 'blockquote')).toEqual([quote]);
    expect(shown.text).toContain('چیتر لە');
  });
});
