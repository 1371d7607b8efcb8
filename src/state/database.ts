import type Libsql from 'libsql';

import { PirsyarError } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** What a statement can be given. */
export type Value = number | string | null;

/** A row by its columns, not looked at yet; rows.ts reads it. */
export type Row = JsonObject;

/** A statement, compiled once and run often; each run is a transaction of its own where it isn't inside of one. */
export interface Statement {
  /** How many rows it changed, those of a cascade not counted. */
  run(...values: readonly Value[]): number;
  /** Outside of a transaction, for statements that only read. */
  first(...values: readonly Value[]): Row | null;
  /** Outside of a transaction, for statements that only read. */
  all(...values: readonly Value[]): readonly Row[];
}

/** A connection to an SQLite file; everything is synchronous, and every method throws what SQLite refuses. */
export interface Database {
  prepare(sql: string): Statement;
  /** Runs statements that give nothing back; nothing of them is left behind. */
  execute(sql: string): void;
  /** All of it or nothing; one inside another is part of that. Waits for another process that writes, up to the busy timeout. */
  transaction<T>(work: () => T): T;
  /** Puts what was written into the file itself and cuts its log to nothing; false where another process still reads from that. */
  emptyLog(): boolean;
  /** The files stay open until every prepared statement is collected, so what must be in them has to be put there before. */
  close(): void;
}

const WRITE = 'begin immediate';
const READ = 'begin; select 1 from sqlite_schema limit 1';

/**
 * Connects to a file, or to `:memory:`. A missing file is made; a missing folder isn't.
 *
 * Here stand the fences around libsql 0.5.29. It ends the process instead of throwing where it is given a value of another type, where it
 * reads text that isn't UTF-8 (rows.ts has the remedy), and where it is asked for its state once it is closed. And a prepared statement that
 * finds the file locked counts as running ever after, so that nothing can be committed: so only `exec` ever asks for a lock.
 *
 * @throws {PirsyarError} where libsql can't be loaded. @throws an Error where the file can't be opened.
 */
export async function connect(file: string): Promise<Database> {
  const Connection = await loadLibsql();
  const connection = new Connection(file);
  let isOpen = true;
  let isLocked = false;
  const opened = (): Libsql.Database => {
    if (!isOpen) throw new Error('the database is closed');
    return connection;
  };
  const locked = <T>(begin: string, work: () => T): T => {
    if (isLocked) return work();
    try {
      opened().exec(begin);
      isLocked = true;
      const result = work();
      opened().exec('commit');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself where the disk is full.
      if (isOpen && connection.inTransaction) connection.exec('rollback');
      throw error;
    } finally {
      isLocked = false;
    }
  };
  return {
    prepare(sql) {
      const statement = opened().prepare(sql);
      // Values go as one list, because libsql takes a null that stands alone for one.
      return {
        run: (...values) => locked(WRITE, () => statement.run(checked(values)).changes),
        first: (...values) => locked(READ, () => rowOrNull(statement.get(checked(values)))),
        all: (...values) => locked(READ, () => statement.all(checked(values)).filter(isJsonObject)),
      };
    },
    execute: (sql) => void opened().exec(sql),
    transaction: (work) => locked(WRITE, work),
    emptyLog() {
      const row = rowOrNull(opened().prepare('pragma wal_checkpoint(truncate)').get());
      return row?.['busy'] === 0;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      connection.close();
    },
  };
}

function rowOrNull(value: unknown): Row | null {
  return isJsonObject(value) ? value : null;
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

/** @throws {TypeError} at a value that the types rule out. */
function checked(values: readonly Value[]): readonly Value[] {
  for (const value of values) {
    if (value !== null && typeof value !== 'number' && typeof value !== 'string') {
      throw new TypeError(`a column can't be given a ${typeof value}`);
    }
  }
  return values;
}
