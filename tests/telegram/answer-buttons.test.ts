import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { WORDS } from './bot-harness.ts';
import { buttonsOf, spansOf, startRealBot } from './real-bot.ts';

const SOURCE = readFileSync('data/documents/statement.ckb.txt', 'utf8');
const QUESTION = 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟';
const ckb = (key: string): string => WORDS.ckb.text(key);

describe('the buttons below an answer', () => {
  it('open the passage, turn its pages, and come to both ends of the document', async () => {
    const { server, next } = await startRealBot();
    server.userSends(QUESTION);
    const answer = await next();
    const [quote = ''] = spansOf(answer, 'expandable_blockquote');
    expect(SOURCE).toContain(quote);
    server.userTaps({ button: ckb('bot-button-context') }, { message: answer.message_id });
    const page = await next();
    expect(spansOf(page, 'bold').join('\n')).toContain(quote);
    expect(page.reply_to_message?.message_id).toBe(answer.message_id);
    let current = page;
    let turned = 0;
    while (buttonsOf(current).flat().includes(ckb('bot-button-next'))) {
      server.userTaps({ button: ckb('bot-button-next') }, { message: current.message_id });
      current = await next('editMessageText');
      turned += 1;
    }
    expect(turned).toBeGreaterThan(3);
    expect(SOURCE.trimEnd().endsWith(current.text?.trimEnd().slice(-30) ?? '?')).toBe(true);
    expect(buttonsOf(current)).toEqual([[ckb('bot-button-previous')]]);
  });

  it('give the same answer in the other language, and back', async () => {
    const { server, next } = await startRealBot();
    server.userSends(QUESTION);
    const sorani = await next();
    server.userTaps({ button: 'In English' }, { message: sorani.message_id });
    const english = await next('editMessageText');
    expect(english.message_id).toBe(sorani.message_id);
    expect(english.text).toContain('Fuad');
    expect(spansOf(english, 'expandable_blockquote')).toEqual(
      spansOf(sorani, 'expandable_blockquote'),
    );
    server.userTaps({ button: 'بە کوردی' }, { message: english.message_id });
    const again = await next('editMessageText');
    expect(again.text).toBe(sorani.text);
    expect(buttonsOf(again)).toEqual(buttonsOf(sorani));
  });

  it('work after a restart', async () => {
    const bot = await startRealBot();
    bot.server.userSends(QUESTION);
    const answer = await bot.next();
    await bot.restart();
    bot.server.userTaps({ button: ckb('bot-button-context') }, { message: answer.message_id });
    expect((await bot.next()).text).toContain('فوئاد حوسێن');
  });

  it('take a vote, and ask in one tap what was wrong', async () => {
    const { server, next } = await startRealBot();
    server.userSends(QUESTION);
    const answer = await next();
    server.userTaps({ button: '👍' }, { message: answer.message_id });
    expect((await server.nextCall('answerCallbackQuery')).payload['text']).toBe(
      ckb('bot-vote-thanks'),
    );
    server.userTaps({ button: '👎' }, { message: answer.message_id });
    const why = await next();
    expect(why.text).toBe(ckb('bot-vote-why'));
    server.userTaps({ button: ckb('bot-vote-incomplete') }, { message: why.message_id });
    const noted = await next('editMessageText');
    expect(noted.text).toBe(ckb('bot-vote-noted'));
    expect(buttonsOf(noted)).toEqual([]);
  });

  it('of another chat know nothing here', async () => {
    const { server, next } = await startRealBot();
    server.userSends(QUESTION);
    await next();
    server.userSends('/start', { from: 8 });
    await server.nextCall('sendMessage');
    server.userTaps('a:1:c0', { from: 8 });
    const { payload } = await server.nextCall('answerCallbackQuery');
    expect(payload['text']).toBe(ckb('bot-answer-gone'));
  });
});
