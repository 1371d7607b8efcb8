import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { AnswerLanguage } from '../../src/answering/answer.ts';
import type { Log } from '../../src/log.ts';
import { createMessages } from '../../src/messages.ts';
import type { Messages } from '../../src/messages.ts';
import { openMemory } from '../../src/state/open-memory.ts';
import type { Memory } from '../../src/telegram/memory.ts';
import type { BotParts, Library } from '../../src/telegram/parts.ts';
import type { PollingHandle } from '../../src/telegram/polling.ts';
import { startTelegramBot } from '../../src/telegram/telegram-bot.ts';
import { record } from '../support/bot-api/payload.ts';
import { createBotApiServer } from '../support/bot-api/server.ts';
import type { ApiCall, BotApiServer } from '../support/bot-api/server.ts';
import { fakeAdministration } from './fake-administration.ts';
import { FakeAnswerer } from './fake-answerer.ts';
import { FakeQuoteChecker } from './fake-quote-checker.ts';

export const ADMIN = 99;

export const TITLES = { ckb: 'ڕاگەیێندراوی هاوبەش (Joint Statement)', en: 'Joint statement' };

export const EXAMPLES = {
  ckb: ['کێ سەرۆکی شاندی عێراق بوو؟', 'کەی کۆبوونەوەکە کرا؟', 'باسی چی کرا؟'],
  en: ['Who led the delegation of Iraq?', 'When was the meeting?', 'What was discussed?'],
};

/** The files of the bot's own words. */
const RESOURCES = ['telegram', 'documents', 'releases', 'roles', 'reports', 'follow'] as const;

/** The contents of a language's own resources. */
export function resource(language: AnswerLanguage): string {
  return RESOURCES.map((name) => read(language, name)).join('\n');
}

function read(language: AnswerLanguage, name: string): string {
  return readFileSync(`data/messages/${language}/${name}.ftl`, 'utf8');
}

/** The bot's real words. */
export const WORDS: Readonly<Record<AnswerLanguage, Messages>> = {
  ckb: createMessages('ckb', [resource('ckb'), read('ckb', 'checking'), read('ckb', 'insight')], {
    isolate: true,
  }),
  en: createMessages('en', [resource('en'), read('en', 'checking'), read('en', 'insight')], {
    isolate: true,
  }),
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

/** A running bot over fakes and a real memory, with a clock that stands still until it is moved. */
export interface Harness {
  readonly server: BotApiServer;
  readonly answerer: FakeAnswerer;
  readonly quotes: FakeQuoteChecker;
  readonly handle: PollingHandle;
  readonly lines: readonly string[];
  readonly token: string;
  readonly clock: { now: number };
  readonly memory: Memory;
  /** The text of the next message that the bot sends. */
  readonly nextText: () => Promise<string>;
  /** Ends the bot, unless it has ended, and starts it anew on the same server and the same memory. */
  readonly restart: (changes?: Partial<BotParts>) => Promise<void>;
}

/** A library of one document without pages, which has every sentence that is asked for. */
export function libraryOf(changes: Partial<Library> = {}): Library {
  return {
    documents: () => [{ id: 'statement', title: TITLES, date: '2021-04-07' }],
    examples: (language) => EXAMPLES[language],
    reader: { page: () => null, pageOf: () => null, has: () => true, sentences: () => [] },
    changes: { find: () => null },
    ...changes,
  };
}

/** A memory in a folder of its own, closed and removed after the test. */
export async function temporaryMemory(log: Log): Promise<Memory> {
  const directory = mkdtempSync(join(tmpdir(), 'pirsyar-memory-'));
  const memory = await openMemory({ directory, retentionInDays: 90, log });
  onTestFinished(() => {
    memory.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return memory;
}

/** The time at which the server's clock stands, in milliseconds. */
export const NOW = 1_700_000_000_000;

/** The parts of a bot over fakes, on a server. */
export async function fakeParts(
  server: BotApiServer,
  changes: Partial<BotParts> = {},
): Promise<BotParts & { lines: readonly string[] }> {
  const { log, lines } = keptLog();
  return {
    token: server.token,
    apiRoot: server.root,
    paced: false,
    adminIds: [ADMIN],
    note: () => null,
    answerer: new FakeAnswerer(),
    asksModel: false,
    suggester: { suggest: async () => [] },
    finder: { find: async () => [] },
    explainer: { asksMeaning: () => false, explainQuote: async () => null },
    quotes: new FakeQuoteChecker(),
    library: libraryOf(),
    administration: fakeAdministration(),
    memory: changes.memory ?? (await temporaryMemory(changes.log ?? log)),
    retentionInDays: 90,
    messages: WORDS,
    rateLimits: { perReader: null, perGroup: null },
    log,
    now: () => NOW,
    ...changes,
    lines,
  };
}

/** Starts a server and a bot; both are stopped after the test. */
export async function startBot(changes: Partial<BotParts> = {}): Promise<Harness> {
  const server = await createBotApiServer();
  const answerer = new FakeAnswerer();
  const quotes = new FakeQuoteChecker();
  const clock = {
    get now() {
      return server.clock.now * 1000;
    },
    set now(time) {
      server.clock.now = time / 1000;
    },
  };
  const given = { answerer, quotes, now: () => clock.now, ...changes };
  const parts = await fakeParts(server, given);
  let handle = startTelegramBot(parts);
  onTestFinished(async () => {
    await handle.stop();
    await server.close();
  });
  return {
    server,
    answerer,
    quotes,
    get handle() {
      return handle;
    },
    lines: parts.lines,
    token: server.token,
    clock,
    memory: parts.memory,
    nextText: async () => String((await server.nextCall('sendMessage')).payload['text']),
    async restart(more = {}) {
      await handle.stop();
      handle = startTelegramBot({ ...parts, ...more });
    },
  };
}

/** The id of the message that a call sent or changed. */
export function idOf({ result }: ApiCall): number {
  return Number(record(result)['message_id']);
}

/** What the bot says in a chat now, after all edits and deletions. */
export function textsIn(server: BotApiServer, chat = 7): string[] {
  return server
    .messagesIn(chat)
    .filter(({ from }) => from?.id === server.me.id)
    .map(({ text = '' }) => text);
}

/** What the expandable quotes of a sent message hold. */
export function quotesOf({ payload }: ApiCall): readonly string[] {
  const text = String(payload['text']);
  const entities = Array.isArray(payload['entities']) ? payload['entities'] : [];
  return entities
    .filter(({ type }) => type === 'expandable_blockquote')
    .map(({ offset, length }) => text.slice(offset, offset + length));
}
