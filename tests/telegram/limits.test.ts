import { describe, expect, it } from 'vitest';

import { FAULTS } from '../support/bot-api/server.ts';
import { startBot, textsIn, WORDS } from './bot-harness.ts';
import { QUOTE } from './fake-answerer.ts';

const GROUP = { chat: -5 };

describe('the limit of a reader', () => {
  it('holds in all chats together, and across a restart', async () => {
    const bot = await startBot({ rateLimits: { perReader: 2, perGroup: null } });
    bot.answerer.on('کێ؟');
    bot.server.userSends('کێ؟');
    await bot.nextText();
    bot.server.userSends('@pirsyar_bot کێ؟', GROUP);
    await bot.nextText();
    bot.clock.now += 20_000;
    await bot.restart();
    bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toBe(WORDS.ckb.text('bot-too-many', { seconds: 40 }));
    bot.clock.now += 40_000;
    bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toContain(QUOTE);
  });

  it('counts tapped and changed questions, and what is checked, but no commands', async () => {
    const bot = await startBot({ rateLimits: { perReader: 1, perGroup: null } });
    bot.answerer.on('کێ؟').on(WORDS.ckb.text('bot-try'));
    const { message_id: question } = bot.server.userSends('کێ؟');
    await bot.nextText();
    for (const command of ['/start', '/help', '/documents', '/language', '/new', '/privacy']) {
      bot.server.userSends(command);
      expect(await bot.nextText()).not.toContain(WORDS.ckb.text('bot-too-many', { seconds: 60 }));
    }
    const tooMany = WORDS.ckb.text('bot-too-many', { seconds: 60 });
    bot.server.userTaps('example:ckb:0');
    expect(await bot.nextText()).toBe(tooMany);
    bot.server.userEdits(question, 'کەی؟');
    expect(await bot.nextText()).toBe(tooMany);
    bot.server.userSends('/check یەک دوو سێ');
    expect(await bot.nextText()).toBe(tooMany);
    expect(bot.answerer.asked).toHaveLength(1);
  });

  it('has one word for one second', async () => {
    const bot = await startBot({ rateLimits: { perReader: 1, perGroup: null } });
    bot.answerer.on('کێ؟');
    bot.server.userSends('کێ؟', { languageCode: 'en' });
    await bot.nextText();
    bot.clock.now += 59_000;
    bot.server.userSends('کێ؟', { languageCode: 'en' });
    expect(await bot.nextText()).toMatch(/ one second\.$/u);
  });
});

describe('the limit of a group', () => {
  it('is for all its readers together, in its own words, and for no other chat', async () => {
    const bot = await startBot({ rateLimits: { perReader: null, perGroup: 2 } });
    bot.answerer.on('کێ؟');
    for (const from of [7, 8]) {
      bot.server.userSends('@pirsyar_bot کێ؟', { ...GROUP, from });
      expect(await bot.nextText()).toContain(QUOTE);
    }
    const { message_id: third } = bot.server.userSends('@pirsyar_bot کێ؟', { ...GROUP, from: 9 });
    const refused = await bot.server.nextCall('sendMessage');
    expect(refused.payload['text']).toBe(WORDS.ckb.text('bot-group-too-many', { seconds: 60 }));
    expect(refused.payload).toMatchObject({ reply_parameters: { message_id: third } });
    await bot.restart();
    bot.server.userSends('@pirsyar_bot کێ؟', { ...GROUP, from: 9 });
    expect(await bot.nextText()).toBe(refused.payload['text']);
    bot.server.userSends('@pirsyar_bot کێ؟', { chat: -6, from: 9 });
    expect(await bot.nextText()).toContain(QUOTE);
    bot.server.userSends('کێ؟', { from: 9 });
    expect(await bot.nextText()).toContain(QUOTE);
  });
});

describe('an answer', () => {
  it.each([
    ['was asked to wait (429)', FAULTS.tooManyRequests(0)],
    ['failed at Telegram (500)', FAULTS.serverError],
    ['got a page instead of a reply (502)', 'html'],
    ['lost its connection', 'cut'],
  ] as const)('that %s comes once', async (_how, fault) => {
    const bot = await startBot();
    bot.answerer.on('کێ؟').on('کەی؟');
    bot.server.failNext('sendMessage', fault);
    bot.server.userSends('کێ؟');
    bot.server.userSends('کەی؟');
    for (const _ of [1, 2, 3]) await bot.server.nextCall('sendMessage');
    await bot.handle.stop();
    expect(textsIn(bot.server)).toHaveLength(2);
    expect(bot.answerer.asked).toHaveLength(2);
  });

  it('whose confirmation alone was lost comes a second time: better than never', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    bot.server.failNext('sendMessage', 'cut-after');
    bot.server.userSends('کێ؟');
    for (const _ of [1, 2]) await bot.server.nextCall('sendMessage');
    await bot.handle.stop();
    expect(textsIn(bot.server)).toEqual([
      expect.stringContaining(QUOTE),
      expect.stringContaining(QUOTE),
    ]);
    expect(bot.answerer.asked).toHaveLength(1);
  });

  it('comes without its buttons where Telegram refuses them', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ؟');
    bot.server.failNext('sendMessage', {
      code: 400,
      description: 'Bad Request: BUTTON_COPY_TEXT_INVALID',
    });
    bot.server.userSends('کێ؟');
    await bot.nextText();
    const { payload } = await bot.server.nextCall('sendMessage');
    expect(payload).not.toHaveProperty('reply_markup');
    expect(payload).toHaveProperty('entities');
  });
});
