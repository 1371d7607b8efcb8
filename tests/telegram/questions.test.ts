import { describe, expect, it } from 'vitest';

import { FAULTS } from '../support/bot-api/server.ts';
import { libraryOf, quotesOf, startBot, WORDS } from './bot-harness.ts';
import { answer, citation, held, QUOTE } from './fake-answerer.ts';

describe('a question', () => {
  it('is answered as a reply, with the exact quote as an entity and no markup', async () => {
    const { server, answerer } = await startBot();
    answerer.on('کێ بوو؟');
    const question = server.userSends('کێ بوو؟');
    const sent = await server.nextCall('sendMessage');
    expect(quotesOf(sent)).toEqual([QUOTE]);
    expect(sent.payload).toMatchObject({
      chat_id: 7,
      reply_parameters: { message_id: question.message_id, allow_sending_without_reply: true },
      link_preview_options: { is_disabled: true },
    });
    expect(sent.payload).not.toHaveProperty('parse_mode');
  });

  it('that the documents do not answer is refused, with the nearest sentences', async () => {
    const { server, answerer } = await startBot();
    const refusal = answer({
      status: 'not-in-document',
      answer: 'ئەمە لە بەڵگەنامەکاندا نییە.',
      citations: [citation({ marker: 0 })],
    });
    answerer.on('پایتەختی یابان؟', refusal);
    server.userSends('پایتەختی یابان؟');
    const sent = await server.nextCall('sendMessage');
    expect(sent.payload['text']).toContain(refusal.answer);
    expect(quotesOf(sent)).toEqual([QUOTE]);
  });

  it('shows typing while the answer takes long', async () => {
    const { server, answerer } = await startBot();
    const slow = held<ReturnType<typeof answer>>();
    answerer.on('کێ؟', slow.promise);
    server.userSends('کێ؟');
    await expect(server.nextCall('sendChatAction')).resolves.toMatchObject({
      payload: { chat_id: 7, action: 'typing' },
    });
    slow.release(answer());
    await server.nextCall('sendMessage');
  });

  it('longer answers come in several messages, the first as the reply', async () => {
    const { server, answerer } = await startBot();
    const quotes = Array.from({ length: 12 }, (_, index) => `${index} ${'ڕستە '.repeat(70)}.`);
    answerer.on('هەمووی؟', answer({ citations: quotes.map((quote) => citation({ quote })) }));
    server.userSends('هەمووی؟');
    const [first, second] = [
      await server.nextCall('sendMessage'),
      await server.nextCall('sendMessage'),
    ];
    expect([...quotesOf(first), ...quotesOf(second)]).toEqual(quotes);
    expect(first.payload).toHaveProperty('reply_parameters');
    expect(second.payload).not.toHaveProperty('reply_parameters');
  });

  it('brings the last three questions of the same reader, and forgets them after 30 minutes', async () => {
    const { server, answerer, clock } = await startBot();
    for (const text of ['یەک؟', 'دوو؟', 'سێ؟', 'چوار؟', 'پێنج؟']) {
      answerer.on(text);
      server.userSends(text);
      await server.nextCall('sendMessage');
    }
    server.userSends('یەک؟', { from: 8 });
    await server.nextCall('sendMessage');
    clock.now += 30 * 60 * 1000;
    server.userSends('دوو؟');
    await server.nextCall('sendMessage');
    expect(answerer.asked.map(({ history }) => history)).toEqual([
      [],
      ['یەک؟'],
      ['یەک؟', 'دوو؟'],
      ['یەک؟', 'دوو؟', 'سێ؟'],
      ['دوو؟', 'سێ؟', 'چوار؟'],
      [],
      [],
    ]);
  });

  it('that arrives twice is answered once', async () => {
    const { server, answerer, nextText } = await startBot();
    answerer.on('کێ؟').on('کەی؟', answer({ answer: 'ئەمڕۆ.' }));
    server.userSends('کێ؟');
    await nextText();
    server.deliverAgain();
    server.userSends('کەی؟');
    expect(await nextText()).toContain('ئەمڕۆ.');
    expect(answerer.asked).toHaveLength(2);
  });

  it('that fails inside gets a polite word; its text stays out of the log, and the bot lives on', async () => {
    const { server, answerer, nextText, lines } = await startBot();
    answerer.on('نهێنی؟', new TypeError('cannot read نهێنی؟')).on('کێ؟');
    server.userSends('نهێنی؟');
    expect(await nextText()).toBe(WORDS.ckb.text('bot-failed'));
    server.userSends('کێ؟');
    expect(await nextText()).toContain(QUOTE);
    expect(lines.join('\n')).toContain('"failure":"TypeError"');
    expect(lines.join('\n')).not.toMatch(/نهێنی|کێ؟/u);
  });

  it.each(['🙂🙂', '\u0000\u0007', '؟؟!', '\u200f\u200c'])(
    'without words gets a word of help: %j',
    async (text) => {
      const { server, nextText, answerer } = await startBot();
      server.userSends(text);
      expect(await nextText()).toBe(WORDS.ckb.text('bot-no-words'));
      expect(answerer.asked).toEqual([]);
    },
  );

  it('of 4096 units is passed on whole where it ends as one', async () => {
    const { server, answerer } = await startBot();
    const text = `${'پرسیار '.repeat(585).slice(0, 4095)}؟`;
    answerer.on(text);
    server.userSends(text);
    await server.nextCall('sendMessage');
    expect(answerer.asked[0]?.text).toBe(text);
  });
});

