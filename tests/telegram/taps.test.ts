import { describe, expect, it } from 'vitest';

import { answerData } from '../../src/telegram/answer-keyboard.ts';
import type { Vote } from '../../src/telegram/memory.ts';
import {
  idOf,
  keptLog,
  libraryOf,
  startBot,
  temporaryMemory,
  textsIn,
  TITLES,
  WORDS,
} from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { answer, citation, held, QUOTE } from './fake-answerer.ts';

const GROUP = { chat: -5 };
const ckb = (key: string): string => WORDS.ckb.text(key);
const ENGLISH = answer({ language: 'en', answer: 'It did. [1]' });

/** Asks, and gives the message of the answer and its number. */
async function asked(
  bot: Harness,
  text: string,
  where: { chat?: number; from?: number } = {},
): Promise<{ message: number; id: number }> {
  bot.server.userSends(text, where);
  const message = idOf(await bot.server.nextCall('sendMessage'));
  // What was sent is noted before the next message of its chat is looked at.
  bot.server.userSends('/help@pirsyar_bot', where);
  await bot.nextText();
  const record = bot.memory.answers.inMessage(where.chat ?? where.from ?? 7, message);
  return { message, id: record?.id ?? 0 };
}

/** What the reader is told who taps a button with such data. */
async function notice({ server }: Harness, data: string, where = {}): Promise<unknown> {
  server.userTaps(data, where);
  return (await server.nextCall('answerCallbackQuery')).payload['text'];
}

describe('forged data', () => {
  it('of an answer that never was gets a kind word, whatever it asks for', async () => {
    const bot = await startBot();
    bot.server.userSends('/start');
    await bot.nextText();
    for (const data of [
      'a:1:c0',
      'a:zzzzzzzzzzz:len',
      'a:1:vup',
      'a:1:s0',
      'a:1:q',
      'a:0:wwrong',
    ]) {
      expect(await notice(bot, data)).toBe(ckb('bot-answer-gone'));
    }
  });

  it('of another shape is of a button that works no more', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    const { id, message } = await asked(bot, 'کێ؟');
    const number = id.toString(36);
    for (const data of [
      'a',
      'a::c0',
      'a:-1:c0',
      `a:${number}:`,
      `a:${number}:x`,
      `a:${number}:c-1`,
      `A:${number}:c0`,
      `a:${number}:c0\n`,
      `a:${number}:c0:`,
      `a:${number.toUpperCase()}:c0`,
      'a:zzzzzzzzzzzz:c0',
      'p:short:+1',
      'p:aaaaaaaaaaaaaaaaaaaaaa:1',
      'document:../../x',
      '\u202Ea:1:c0',
    ]) {
      expect(await notice(bot, data, { message })).toBe(ckb('bot-button-unknown'));
    }
  });

  it('that asks an answer for what it hasn’t is told so', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    const { id, message } = await asked(bot, 'کێ؟');
    for (const data of [
      answerData(id, 'context', 1),
      answerData(id, 'context', 'x'),
      answerData(id, 'language', 'fr'),
      answerData(id, 'language'),
      answerData(id, 'vote'),
      answerData(id, 'vote', 'sideways'),
      answerData(id, 'reason', 'constructor'),
      answerData(id, 'suggestion', 0),
    ]) {
      expect(await notice(bot, data, { message })).toBe(ckb('bot-button-unknown'));
    }
  });

  it('of an answer in another chat knows nothing here', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    const { id } = await asked(bot, 'کێ؟');
    await asked(bot, '@pirsyar_bot کێ؟', GROUP);
    for (const action of ['context', 'language', 'copy', 'vote', 'reason', 'suggestion'] as const) {
      expect(await notice(bot, answerData(id, action, 'up'), GROUP)).toBe(ckb('bot-answer-gone'));
    }
  });
});

