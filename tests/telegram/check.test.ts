import { describe, expect, it } from 'vitest';

import { quotesOf, startBot, TITLES, WORDS } from './bot-harness.ts';
import { QUOTE } from './fake-answerer.ts';
import { check } from './fake-quote-checker.ts';

const TEXT = 'شاندەکەی عێراق نوێنەری هەرێمی تێدا بوو';
const FORWARDED = {
  forward_origin: { type: 'hidden_user', sender_user_name: 'x', date: 1 },
} as const;

describe('/check', () => {
  it('shows the sentence of the document, verbatim in a quote, and what differs', async () => {
    const { server, quotes } = await startBot();
    const difference = [{ op: 'replace', said: 'هەبوو', document: 'تێدا' } as const];
    quotes.on(TEXT, check({ verdict: 'altered', difference }));
    server.userSends(`/check ${TEXT}`);
    const sent = await server.nextCall('sendMessage');
    expect(quotesOf(sent)).toEqual([QUOTE]);
    expect(sent.payload['text']).toContain(WORDS.ckb.text('check-altered'));
    expect(sent.payload['text']).toContain(TITLES.ckb);
    expect(sent.payload['text']).toContain(
      WORDS.ckb.text('check-replace', { said: 'هەبوو', document: 'تێدا' }),
    );
  });

  it('checks the message that it replies to', async () => {
    const { server, quotes, nextText } = await startBot();
    quotes.on(TEXT, check({ variant: true })).on('x y z', check());
    server.userSends('/check x y z');
    await nextText();
    const message = server.userSends('/start');
    await nextText();
    server.userSends('/check', { replyTo: message.message_id });
    await nextText();
    expect(quotes.asked).toEqual(['x y z', '/start']);
  });

  it('asks for a text where there is none', async () => {
    const { server, nextText } = await startBot();
    server.userSends('/check');
    expect(await nextText()).toBe(WORDS.ckb.text('bot-check-empty'));
  });

  it('says so where nothing was found, and where checking failed', async () => {
    const { server, quotes, nextText, lines } = await startBot();
    quotes.on('a b c', check({ verdict: 'not-in-document', citation: null }));
    quotes.on('d e f', new Error('broken'));
    server.userSends('/check a b c', { languageCode: 'en' });
    expect(await nextText()).toBe(WORDS.en.text('check-not-in-document'));
    server.userSends('/check d e f', { languageCode: 'en' });
    expect(await nextText()).toBe(WORDS.en.text('bot-failed'));
    expect(lines.join('\n')).not.toContain('a b c');
  });

  it('keeps to the limit of questions', async () => {
    const { server, quotes, nextText } = await startBot({
      rateLimits: { perReader: 1, perGroup: null },
    });
    quotes.on(TEXT);
    server.userSends(`/check ${TEXT}`);
    await nextText();
    server.userSends(`/check ${TEXT}`);
    expect(await nextText()).toBe(WORDS.ckb.text('bot-too-many', { seconds: 60 }));
  });
});

describe('a forwarded message', () => {
  it('is checked, not answered', async () => {
    const { server, quotes, answerer } = await startBot();
    quotes.on(TEXT);
    server.userSends('', { content: { text: TEXT, ...FORWARDED } });
    const sent = await server.nextCall('sendMessage');
    expect(sent.payload['text']).toContain(WORDS.ckb.text('check-exact'));
    expect(quotesOf(sent)).toEqual([QUOTE]);
    expect(answerer.asked).toEqual([]);
  });

  it('with a picture is checked by its caption', async () => {
    const { server, quotes, nextText } = await startBot();
    quotes.on(TEXT);
    const photo = [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }];
    server.userSends('', { content: { caption: TEXT, photo, ...FORWARDED } });
    await nextText();
    expect(quotes.asked).toEqual([TEXT]);
  });

  it('in a group is left alone where the bot is not meant', async () => {
    const { server, quotes, answerer } = await startBot();
    server.userSends('', { chat: -5, content: { text: TEXT, ...FORWARDED } });
    await server.idle();
    expect([...quotes.asked, ...answerer.asked]).toEqual([]);
  });
});
