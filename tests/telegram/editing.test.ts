import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import type { Answer } from '../../src/answering/answer.ts';
import { idOf, startBot, textsIn, WORDS } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { answer, citation } from './fake-answerer.ts';

const GROUP = { chat: -5 };
const GONE = { code: 400, description: 'Bad Request: message to edit not found' };

function said(text: string): Answer {
  return answer({ answer: `${text} [1]` });
}

/** An answer that takes two messages. */
function long(): Answer {
  const quotes = Array.from({ length: 12 }, (_, index) => `${index} ${'ڕستە '.repeat(70)}.`);
  return answer({ citations: quotes.map((quote) => citation({ quote })) });
}

/** Asks, and gives the ids of the question and of the last message of its answer. */
async function asked(
  { server }: Harness,
  text: string,
  { messages = 1, ...where }: { messages?: number; chat?: number } = {},
): Promise<{ question: number; answered: number }> {
  const { message_id: question } = server.userSends(text, where);
  let answered = 0;
  for (let left = messages; left > 0; left -= 1) {
    answered = idOf(await server.nextCall('sendMessage'));
  }
  return { question, answered };
}

describe('a question that its reader changes', () => {
  it('gets its answer changed in place, with its buttons', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟', said('ئەو')).on('کەی؟', said('ئەمڕۆ'));
    const { question, answered } = await asked(bot, 'کێ؟');
    bot.server.userEdits(question, 'کەی؟');
    const changed = await bot.server.nextCall('editMessageText');
    expect(idOf(changed)).toBe(answered);
    expect(changed.payload['text']).toContain('ئەمڕۆ');
    expect(changed.payload).toHaveProperty('reply_markup');
    expect(textsIn(bot.server)).toHaveLength(1);
    await bot.handle.stop();
    expect(bot.memory.answers.inMessage(7, answered)).toMatchObject({
      question: 'کەی؟',
      messages: [answered],
    });
  });

  it('is what later questions go on from', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟').on('کەی؟').on('ئەی ئەوان؟');
    const { question } = await asked(bot, 'کێ؟');
    bot.server.userEdits(question, 'کەی؟');
    await bot.server.nextCall('editMessageText');
    await asked(bot, 'ئەی ئەوان؟');
    expect(bot.answerer.asked.map(({ history }) => history)).toEqual([[], [], ['کەی؟']]);
  });

  it('goes on from what it went on from', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('دوو؟').on('سێ؟').on('دووەم؟');
    await asked(bot, 'یەک؟');
    const { question } = await asked(bot, 'دوو؟');
    await asked(bot, 'سێ؟');
    bot.server.userEdits(question, 'دووەم؟');
    await bot.server.nextCall('editMessageText');
    expect(bot.answerer.asked.at(-1)?.history).toEqual(['یەک؟']);
  });

  it('may need one message more, whose buttons are below the last', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟', said('ئەو')).on('هەمووی؟', long());
    const { question, answered } = await asked(bot, 'کێ؟');
    bot.server.userEdits(question, 'هەمووی؟');
    expect((await bot.server.nextCall('editMessageText')).payload).not.toHaveProperty(
      'reply_markup',
    );
    const second = await bot.server.nextCall('sendMessage');
    expect(second.payload).toHaveProperty('reply_markup');
    await bot.handle.stop();
    const messages = [answered, idOf(second)];
    expect(bot.memory.answers.inMessage(7, idOf(second))).toMatchObject({ messages });
  });

  it('may need one message fewer: the other is taken back', async () => {
    const bot = await startBot();
    bot.answerer.on('هەمووی؟', long()).on('کێ؟', said('ئەو'));
    const { question, answered } = await asked(bot, 'هەمووی؟', { messages: 2 });
    bot.server.userEdits(question, 'کێ؟');
    expect((await bot.server.nextCall('deleteMessage')).payload['message_id']).toBe(answered);
    expect(textsIn(bot.server)).toEqual([expect.stringContaining('ئەو')]);
  });

  it('and whose answer was deleted is answered anew', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟', said('ئەو')).on('کەی؟', said('ئەمڕۆ'));
    const { question } = await asked(bot, 'کێ؟');
    bot.server.failNext('editMessageText', GONE);
    bot.server.userEdits(question, 'کەی؟');
    const { payload } = await bot.server.nextCall('sendMessage');
    expect(payload['text']).toContain('ئەمڕۆ');
    expect(payload).toMatchObject({ reply_parameters: { message_id: question } });
  });

  it('keeps its answer where the changed one fails, and says so', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟', said('ئەو')).on('کەی؟', new Error('broken'));
    const { question } = await asked(bot, 'کێ؟');
    bot.server.userEdits(question, 'کەی؟');
    expect(await bot.nextText()).toBe(WORDS.ckb.text('bot-failed'));
    expect(textsIn(bot.server)[0]).toContain('ئەو');
    // What failed may be tried again with the same words.
    bot.answerer.on('کەی؟', said('ئەمڕۆ'));
    bot.server.userEdits(question, 'کەی؟');
    expect((await bot.server.nextCall('editMessageText')).payload['text']).toContain('ئەمڕۆ');
  });

  it('in a group needs no mention, and shows nothing beside its answer', async () => {
    const bot = await startBot({ asksModel: true });
    bot.answerer.on('کێ؟', said('ئەو'));
    const { question, answered } = await asked(bot, '@pirsyar_bot کێ؟', GROUP);
    bot.answerer.writes('کەی؟', async ({ onDraft }) => {
      onDraft?.('ئەم');
      // Time enough for whoever would show it to begin.
      await nextTurn();
      return said('ئەمڕۆ');
    });
    bot.server.userEdits(question, 'کەی؟', GROUP);
    const changed = await bot.server.nextCall('editMessageText');
    expect(idOf(changed)).toBe(answered);
    expect(changed.payload['text']).toContain('ئەمڕۆ');
    expect(textsIn(bot.server, GROUP.chat)).toHaveLength(1);
  });
});

describe('a change is passed over', () => {
  it('where it touches no word', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟').on('کەی؟');
    const { question } = await asked(bot, 'کێ؟');
    bot.server.userEdits(question, 'کێ؟');
    await asked(bot, 'کەی؟');
    expect(bot.answerer.asked).toHaveLength(2);
    expect(bot.server.calls.filter(({ method }) => method.startsWith('edit'))).toEqual([]);
  });

  it('where the message was never answered', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    const talk = bot.server.userSends('سڵاو', GROUP);
    bot.server.userEdits(talk.message_id, '@pirsyar_bot کێ؟', GROUP);
    const { message_id: help } = bot.server.userSends('/help');
    await bot.nextText();
    bot.server.userEdits(help, 'کێ؟');
    await asked(bot, 'کێ؟');
    expect(bot.answerer.asked).toHaveLength(1);
    expect(textsIn(bot.server, GROUP.chat)).toEqual([]);
  });
});
