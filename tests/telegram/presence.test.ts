import { describe, expect, it } from 'vitest';

import { startBot, textsIn } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { answer, held } from './fake-answerer.ts';

const GROUP = { chat: -5 };
const INVALID = { code: 400, description: 'Bad Request: REACTION_INVALID' };
const NOT_FOUND = { code: 400, description: 'Bad Request: message to react not found' };

/** Asks, and waits for the answer. */
async function asked(bot: Harness, text: string, where: { chat?: number } = {}): Promise<number> {
  const { message_id: id } = bot.server.userSends(`@pirsyar_bot ${text}`, where);
  await bot.nextText();
  return id;
}

function reactions({ server }: Harness): unknown[] {
  const calls = server.calls.filter(({ method }) => method === 'setMessageReaction');
  return calls.map(({ payload }) => payload['message_id']);
}

describe('that a question was seen', () => {
  it.each([
    ['in a group', GROUP, false, true],
    ['in a private chat before an answer of a model', {}, true, true],
    ['but not where the answer is there at once', {}, false, false],
  ])('is shown by 👀 %s', async (_where, where, asksModel, isShown) => {
    const bot = await startBot({ asksModel });
    const slow = held<ReturnType<typeof answer>>();
    bot.answerer.on('کێ؟', slow.promise);
    const { message_id: id } = bot.server.userSends('@pirsyar_bot کێ؟', where);
    await bot.server.nextCall('sendChatAction');
    if (isShown) await bot.server.nextCall('setMessageReaction');
    slow.release(answer());
    await bot.nextText();
    await bot.handle.stop();
    expect(reactions(bot)).toEqual(isShown ? [id] : []);
    const chat = bot.server.messagesIn('chat' in where ? where.chat : 7);
    const shown = chat.find(({ message_id: there }) => there === id);
    expect(shown?.reactions ?? []).toEqual(isShown ? [{ type: 'emoji', emoji: '👀' }] : []);
  });

  it('isn’t tried again in a group that allows no such reaction; others have it', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    bot.server.failNext('setMessageReaction', INVALID);
    const first = await asked(bot, 'کێ؟', GROUP);
    await bot.server.nextCall('setMessageReaction');
    await asked(bot, 'کێ؟', GROUP);
    const other = await asked(bot, 'کێ؟', { chat: -6 });
    await bot.server.nextCall('setMessageReaction');
    expect(reactions(bot)).toEqual([first, other]);
  });

  it('is tried again where only the message was gone', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    bot.server.failNext('setMessageReaction', NOT_FOUND);
    const first = await asked(bot, 'کێ؟', GROUP);
    await bot.server.nextCall('setMessageReaction');
    const second = await asked(bot, 'کێ؟', GROUP);
    await bot.server.nextCall('setMessageReaction');
    expect(reactions(bot)).toEqual([first, second]);
  });

  it('matters to no answer, whatever Telegram says', async () => {
    const bot = await startBot({ asksModel: true });
    bot.answerer.on('کێ؟');
    bot.server.failNext('setMessageReaction', 'cut');
    bot.server.failNext('sendChatAction', 'html');
    bot.server.failNext('sendMessageDraft', 'not-json');
    await asked(bot, 'کێ؟');
    expect(textsIn(bot.server)).toHaveLength(1);
  });

  it('is shown in the topic of the question, and nowhere where a reply only looks like one', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    bot.server.userSends('@pirsyar_bot کێ؟', { ...GROUP, thread: 3 });
    expect((await bot.server.nextCall('sendChatAction')).payload['message_thread_id']).toBe(3);
    const content = { text: 'کێ؟', message_thread_id: 9 };
    bot.server.userSends('', { content });
    const { payload, error } = await bot.server.nextCall('sendChatAction');
    expect([payload['message_thread_id'], error]).toEqual([undefined, undefined]);
  });
});
