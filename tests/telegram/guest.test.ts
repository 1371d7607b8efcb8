import { describe, expect, it } from 'vitest';

import { list, record } from '../support/bot-api/payload.ts';
import type { Payload } from '../support/bot-api/payload.ts';
import { startBot, TITLES, WORDS } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { answer, citation, QUOTE } from './fake-answerer.ts';

/** What the bot says to who summons it, as one message. */
async function guestAnswer(
  { server }: Harness,
  text: string,
  sending: { from?: number; languageCode?: string } = {},
): Promise<Payload> {
  server.userSummons(text, sending);
  const { payload } = await server.nextCall('answerGuestQuery');
  return record(record(payload['result'])['input_message_content']);
}

describe('a question in a chat that the bot isn’t in', () => {
  it('gets one message: the answer with its source, and no buttons', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ بوو؟');
    const content = await guestAnswer(bot, '@pirsyar_bot کێ بوو؟');
    expect(content['message_text']).toContain(QUOTE);
    const link = list(content['entities'])
      .map(record)
      .find(({ type }) => type === 'text_link');
    expect(link?.['url']).toBe(`https://t.me/pirsyar_bot?start=s_${citation().sentence}`);
    expect(content['message_text']).toContain(TITLES.ckb);
    await bot.handle.stop();
    const { calls } = bot.server;
    expect(calls.filter(({ method }) => /^send|Reaction/u.test(method))).toEqual([]);
    expect(JSON.stringify(calls.at(-1)?.payload)).not.toContain('reply_markup');
  });

  it('is answered in the language that the reader chose, and goes on from nothing', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ بوو؟');
    bot.server.userSends('/language en');
    await bot.nextText();
    bot.server.userSends('کێ بوو؟');
    await bot.nextText();
    await guestAnswer(bot, '@pirsyar_bot کێ بوو؟');
    expect(bot.answerer.asked[1]).toEqual({ text: 'کێ بوو؟', language: 'en' });
  });

  it('is one message where the answer needs several', async () => {
    const bot = await startBot();
    const quotes = Array.from({ length: 12 }, (_, index) => `${index} ${'ڕستە '.repeat(70)}.`);
    bot.answerer.on('هەمووی؟', answer({ citations: quotes.map((quote) => citation({ quote })) }));
    const content = await guestAnswer(bot, '@pirsyar_bot هەمووی؟');
    expect(content['message_text']).toContain(quotes[0]);
    expect(String(content['message_text']).length).toBeLessThanOrEqual(4096);
  });

  it('that is none gets a word of help', async () => {
    const bot = await startBot();
    const content = await guestAnswer(bot, '@pirsyar_bot');
    expect(content['message_text']).toBe(WORDS.ckb.text('bot-empty'));
  });

  it('that fails says so; its words stay out of the log', async () => {
    const bot = await startBot();
    bot.answerer.on('نهێنی؟', new TypeError('cannot read نهێنی؟'));
    const content = await guestAnswer(bot, '@pirsyar_bot نهێنی؟', { languageCode: 'en' });
    expect(content['message_text']).toBe(WORDS.en.text('bot-failed'));
    expect(bot.lines.join('\n')).not.toContain('نهێنی');
  });

  it('that comes too soon is told when to come again', async () => {
    const bot = await startBot({ rateLimits: { perReader: 1, perGroup: null } });
    bot.answerer.on('کێ بوو؟');
    await guestAnswer(bot, '@pirsyar_bot کێ بوو؟');
    const content = await guestAnswer(bot, '@pirsyar_bot کێ بوو؟');
    expect(content['message_text']).toBe(WORDS.ckb.text('bot-too-many', { seconds: 60 }));
    expect(bot.answerer.asked).toHaveLength(1);
  });

  it('whose entities Telegram refuses is answered in plain text', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ بوو؟');
    const description = "Bad Request: can't parse entities: unsupported entity";
    bot.server.failNext('answerGuestQuery', { code: 400, description });
    const refused = await guestAnswer(bot, '@pirsyar_bot کێ بوو؟');
    const { payload, error } = await bot.server.nextCall('answerGuestQuery');
    const content = record(record(payload['result'])['input_message_content']);
    expect(error).toBeUndefined();
    expect(content).toEqual({
      message_text: refused['message_text'],
      link_preview_options: { is_disabled: true },
    });
  });

  it('that nobody waits for any more is no failure', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ بوو؟');
    const description = 'Bad Request: query is too old and response timeout expired';
    bot.server.failNext('answerGuestQuery', { code: 400, description });
    await guestAnswer(bot, '@pirsyar_bot کێ بوو؟');
    await bot.handle.stop();
    expect(bot.lines.join('\n')).not.toMatch(/^error/mu);
  });
});

describe('a group', () => {
  it('that takes the bot in is told how to ask it; not again when it is promoted', async () => {
    const bot = await startBot();
    bot.server.botIsAdded(-5);
    expect(await bot.nextText()).toBe(
      WORDS.ckb.text('bot-group-greeting', { mention: '@pirsyar_bot' }),
    );
    bot.server.botIsAdded(-5, { as: 'administrator' });
    bot.server.userSends('/help@pirsyar_bot', { chat: -5 });
    expect(await bot.nextText()).toContain('/check');
  });

  it('that throws it out, or a channel that takes it in, hears nothing', async () => {
    const bot = await startBot();
    bot.server.botIsAdded(-5, { type: 'group', languageCode: 'en' });
    await bot.nextText();
    bot.server.botIsRemoved(-5);
    bot.server.botIsAdded(-1007, { type: 'channel' });
    bot.server.userBlocks(7);
    bot.server.userUnblocks(7);
    await bot.server.idle();
    await bot.handle.stop();
    expect(bot.server.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
  });

  it('in which the bot may not write is left in peace', async () => {
    const bot = await startBot();
    const description = 'Bad Request: not enough rights to send text messages to the chat';
    const refusal = { code: 400, description };
    bot.server.failNext('sendMessage', refusal, refusal);
    bot.server.botIsAdded(-5);
    for (const _ of [1, 2]) await bot.nextText();
    bot.server.userSends('/help');
    expect(await bot.nextText()).toContain('/check');
  });
});
