import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Message } from 'grammy/types';
import { describe, expect, it, onTestFinished } from 'vitest';

import { directionOf } from '../../scripts/conversations/direction.ts';
import { openMemory } from '../../src/state/open-memory.ts';
import { createBot } from '../../src/telegram/bot.ts';
import { createBotApiServer } from '../support/bot-api/server.ts';
import {
  fakeParts,
  keptLog,
  NOW,
  startBot,
  temporaryMemory,
  textsIn,
  WORDS,
} from './bot-harness.ts';
import { QUOTE } from './fake-answerer.ts';
import { pagedLibrary } from './fake-library.ts';

const ckb = (key: string, values = {}): string => WORDS.ckb.text(key, values);
const GROUP = { chat: -5 };

describe('what people write', () => {
  it.each([
    ['emoji as long as a message', '🙂'.repeat(2048), 'bot-no-words'],
    ['controls of direction', '\u202E\u2066\u200F\u061C', 'bot-no-words'],
    ['control characters', '\u0001\u0002\u001F', 'bot-no-words'],
    ['half a character', '\uD83D', 'bot-no-words'],
    ['marks that join nothing', '\u064B\u0655\u200D\u200C', 'bot-no-words'],
    ['its own name', '@pirsyar_bot', 'bot-empty'],
    ['its own name again and again', '@Pirsyar_bot @pirsyar_bot', 'bot-empty'],
    ['a command that isn’t one', '/constructor', 'bot-command-unknown'],
    ['a command with nothing but signs', '/check \u202E!!', 'bot-check-empty'],
    ['a language that nobody speaks', '/language \u202Een', 'bot-language-unknown'],
  ])('may be %s: it gets a word of help', async (_what, text, key) => {
    const bot = await startBot();
    bot.server.userSends(text);
    expect(await bot.nextText()).toBe(ckb(key));
    expect(bot.answerer.asked).toEqual([]);
  });

  it('may turn its direction: it is passed on as it is', async () => {
    const bot = await startBot();
    const text = '\u202Eکێ \u2066who\u2069 بوو؟\u0000';
    bot.answerer.on(text);
    bot.server.userSends(text);
    expect(await bot.nextText()).toContain(QUOTE);
  });

  it('to the bot by name is asked without the name, in a private chat too', async () => {
    const bot = await startBot();
    bot.answerer.on('کێ بوو؟');
    bot.server.userSends('@pirsyar_bot کێ بوو؟');
    expect(await bot.nextText()).toContain(QUOTE);
  });

  it('may stand below a picture: a command there is none, and no question either', async () => {
    const bot = await startBot();
    bot.server.userSends('/help', { content: { photo: [] } });
    expect(await bot.nextText()).toBe(ckb('bot-only-text-photo'));
    bot.server.userSends('/help@pirsyar_bot', { ...GROUP, content: { photo: [] } });
    bot.server.userSends('@pirsyar_bot', GROUP);
    expect(await bot.nextText()).toBe(ckb('bot-empty'));
  });

  it.each<Partial<Message>>([
    { contact: { phone_number: '1', first_name: 'x' } },
    { dice: { emoji: '🎲', value: 1 } },
    { venue: { location: { latitude: 0, longitude: 0 }, title: 'x', address: 'y' } },
    { checklist: { title: 'x', tasks: [] } },
    { paid_media: { star_count: 1, paid_media: [] } },
    { rich_message: { blocks: [] } },
  ])('may be no text at all: it gets a word of help: %j', async (content) => {
    const bot = await startBot();
    bot.server.userSends('', { content });
    expect(await bot.nextText()).toBe(ckb('bot-only-text'));
  });

  it('may be no message of theirs: what Telegram tells of a chat is passed over', async () => {
    const bot = await startBot();
    const { server } = bot;
    for (const where of [{}, GROUP]) {
      server.userSends('', { ...where, content: { new_chat_title: 'ناو' } });
      server.userSends('', { ...where, content: { delete_chat_photo: true } });
      server.userSends('', {
        ...where,
        content: { message_auto_delete_timer_changed: { message_auto_delete_time: 9 } },
      });
      server.userSends('', { ...where, content: { group_chat_created: true } });
    }
    server.userSends('/help');
    await bot.nextText();
    expect(textsIn(server)).toHaveLength(1);
    expect(textsIn(server, -5)).toEqual([]);
  });

  it('may come from another bot: two that answer each other never stop', async () => {
    const server = await createBotApiServer();
    onTestFinished(() => server.close());
    const bot = createBot(await fakeParts(server));
    bot.botInfo = await bot.api.getMe();
    const chat = { id: 7, type: 'private', first_name: 'x' } as const;
    const entities = [{ type: 'bot_command', offset: 0, length: 5 } as const];
    const message = { message_id: 1, date: NOW / 1000, chat, text: '/help', entities };
    server.userSends('/help');
    for (const is_bot of [true, false]) {
      const from = { id: 7, first_name: 'x', is_bot };
      await bot.handleUpdate({ update_id: 1, message: { ...message, from } });
    }
    expect(server.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
  });
});

describe('a document’s title', () => {
  const title = { ckb: 'Q&A <b>ئامار</b> "2024"', en: 'ئامار & <i>Q&A</i>' };
  const documents = [
    { id: 'a/b?c=<d>&', title, date: null, pages: [{ 'sentence-000000001': 'یەک.' }] },
    { id: 'statement', title, date: null, pages: [] },
  ];

  it('may hold signs of markup and both directions', async () => {
    const bot = await startBot({ library: pagedLibrary(() => documents) });
    const { server } = bot;
    for (const text of ['/start', '/documents', '/documents a/b?c=<d>&']) {
      server.userSends(text);
      expect(await bot.nextText()).toContain(`\u2068${title.ckb}\u2069`);
    }
    server.userSends('/read a/b?c=<d>&');
    const [head = ''] = (await bot.nextText()).split('\n');
    expect(head).toContain(title.ckb);
    expect(directionOf(head)).toBe('rtl');
    bot.answerer.on('کێ؟');
    server.userSends('کێ؟');
    const { payload, error } = await server.nextCall('sendMessage');
    expect(payload['text']).toContain(title.ckb);
    expect(error).toBeUndefined();
  });
});

describe('the bot’s memory', () => {
  it('may have no place on the disk: the bot answers, and its buttons work while it lives', async () => {
    const { log, lines } = keptLog();
    const memory = await openMemory({ directory: '/dev/null/state', retentionInDays: 90, log });
    const bot = await startBot({ memory });
    bot.answerer.on('کێ؟');
    bot.server.userSends('کێ؟');
    expect(await bot.nextText()).toContain(QUOTE);
    bot.server.userTaps({ button: '👍' });
    const { payload } = await bot.server.nextCall('answerCallbackQuery');
    expect(payload['text']).toBe(ckb('bot-vote-thanks'));
    expect(lines.join('\n')).toContain('kept in memory only');
  });

  it('may be deleted under its feet: the bot goes on', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pirsyar-deleted-'));
    const { log } = keptLog();
    const memory = await openMemory({ directory, retentionInDays: 90, log });
    const bot = await startBot({ memory });
    bot.answerer.on('کێ؟').on('کەی؟');
    bot.server.userSends('کێ؟');
    await bot.nextText();
    rmSync(directory, { recursive: true });
    bot.server.userSends('کەی؟');
    expect(await bot.nextText()).toContain(QUOTE);
    bot.server.userSends('/forget');
    expect(await bot.nextText()).toMatch(/^تەواو\./u);
  });

  it('may lose an answer: it comes without buttons, which would know nothing', async () => {
    const memory = await temporaryMemory(keptLog().log);
    const forgetful = { ...memory, answers: { ...memory.answers, add: () => null } };
    const bot = await startBot({ memory: forgetful });
    bot.answerer.on('کێ؟');
    bot.server.userSends('کێ؟');
    const { payload } = await bot.server.nextCall('sendMessage');
    expect(payload['text']).toContain(QUOTE);
    expect(payload).not.toHaveProperty('reply_markup');
  });
});
