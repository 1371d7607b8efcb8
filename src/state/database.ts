import type Libsql from 'libsql';

import { PirsyarError } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { createLocks } from './locks.ts';
import type { Locks } from './locks.ts';

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
  /** Work that only reads sees one state of the file, and costs less than statement by statement. */
  reading<T>(work: () => T): T;
  /** Work whose writes are put into the file together with others of this turn of the event loop. See {@link Locks.gather}. */
  gather: Locks['gather'];
  /** Puts what was written into the file itself and cuts its log to nothing; false where another process still reads from that. */
  emptyLog(): boolean;
  /** The files stay open until every prepared statement is collected, so what must be in them has to be put there before. */
  close(): void;
}

/**
 * Connects to a file, or to `:memory:`. A missing file is made; a missing folder isn't.
 *
 * Here stand the fences around libsql 0.5.29. It ends the process instead of throwing where it is given a value of another type, where it
 * reads text that isn't UTF-8 (rows.ts has the remedy), and where it is asked for its state once it is closed. locks.ts has one more.
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
  const locks = createLocks({
    exec: (sql) => void opened().exec(sql),
    isInTransaction: () => isOpen && connection.inTransaction,
  });
  return {
    prepare(sql) {
      const statement = opened().prepare(sql);
      // Values go as one list, because libsql takes a null that stands alone for one.
      return {
        run: (...values) => locks.write(() => statement.run(checked(values)).changes),
        first: (...values) => locks.read(() => rowOrNull(statement.get(checked(values)))),
        all: (...values) => locks.read(() => statement.all(checked(values)).filter(isJsonObject)),
      };
    },
    execute(sql) {
      locks.settle();
      opened().exec(sql);
    },
    transaction: (work) => locks.whole(work),
    reading: (work) => locks.read(work),
    gather: (work) => locks.gather(work),
    emptyLog() {
      locks.settle();
      const row = rowOrNull(opened().prepare('pragma wal_checkpoint(truncate)').get());
      return row?.['busy'] === 0;
    },
    close() {
      if (!isOpen) return;
      locks.settle();
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
