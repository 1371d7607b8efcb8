import { describe, expect, it } from 'vitest';

import { idOf, startBot, textsIn } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { QUOTE } from './fake-answerer.ts';

const FORUM = { chat: -5 };

/** Asks, and gives the id of the answer. */
async function asked(
  { server }: Harness,
  text: string,
  where: Parameters<Harness['server']['userSends']>[1] = {},
): Promise<number> {
  server.userSends(text, where);
  return idOf(await server.nextCall('sendMessage'));
}

/** What each question was asked with. */
function histories({ answerer }: Harness): unknown[] {
  return answerer.asked.map(({ text, history }) => [text, history]);
}

describe('a reply to an answer', () => {
  it('goes on from that answer, not from the newest', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('دوو؟').on('سێ؟').on('ئەی ئەوان؟').on('ئەی ئێمە؟');
    await asked(bot, 'یەک؟');
    const second = await asked(bot, 'دوو؟');
    await asked(bot, 'سێ؟');
    const reply = await asked(bot, 'ئەی ئەوان؟', { replyTo: second });
    await asked(bot, 'ئەی ئێمە؟', { replyTo: reply });
    expect(histories(bot).slice(3)).toEqual([
      ['ئەی ئەوان؟', ['یەک؟', 'دوو؟']],
      ['ئەی ئێمە؟', ['یەک؟', 'دوو؟', 'ئەی ئەوان؟']],
    ]);
  });

  it('works however old the answer is, after /new too, and carries three questions at most', async () => {
    const bot = await startBot();
    for (const text of ['یەک؟', 'دوو؟', 'سێ؟', 'چوار؟', 'ئەی ئەوان؟']) bot.answerer.on(text);
    for (const text of ['یەک؟', 'دوو؟', 'سێ؟']) await asked(bot, text);
    const fourth = await asked(bot, 'چوار؟');
    bot.clock.now += 24 * 60 * 60 * 1000;
    await asked(bot, '/new');
    await asked(bot, 'ئەی ئەوان؟', { replyTo: fourth });
    expect(bot.answerer.asked.at(-1)?.history).toEqual(['دوو؟', 'سێ؟', 'چوار؟']);
  });

  it('to another word of ours goes on from what was asked last', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('ئەی ئەوان؟');
    const help = await asked(bot, '/help');
    await asked(bot, 'یەک؟');
    await asked(bot, 'ئەی ئەوان؟', { replyTo: help });
    expect(bot.answerer.asked.at(-1)?.history).toEqual(['یەک؟']);
  });

  it('in a group goes on from it, whoever had asked; a reply to a person is no question', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('ئەی ئەوان؟');
    const first = await asked(bot, '@pirsyar_bot یەک؟', FORUM);
    const { message_id: talk } = bot.server.userSends('ڕاستە', { ...FORUM, from: 8 });
    bot.server.userSends('کێ وتی؟', { ...FORUM, from: 9, replyTo: talk });
    await asked(bot, 'ئەی ئەوان؟', { ...FORUM, from: 8, replyTo: first });
    expect(histories(bot)).toEqual([
      ['یەک؟', []],
      ['ئەی ئەوان؟', ['یەک؟']],
    ]);
  });
});

describe('in a group', () => {
  it('readers don’t go on from each other’s questions', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('دوو؟').on('سێ؟');
    await asked(bot, '@pirsyar_bot یەک؟', { ...FORUM, from: 7 });
    await asked(bot, '@pirsyar_bot دوو؟', { ...FORUM, from: 8 });
    await asked(bot, '@pirsyar_bot سێ؟', { ...FORUM, from: 7 });
    expect(histories(bot)).toEqual([
      ['یەک؟', []],
      ['دوو؟', []],
      ['سێ؟', ['یەک؟']],
    ]);
  });

  it('a reader has another conversation than in the private chat', async () => {
    const bot = await startBot();
    bot.answerer.on('یەک؟').on('دوو؟');
    await asked(bot, 'یەک؟');
    await asked(bot, '@pirsyar_bot دوو؟', FORUM);
    expect(bot.answerer.asked.map(({ history }) => history)).toEqual([[], []]);
  });

  it('who writes in the name of the group is the group', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟').on('کەی؟');
    const content = { sender_chat: { id: -5, type: 'supergroup' as const, title: 'گرووپ' } };
    await asked(bot, '@pirsyar_bot کێ؟', FORUM);
    const id = await asked(bot, '@pirsyar_bot کەی؟', { ...FORUM, content });
    await bot.handle.stop();
    expect(bot.memory.answers.inMessage(-5, id)).toMatchObject({ reader: -5, history: [] });
  });
});

describe('topics of a forum', () => {
  it('have their answers, pages and words in them', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    const topic = { ...FORUM, thread: 3 };
    const answered = await asked(bot, '@pirsyar_bot کێ؟', topic);
    await asked(bot, '/help@pirsyar_bot', topic);
    const record = bot.memory.answers.inMessage(-5, answered);
    bot.server.userTaps(`a:${record?.id.toString(36)}:vdown`, { ...FORUM, message: answered });
    await bot.server.nextCall('sendMessage');
    const ours = bot.server.messagesIn(-5).filter(({ from }) => from?.id === bot.server.me.id);
    expect(ours.map(({ message_thread_id: thread }) => thread)).toEqual([3, 3, 3]);
  });

  it('have conversations that don’t mix, and begin anew one by one', async () => {
    const bot = await startBot();
    for (const text of ['یەک؟', 'دوو؟', 'سێ؟', 'چوار؟']) bot.answerer.on(text);
    const ask = async (text: string, thread: number): Promise<number> =>
      asked(bot, `@pirsyar_bot ${text}`, { ...FORUM, thread });
    await ask('یەک؟', 3);
    await ask('دوو؟', 4);
    bot.clock.now += 1000;
    await asked(bot, '/new@pirsyar_bot', { ...FORUM, thread: 3 });
    await ask('سێ؟', 3);
    await ask('چوار؟', 4);
    expect(histories(bot)).toEqual([
      ['یەک؟', []],
      ['دوو؟', []],
      ['سێ؟', []],
      ['چوار؟', ['دوو؟']],
    ]);
    expect(textsIn(bot.server, -5).filter((text) => text.includes(QUOTE))).toHaveLength(4);
  });
});
