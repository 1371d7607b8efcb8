import type Libsql from 'libsql';

import { PirsyarError } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** What a statement can be given. */
export type Value = number | string | null;

/** A row by its columns, not looked at yet; rows.ts reads it. */
export type Row = JsonObject;

/** A statement, compiled once and run often. */
export interface Statement {
  /** How many rows it changed, those of a cascade not counted. */
  run(...values: readonly Value[]): number;
  first(...values: readonly Value[]): Row | null;
  all(...values: readonly Value[]): readonly Row[];
}

/** A connection to an SQLite file; everything is synchronous, and every method throws what SQLite refuses. */
export interface Database {
  prepare(sql: string): Statement;
  /** Runs statements that give nothing back; nothing of them is left behind. */
  execute(sql: string): void;
  /** All of it or nothing; not to be nested. Waits for another process that writes, up to the busy timeout. */
  transaction<T>(work: () => T): T;
  /** The files stay open until every prepared statement is collected, so what must be in them has to be put there before. */
  close(): void;
}

/**
 * Connects to a file, or to `:memory:`. A missing file is made; a missing folder isn't.
 *
 * Here stand the fences around libsql 0.5.29, which ends the process instead of throwing where it is given a value of another type, where
 * it reads text that isn't UTF-8 (rows.ts has the remedy), and where it is asked for its state once it is closed.
 *
 * @throws {PirsyarError} where libsql can't be loaded. @throws an Error where the file can't be opened.
 */
export async function connect(file: string): Promise<Database> {
  const Connection = await loadLibsql();
  const connection = new Connection(file);
  let isOpen = true;
  const opened = (): Libsql.Database => {
    if (!isOpen) throw new Error('the database is closed');
    return connection;
  };
  const prepare = (sql: string): Statement => {
    const statement = opened().prepare(sql);
    const given = (values: readonly Value[]): Libsql.Statement => {
      opened();
      for (const value of values) refuseUnknown(value);
      return statement;
    };
    // As one list, because libsql takes a null that stands alone for one.
    return {
      run: (...values) => given(values).run(values).changes,
      first(...values) {
        const row = given(values).get(values);
        return isJsonObject(row) ? row : null;
      },
      all: (...values) => given(values).all(values).filter(isJsonObject),
    };
  };
  return {
    prepare,
    execute: (sql) => void opened().exec(sql),
    transaction(work) {
      opened().exec('begin immediate');
      try {
        const result = work();
        opened().exec('commit');
        return result;
      } catch (error) {
        // SQLite has rolled back by itself where the disk is full.
        if (isOpen && connection.inTransaction) connection.exec('rollback');
        throw error;
      }
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      connection.close();
    },
  };
}

/** SQLite's result codes that somebody here asks for. */
export const RESULT = { error: 1, busy: 5, corrupt: 11, notADatabase: 26 } as const;

/** SQLite's primary result code of an error; null where it comes from elsewhere. */
export function resultCode(error: unknown): number | null {
  const code = error instanceof Error && 'rawCode' in error ? error.rawCode : null;
  // The higher bits tell more than anybody here asks for, and libsql knows no names for some of them.
  return typeof code === 'number' ? code & 0xff : null;
}

async function loadLibsql(): Promise<typeof Libsql> {
  try {
    return (await import('libsql')).default;
  } catch (cause) {
    throw new PirsyarError(
      "libsql, which keeps what the bot remembers, can't be loaded: run `npm ci` with optional dependencies on a platform that it has a build for.",
      { cause },
    );
  }
}

function refuseUnknown(value: unknown): void {
  if (value === null || typeof value === 'number' || typeof value === 'string') return;
  throw new TypeError(`a column can't be given a ${typeof value}`);
}
