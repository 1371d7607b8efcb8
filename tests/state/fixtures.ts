import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Log } from '../../src/log.ts';
import { connect } from '../../src/state/database.ts';
import type { Database } from '../../src/state/database.ts';
import { createMemory } from '../../src/state/memory.ts';
import { openDatabase } from '../../src/state/open-database.ts';
import { openMemory } from '../../src/state/open-memory.ts';
import type { Inbox, Memory, NewAnswer } from '../../src/telegram/memory.ts';
import { keptLog } from '../support/kept-log.ts';
import { answer } from '../telegram/fake-answerer.ts';

export type Update = ReturnType<Inbox['pending']>[number];

export const DAY = 24 * 60 * 60 * 1000;
export const NOON = Date.UTC(2026, 10, 22, 12);
export const READER = 7_000_000_001;
export const OTHER_READER = 7_000_000_002;
/** The chat of a reader with the bot. */
export const PLACE = { chat: READER, thread: 0 } as const;

/** A memory of thirty days in a folder, which logs where a test can read it. */
export async function open(directory: string, { log }: { log: Log } = keptLog()): Promise<Memory> {
  return openMemory({ directory, log, retentionInDays: 30 });
}

/** A memory together with the database that it works on; the clock of its log stands at `clock.now`. */
export async function openBoth(
  directory: string,
): Promise<{ memory: Memory; database: Database; lines: string[]; clock: { now: number } }> {
  mkdirSync(directory, { recursive: true });
  const { log, lines } = keptLog();
  const clock = { now: NOON };
  const database = await openDatabase(join(directory, 'bot.sqlite'), { log });
  const memory = createMemory(database, { log, retentionInDays: 30, now: () => clock.now });
  return { memory, database, lines, clock };
}

/** Runs SQL in the file of a folder, as somebody who comes from outside. */
export async function execute(directory: string, sql: string): Promise<void> {
  const database = await connect(join(directory, 'bot.sqlite'));
  database.execute(sql);
  database.close();
}

/** A message of a reader. */
export function update(id: number, text = 'کێ بوو؟', reader = READER): Update {
  return {
    update_id: id,
    message: {
      message_id: id,
      date: NOON / 1000,
      chat: { id: reader, type: 'private', first_name: 'ئازاد' },
      from: { id: reader, is_bot: false, first_name: 'ئازاد' },
      text,
    },
  };
}

/** The ids of updates, in their order. */
export function idsOf(updates: readonly Update[]): readonly number[] {
  return updates.map((one) => one.update_id);
}

/** An answer that is about to be sent. */
export function newAnswer(changes: Partial<NewAnswer> = {}): NewAnswer {
  return {
    reader: READER,
    place: PLACE,
    questionMessage: 21,
    messages: [],
    question: 'کێ سەرۆکایەتیی شاندەکەی کرد؟',
    history: ['شاندەکە چوو بۆ کوێ؟'],
    document: null,
    language: 'ckb',
    texts: { ckb: answer() },
    suggestions: ['کەی بوو؟', 'بۆچی؟'],
    at: NOON,
    ...changes,
  };
}

/** The names of the files of a folder that hold a text. */
export function filesWith(directory: string, text: string): readonly string[] {
  return readdirSync(directory).filter((name) =>
    readFileSync(join(directory, name)).includes(text),
  );
}
