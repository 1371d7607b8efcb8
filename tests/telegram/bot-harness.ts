import { readFileSync } from 'node:fs';

import { onTestFinished } from 'vitest';

import type { AnswerLanguage } from '../../src/answering/answer.ts';
import type { Log } from '../../src/log.ts';
import { createMessages } from '../../src/messages.ts';
import type { Messages } from '../../src/messages.ts';
import type { BotParts, ReindexReport } from '../../src/telegram/parts.ts';
import type { PollingHandle } from '../../src/telegram/polling.ts';
import { startTelegramBot } from '../../src/telegram/telegram-bot.ts';
import { createBotApiServer } from '../support/bot-api/server.ts';
import type { ApiCall, BotApiServer } from '../support/bot-api/server.ts';
import { FakeAnswerer } from './fake-answerer.ts';
import { FakeQuoteChecker } from './fake-quote-checker.ts';

export const ADMIN = 99;

export const TITLES = { ckb: 'ڕاگەیێندراوی هاوبەش (Joint Statement)', en: 'Joint statement' };

export const EXAMPLES = {
  ckb: ['کێ سەرۆکی شاندی عێراق بوو؟', 'کەی کۆبوونەوەکە کرا؟', 'باسی چی کرا؟'],
  en: ['Who led the delegation of Iraq?', 'When was the meeting?', 'What was discussed?'],
};

export const REPORT: ReindexReport = {
  documents: 3,
  passages: 40,
  added: 1,
  changed: 1,
  removed: 0,
  unchanged: 1,
  failed: [],
  elapsedMs: 1234,
};

/** The contents of a language's resource. */
export function resource(language: AnswerLanguage): string {
  return readFileSync(`data/messages/${language}/telegram.ftl`, 'utf8');
}

function checking(language: AnswerLanguage): string {
  return readFileSync(`data/messages/${language}/checking.ftl`, 'utf8');
}

/** The bot's real words. */
export const WORDS: Readonly<Record<AnswerLanguage, Messages>> = {
  ckb: createMessages('ckb', [resource('ckb'), checking('ckb')], { isolate: true }),
  en: createMessages('en', [resource('en'), checking('en')], { isolate: true }),
};

/** A log that keeps its lines, each with its fields. */
export function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const keep =
    (level: string) =>
    (message: string, fields: object = {}): void => {
      lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
    };
  return {
    log: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') },
    lines,
  };
}

/** A running bot over fakes, with a clock that stands still until it is moved. */
export interface Harness {
  readonly server: BotApiServer;
  readonly answerer: FakeAnswerer;
  readonly quotes: FakeQuoteChecker;
  readonly handle: PollingHandle;
  readonly lines: readonly string[];
  readonly token: string;
  readonly clock: { now: number };
  /** The text of the next message that the bot sends. */
  readonly nextText: () => Promise<string>;
}

/** Starts a server and a bot; both are stopped after the test. */
export async function startBot(changes: Partial<BotParts> = {}): Promise<Harness> {
  const server = await createBotApiServer();
  const answerer = new FakeAnswerer();
  const quotes = new FakeQuoteChecker();
  const { log, lines } = keptLog();
  const clock = { now: 1_000_000 };
  const handle = startTelegramBot({
    token: server.token,
    apiRoot: server.root,
    adminIds: [ADMIN],
    note: () => null,
    answerer,
    documents: () => [{ id: 'statement', title: TITLES, date: '2021-04-07' }],
    quotes,
    examples: (language) => EXAMPLES[language],
    reindex: async () => REPORT,
    messages: WORDS,
    questionsPerMinute: null,
    log,
    now: () => clock.now,
    ...changes,
  });
  onTestFinished(async () => {
    await handle.stop();
    await server.close();
  });
  return {
    server,
    answerer,
    quotes,
    handle,
    lines,
    token: server.token,
    clock,
    nextText: async () => String((await server.nextCall('sendMessage')).payload['text']),
  };
}

/** What the expandable quotes of a sent message hold. */
export function quotesOf({ payload }: ApiCall): readonly string[] {
  const text = String(payload['text']);
  const entities = Array.isArray(payload['entities']) ? payload['entities'] : [];
  return entities
    .filter(({ type }) => type === 'expandable_blockquote')
    .map(({ offset, length }) => text.slice(offset, offset + length));
}
