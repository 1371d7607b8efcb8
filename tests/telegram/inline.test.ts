import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { list, record } from '../support/bot-api/payload.ts';
import type { Payload } from '../support/bot-api/payload.ts';
import { startBot, WORDS } from './bot-harness.ts';
import { citation, QUOTE } from './fake-answerer.ts';
import { startRealBot } from './real-bot.ts';
import type { RealBot } from './real-bot.ts';

const SOURCE = readFileSync('data/documents/statement.ckb.txt', 'utf8');
const QUERY = 'شاندی عێراق';

/** What the bot offers for a query. */
async function offered(
  { server }: Pick<RealBot, 'server'>,
  query: string,
  doing: { languageCode?: string; from?: number; chat?: number } = {},
): Promise<{ payload: Payload; results: Payload[] }> {
  server.userQueriesInline(query, doing);
  const { payload, error } = await server.nextCall('answerInlineQuery');
  expect(error).toBeUndefined();
  return { payload, results: list(payload['results']).map(record) };
}

describe('a query in the line of any chat', () => {
  it('gets the nearest sentences, each verbatim with the address of its source', async () => {
    const bot = await startRealBot();
    const { payload, results } = await offered(bot, QUERY);
    expect(results.length).toBeGreaterThan(2);
    for (const result of results) {
      const content = record(result['input_message_content']);
      const text = String(content['message_text']);
      const entities = list(content['entities']).map(record);
      const spans = new Map(
        entities.map(({ type, offset, length }) => [
          type,
          text.slice(Number(offset), Number(offset) + Number(length)),
        ]),
      );
      expect(SOURCE).toContain(spans.get('blockquote'));
      expect(entities.find(({ type }) => type === 'text_link')?.['url']).toBe(
        `https://t.me/pirsyar_bot?start=s_${String(result['id'])}`,
      );
      const title = String(spans.get('text_link'));
      const source = WORDS.ckb.text('bot-source-nearest', { title });
      expect(text).toBe(`${spans.get('blockquote')}\n${source}`);
      expect(content['link_preview_options']).toEqual({ is_disabled: true });
    }
    expect(payload).toMatchObject({ cache_time: 300, is_personal: true });
  });

  it('shows a reader of English the rendition, above it the sentence itself', async () => {
    const bot = await startRealBot();
    const { results } = await offered(bot, 'Fuad Hussein', { languageCode: 'en' });
    const [first] = results;
    expect(first?.['title']).toContain('Fuad');
    const text = String(record(first?.['input_message_content'])['message_text']);
    expect(SOURCE).toContain(text.split('\n')[0]);
    expect(text).toContain(String(first?.['title']));
  });

  it('is in the language that the reader chose', async () => {
    const bot = await startRealBot();
    bot.server.userSends('/language en', { from: 8 });
    await bot.server.nextCall('sendMessage');
    const { payload } = await offered(bot, QUERY, { from: 8 });
    expect(payload['button']).toEqual({
      text: WORDS.en.text('bot-inline-open'),
      start_parameter: 'inline',
    });
  });

  it('that asks nothing, or something unknown, gets a button that leads to the bot', async () => {
    const bot = await startRealBot();
    const button = async (query: string): Promise<unknown> => {
      const { payload, results } = await offered(bot, query);
      expect(results).toEqual([]);
      return record(payload['button'])['text'];
    };
    for (const query of ['', '  ']) {
      expect(await button(query)).toBe(WORDS.ckb.text('bot-inline-open'));
    }
    for (const query of ['🙂🙂', '؟!…', '987654321', 'لە و بۆ']) {
      expect(await button(query)).toBe(WORDS.ckb.text('bot-inline-nothing'));
    }
  });

  it('may be as long as Telegram lets it be', async () => {
    const bot = await startRealBot();
    const query = 'شاندی حکومەتی عێراق '.repeat(20).slice(0, 256);
    expect((await offered(bot, query)).results.length).toBeGreaterThan(0);
    expect((await offered(bot, '🙂'.repeat(128))).results).toEqual([]);
  });

  it('leads to a greeting', async () => {
    const bot = await startRealBot();
    bot.server.userSends('/start inline');
    expect((await bot.next()).text).toContain(WORDS.ckb.text('bot-greeting'));
  });

  it('writes nothing into any chat, keeps nothing, and counts for no limit', async () => {
    const bot = await startRealBot({ rateLimits: { perReader: 1, perGroup: null } });
    for (const _ of [1, 2, 3]) await offered(bot, QUERY);
    bot.server.userSends('/forget');
    expect((await bot.next()).text).toBe(WORDS.ckb.text('bot-forgotten', { answers: 0 }));
    expect(bot.server.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
  });
});

describe('an inline query', () => {
  it('that fails is answered all the same; its words stay out of the log', async () => {
    const failure = new TypeError('cannot read نهێنی');
    const bot = await startBot({ finder: { find: () => Promise.reject(failure) } });
    expect((await offered(bot, 'نهێنی')).results).toEqual([]);
    expect(bot.lines.join('\n')).toContain('"failure":"TypeError"');
    expect(bot.lines.join('\n')).not.toContain('نهێنی');
  });

  it('that waited too long is no failure', async () => {
    const bot = await startBot({ finder: { find: async () => [citation()] } });
    const description = 'Bad Request: query is too old and response timeout expired';
    bot.server.failNext('answerInlineQuery', { code: 400, description });
    bot.server.userQueriesInline('کێ');
    await bot.server.nextCall('answerInlineQuery');
    await offered(bot, 'کێ');
    await bot.handle.stop();
    expect(bot.lines.join('\n')).not.toMatch(/^error/mu);
  });

  it('whose result was sent in the chat with the bot is no question', async () => {
    const bot = await startBot();
    bot.server.userSends('', { content: { text: QUOTE, via_bot: bot.server.me } });
    bot.server.userSends('/help');
    expect(await bot.nextText()).toContain('/check');
    expect(bot.answerer.asked).toEqual([]);
  });
});