describe('the other language', () => {
  it('tapped twice in a row stays', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    const { id, message } = await asked(bot, 'کێ؟');
    const slow = held<ReturnType<typeof answer>>();
    bot.answerer.on('کێ؟', slow.promise);
    for (const _ of [1, 2]) bot.server.userTaps(answerData(id, 'language', 'en'), { message });
    await bot.server.nextCall('answerCallbackQuery');
    slow.release(ENGLISH);
    await bot.server.nextCall('editMessageText');
    await bot.server.nextCall('answerCallbackQuery');
    await bot.handle.stop();
    expect(textsIn(bot.server)[0]).toContain('It did.');
    expect(bot.server.calls.filter(({ method }) => method === 'editMessageText')).toHaveLength(1);
    expect(bot.answerer.asked).toHaveLength(2);
    expect(bot.answerer.asked[1]).toMatchObject({ language: 'en' });
  });

  it('takes the places of an answer in several messages, and gives the rest back', async () => {
    const bot = await startBot();
    const quotes = Array.from({ length: 12 }, (_, index) => `${index} ${'ڕستە '.repeat(70)}.`);
    bot.answerer.on('هەمووی؟', answer({ citations: quotes.map((quote) => citation({ quote })) }));
    bot.server.userSends('هەمووی؟');
    const first = idOf(await bot.server.nextCall('sendMessage'));
    await bot.server.nextCall('sendMessage');
    bot.answerer.on('هەمووی؟', ENGLISH);
    bot.server.userTaps({ button: ckb('bot-button-to-en') });
    expect(idOf(await bot.server.nextCall('editMessageText'))).toBe(first);
    await bot.server.nextCall('deleteMessage');
    expect(textsIn(bot.server)).toEqual([expect.stringContaining('It did.')]);
    bot.server.userTaps({ button: WORDS.en.text('bot-button-to-ckb') });
    await bot.server.nextCall('editMessageText');
    await bot.server.nextCall('sendMessage');
    expect(textsIn(bot.server)).toHaveLength(2);
  });

  it('that can’t be given is said to have failed, and the answer stays', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    const { message } = await asked(bot, 'کێ؟');
    bot.answerer.on('کێ؟', new Error('broken'));
    bot.server.userTaps({ button: ckb('bot-button-to-en') }, { message });
    expect(await bot.nextText()).toBe(ckb('bot-failed'));
    expect(textsIn(bot.server)[0]).toContain(QUOTE);
  });

  it('of a document that is gone is said to be gone', async () => {
    let ids = ['statement', 'report'];
    const documents = (): { id: string; title: typeof TITLES; date: null }[] =>
      ids.map((id) => ({ id, title: TITLES, date: null }));
    const bot = await startBot({ library: libraryOf({ documents }) });
    bot.answerer.on('کێ؟');
    bot.server.userSends('/documents report');
    await bot.nextText();
    const { id, message } = await asked(bot, 'کێ؟');
    ids = ['statement'];
    expect(await notice(bot, answerData(id, 'language', 'en'), { message })).toBe(
      ckb('bot-answer-gone'),
    );
  });
});

describe('the quote', () => {
  it('that is too long for the clipboard comes as code, exactly as the document has it', async () => {
    const quote = `  ${'ڕستەیەکی زۆر درێژ "لە بەڵگەنامەکە"\u200C، '.repeat(10)}🙂.`;
    const bot = await startBot();
    bot.answerer.on('کێ؟', answer({ citations: [citation({ quote })] }));
    const { message } = await asked(bot, 'کێ؟');
    bot.server.userTaps({ button: ckb('bot-button-copy') }, { message });
    const { payload } = await bot.server.nextCall('sendMessage');
    expect(payload['text']).toBe(quote);
    expect(payload['entities']).toEqual([{ type: 'code', offset: 0, length: quote.length }]);
    expect(payload).toMatchObject({ reply_parameters: { message_id: message } });
  });
});

describe('what may be asked next', () => {
  it('is asked at a tap, goes on from its answer, and is said before its own', async () => {
    const bot = await startBot({ suggester: { suggest: async () => ['ئەی کەی؟'] } });
    bot.answerer.on('کێ؟').on('چی؟').on('ئەی کەی؟');
    const { message } = await asked(bot, 'کێ؟');
    await asked(bot, 'چی؟');
    bot.server.userTaps({ button: 'ئەی کەی؟' }, { message });
    const { payload } = await bot.server.nextCall('sendMessage');
    expect(payload['text']).toMatch(/^پرسیار: \u2068ئەی کەی؟\u2069\n/u);
    expect(payload).not.toHaveProperty('reply_parameters');
    expect(bot.answerer.asked.at(-1)).toMatchObject({ text: 'ئەی کەی؟', history: ['کێ؟'] });
  });

  it('may be missing: an answer doesn’t wait for it', async () => {
    const bot = await startBot({
      suggester: { suggest: () => Promise.reject(new TypeError('نهێنی')) },
    });
    bot.answerer.on('کێ؟');
    bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toContain(QUOTE);
    expect(bot.lines.join('\n')).not.toContain('نهێنی');
  });
});

describe('a vote', () => {
  it('is kept for its reader, with what was wrong', async () => {
    const memory = await temporaryMemory(keptLog().log);
    const votes: Vote[] = [];
    const vote = (given: Vote): void => void votes.push(given);
    const bot = await startBot({ memory: { ...memory, answers: { ...memory.answers, vote } } });
    bot.answerer.on('کێ؟');
    const { id, message } = await asked(bot, '@pirsyar_bot کێ؟', GROUP);
    bot.server.userTaps({ button: '👍' }, { ...GROUP, message });
    await bot.server.nextCall('answerCallbackQuery');
    bot.server.userTaps({ button: '👎' }, { ...GROUP, from: 8, message });
    const why = idOf(await bot.server.nextCall('sendMessage'));
    bot.server.userTaps({ button: ckb('bot-vote-unclear') }, { ...GROUP, from: 8, message: why });
    const { payload } = await bot.server.nextCall('editMessageText');
    expect(payload['text']).toBe(ckb('bot-vote-noted'));
    const given = { answer: id, at: bot.clock.now };
    expect(votes).toEqual([
      { ...given, reader: 7, value: 'up', reason: null },
      { ...given, reader: 8, value: 'down', reason: null },
      { ...given, reader: 8, value: 'down', reason: 'unclear' },
    ]);
  });
});
