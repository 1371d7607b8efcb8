import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { WORDS } from './bot-harness.ts';
import { buttonsOf, spansOf, startRealBot } from './real-bot.ts';

const SOURCE = readFileSync('data/documents/statement.ckb.txt', 'utf8');
const QUESTION = 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟';

describe('"what does this mean?"', () => {
  it('about a marked part of an answer shows it in its context, in English, and its words', async () => {
    const { server, next } = await startRealBot();
    server.userSends(QUESTION);
    const answer = await next();
    const marked = 'وەزیری دەرەوە';
    expect(answer.text).toContain(marked);
    server.userSends('ئەمە یانی چی؟', { replyTo: answer.message_id, quote: marked });
    const explained = await next();
    expect(explained.text).toContain(WORDS.ckb.text('bot-explain-in-text'));
    const [quote = ''] = spansOf(explained, 'expandable_blockquote');
    expect(quote).toContain(marked);
    expect(SOURCE).toContain(quote);
    expect(explained.text).toMatch(/foreign/iu);
    expect(buttonsOf(explained)).toEqual([[WORDS.ckb.text('bot-button-context')]]);
  });

  it('in English gives the sentence between its neighbours in English, and the Sorani', async () => {
    const { server, next } = await startRealBot();
    server.userSends('Who led the Iraqi delegation?', { languageCode: 'en' });
    const answer = await next();
    const [quote] = spansOf(answer, 'expandable_blockquote');
    server.userSends('What does this mean?', { replyTo: answer.message_id, languageCode: 'en' });
    const explained = await next();
    expect(spansOf(explained, 'bold').join('')).toContain('Fuad');
    expect(spansOf(explained, 'expandable_blockquote')).toEqual([quote]);
  });

  it('that points at nothing is a question like any other', async () => {
    const { server, next } = await startRealBot();
    server.userSends(QUESTION);
    await next();
    server.userSends('ئەمە یانی چی؟');
    expect((await next()).text).not.toContain(WORDS.ckb.text('bot-explain-in-text'));
  });

  it('about words of no document says so', async () => {
    const { server, next } = await startRealBot();
    server.userSends('/help');
    const help = await next();
    server.userSends('ئەمە یانی چی؟', {
      replyTo: help.message_id,
      quote: '• لە گرووپدا ناوم بهێنە',
    });
    expect((await next()).text).toBe(WORDS.ckb.text('bot-explain-unknown'));
  });
});