describe('a fault of ours outside of answering', () => {
  it('is logged without its message, and the reader hears of it', async () => {
    const { server, nextText, lines } = await startBot({
      library: libraryOf({
        documents: () => {
          throw new RangeError('secret');
        },
      }),
    });
    server.userSends('/start');
    expect(await nextText()).toBe(WORDS.ckb.text('bot-failed'));
    expect(lines.join('\n')).toMatch(
      /An update could not be handled.*RangeError.*questions\.test\.ts/u,
    );
    expect(lines.join('\n')).not.toContain('secret');
  });
});

describe('where Telegram refuses', () => {
  it('the entities, the answer is sent once more as plain text', async () => {
    const { server, answerer } = await startBot();
    answerer.on('کێ؟');
    server.failNext('sendMessage', FAULTS.badEntities);
    server.userSends('کێ؟');
    const refused = await server.nextCall('sendMessage');
    const plain = await server.nextCall('sendMessage');
    expect(refused.error).toBe(400);
    expect(plain.payload['text']).toBe(refused.payload['text']);
    expect(plain.payload).not.toHaveProperty('entities');
    expect(plain.payload).toHaveProperty('reply_parameters');
  });

  it.each([
    ['for now (429)', FAULTS.tooManyRequests(0)],
    ['by cutting the connection', 'cut'],
    ['with a page of HTML', 'html'],
  ] as const)('a message %s, it is sent again', async (_how, fault) => {
    const { server, answerer } = await startBot();
    answerer.on('کێ؟');
    server.failNext('sendMessage', fault);
    server.userSends('کێ؟');
    expect((await server.nextCall('sendMessage')).error).toBeDefined();
    expect((await server.nextCall('sendMessage')).error).toBeUndefined();
  });

  it('the message itself, the reader hears of it', async () => {
    const { server, answerer, nextText, lines } = await startBot();
    answerer.on('کێ؟');
    server.failNext('sendMessage', { code: 400, description: 'Bad Request: message is too long' });
    server.userSends('کێ؟');
    expect(await nextText()).toContain(QUOTE);
    expect(await nextText()).toBe(WORDS.ckb.text('bot-failed'));
    expect(lines.join('\n')).toMatch(/^error .*message is too long/mu);
  });

  it('for too long (429 of more than 60 s) or for good (403), the bot goes on with others', async () => {
    const { server, answerer, lines } = await startBot();
    answerer.on('کێ؟');
    server.failNext('sendMessage', FAULTS.tooManyRequests(61), FAULTS.blocked);
    server.userSends('کێ؟');
    expect((await server.nextCall('sendMessage')).error).toBe(429);
    server.userSends('کێ؟', { from: 8 });
    expect((await server.nextCall('sendMessage')).error).toBe(403);
    server.userSends('کێ؟', { from: 9 });
    expect((await server.nextCall('sendMessage')).error).toBeUndefined();
    expect(lines.filter((line) => line.startsWith('error'))).toHaveLength(1);
  });
});

describe('the rate limit', () => {
  it('says when to ask again, lets others ask, and opens with the window', async () => {
    const { server, answerer, clock, nextText } = await startBot({
      rateLimits: { perReader: 2, perGroup: null },
    });
    answerer.on('کێ؟');
    for (const _ of [1, 2]) {
      server.userSends('کێ؟', { languageCode: 'en' });
      expect(await nextText()).toContain(QUOTE);
      clock.now += 10_000;
    }
    server.userSends('کێ؟', { languageCode: 'en' });
    expect(await nextText()).toBe(WORDS.en.text('bot-too-many', { seconds: 40 }));
    server.userSends('کێ؟', { from: 8 });
    expect(await nextText()).toContain(QUOTE);
    clock.now += 40_000;
    server.userSends('کێ؟');
    expect(await nextText()).toContain(QUOTE);
  });
});
