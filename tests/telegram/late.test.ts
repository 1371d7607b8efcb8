import { describe, expect, it } from 'vitest';

import { startBot, textsIn, WORDS } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { QUOTE } from './fake-answerer.ts';

const MINUTE = 60_000;
const AWAY = WORDS.ckb.text('bot-was-away');
const GROUP = { chat: -5 };

/** A bot that was down while people wrote, and for so long afterwards. */
async function backAfter(
  minutes: number,
  write: (server: Harness['server']) => void,
): Promise<Harness> {
  const bot = await startBot();
  bot.answerer.on('کێ؟').on('کەی؟');
  await bot.server.idle();
  await bot.handle.stop();
  write(bot.server);
  bot.clock.now += minutes * MINUTE;
  await bot.restart();
  return bot;
}

/** All that the bot said in a chat until it has answered what is asked now. */
async function saidUntilNow({ server }: Harness, chat = 7): Promise<string[]> {
  const asks = WORDS.ckb.text('bot-language-ask');
  const asked = (): number => textsIn(server, chat).filter((text) => text === asks).length;
  const before = asked();
  server.userSends('/language@pirsyar_bot', { chat });
  while (asked() === before) await server.nextCall('sendMessage');
  return textsIn(server, chat).filter((text) => text !== asks);
}

describe('what came while the bot was down', () => {
  it('is answered while it is fresh', async () => {
    const bot = await backAfter(10, (server) => {
      server.userSends('کێ؟');
      server.userSends('کەی؟');
    });
    const said = await saidUntilNow(bot);
    expect(said).toEqual([expect.stringContaining(QUOTE), expect.stringContaining(QUOTE)]);
  });

  it('is acknowledged once in each chat where it is older than ten minutes', async () => {
    const bot = await backAfter(10.1, (server) => {
      for (const _ of [1, 2, 3]) server.userSends('کێ؟');
      server.userSends('/start');
      server.userSends('', { content: { photo: [] } });
      server.userSends('کێ؟', { from: 8, languageCode: 'en' });
    });
    expect(await saidUntilNow(bot)).toEqual([AWAY]);
    expect(textsIn(bot.server, 8)).toEqual([WORDS.en.text('bot-was-away')]);
    expect(bot.answerer.asked).toEqual([]);
  });

  it('doesn’t keep the fresh questions of its chat from being answered', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟').on('کەی؟');
    await bot.handle.stop();
    bot.server.userSends('کێ؟');
    bot.clock.now += 11 * MINUTE;
    bot.server.userSends('کەی؟');
    await bot.restart();
    expect(await saidUntilNow(bot)).toEqual([AWAY, expect.stringContaining(QUOTE)]);
    expect(bot.answerer.asked.map(({ text }) => text)).toEqual(['کەی؟']);
  });

  it('is acknowledged anew where the bot was down a second time', async () => {
    const bot = await backAfter(11, (server) => server.userSends('کێ؟'));
    await saidUntilNow(bot);
    await bot.handle.stop();
    bot.server.userSends('کێ؟');
    bot.clock.now += 11 * MINUTE;
    await bot.restart();
    expect((await saidUntilNow(bot)).filter((text) => text === AWAY)).toHaveLength(2);
  });

  it('of a group is passed over unless it was for the bot; a command was', async () => {
    const talk = await backAfter(11, (server) => {
      server.userSends('کێ؟', GROUP);
      server.userSends('/start@other_bot', GROUP);
      server.userSends('/start', GROUP);
    });
    expect(await saidUntilNow(talk, GROUP.chat)).toEqual([]);
    for (const text of ['/help@pirsyar_bot', '@pirsyar_bot کێ؟']) {
      const meant = await backAfter(11, (server) => server.userSends(text, GROUP));
      expect(await saidUntilNow(meant, GROUP.chat)).toEqual([AWAY]);
    }
  });

  it('and changed what was old is passed over; a fresh change of an old question is not', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟').on('کەی؟');
    const first = bot.server.userSends('کێ؟').message_id;
    await bot.nextText();
    await bot.handle.stop();
    bot.server.userEdits(first, 'کەی؟');
    bot.clock.now += 11 * MINUTE;
    await bot.restart();
    expect(await saidUntilNow(bot)).toHaveLength(1);
    expect(bot.answerer.asked).toHaveLength(1);
    bot.clock.now += 24 * 60 * MINUTE;
    bot.server.userEdits(first, 'کەی؟');
    const edited = await bot.server.nextCall('editMessageText');
    expect(edited.payload['text']).toContain(QUOTE);
  });

  it('and was tapped still works, however old it is', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    bot.server.userSends('/language');
    await bot.nextText();
    await bot.handle.stop();
    bot.server.userTaps('language:en');
    bot.clock.now += 11 * MINUTE;
    await bot.restart();
    const { payload } = await bot.server.nextCall('editMessageText');
    expect(payload['text']).toBe(WORDS.en.text('bot-language-chosen-en'));
  });
});
