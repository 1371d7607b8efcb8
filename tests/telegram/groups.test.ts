import { describe, expect, it } from 'vitest';

import { record } from '../support/bot-api/payload.ts';
import { quotesOf, startBot, WORDS } from './bot-harness.ts';
import { QUOTE } from './fake-answerer.ts';

const GROUP = { chat: -5 };

describe('in a group', () => {
  it('the bot answers when mentioned, less the mention, and keeps out of other talk', async () => {
    const { server, answerer } = await startBot();
    answerer.on('کێ بوو؟');
    server.userSends('کێ بوو؟', GROUP);
    server.userSends('کێ بوو؟ @other_bot', GROUP);
    server.userSends('/start@other_bot', GROUP);
    server.userSends('/unknown', GROUP);
    server.userSends('', { ...GROUP, content: { photo: [] } });
    server.userSends('@Pirsyar_Bot کێ بوو؟', GROUP);
    const sent = await server.nextCall('sendMessage');
    expect(quotesOf(sent)).toEqual([QUOTE]);
    expect(server.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
    expect(answerer.asked).toHaveLength(1);
  });

  it('a reply to the bot is a question', async () => {
    const { server, answerer, nextText } = await startBot();
    answerer.on('کێ؟').on('کەی؟');
    server.userSends('@pirsyar_bot کێ؟', GROUP);
    const first = await server.nextCall('sendMessage');
    const { message_id: id } = record(first.result);
    server.userSends('کەی؟', { ...GROUP, replyTo: Number(id) });
    expect(await nextText()).toContain(QUOTE);
    expect(answerer.asked.map(({ text }) => text)).toEqual(['کێ؟', 'کەی؟']);
  });

  it('a mention by name, without a user name, counts too', async () => {
    const { server, answerer, nextText } = await startBot();
    answerer.on('کێ؟');
    const entities = [{ type: 'text_mention' as const, offset: 0, length: 6, user: server.me }];
    server.userSends('', { ...GROUP, content: { text: 'پرسیار کێ؟', entities } });
    expect(await nextText()).toContain(QUOTE);
  });

  it('a bare mention and an unknown command that names the bot get a word of help', async () => {
    const { server, nextText } = await startBot();
    server.userSends('@pirsyar_bot', GROUP);
    expect(await nextText()).toBe(WORDS.ckb.text('bot-empty'));
    server.userSends('/unknown@pirsyar_bot', GROUP);
    expect(await nextText()).toBe(WORDS.ckb.text('bot-command-unknown'));
  });
});

describe('in a private chat', () => {
  it.each([
    ['bot-only-text-photo', { photo: [] }],
    ['bot-only-text-photo', { video: {} }],
    ['bot-only-text-sticker', { sticker: {} }],
    ['bot-only-text-sound', { voice: {} }],
    ['bot-only-text-file', { document: {} }],
    ['bot-only-text', { location: {} }],
  ])('what is no text gets a word of help: %s', async (key, content) => {
    const { server, nextText } = await startBot();
    server.userSends('', { content: content as object });
    expect(await nextText()).toBe(WORDS.ckb.text(key));
  });

  it('what is written below a picture is a question', async () => {
    const { server, answerer, nextText } = await startBot();
    answerer.on('کێ بوو؟');
    server.userSends('', { content: { photo: [], caption: 'کێ بوو؟' } });
    expect(await nextText()).toContain(QUOTE);
  });

  it('an album is answered once', async () => {
    const { server, nextText } = await startBot();
    server.userSends('', { content: { photo: [], media_group_id: 'a' } });
    server.userSends('', { content: { photo: [], media_group_id: 'a' } });
    server.userSends('/unknown');
    expect(await nextText()).toBe(WORDS.ckb.text('bot-only-text-photo'));
    expect(await nextText()).toBe(WORDS.ckb.text('bot-command-unknown'));
  });
});
