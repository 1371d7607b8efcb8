import type { Database, Statement } from './database.ts';
import { MOST_ATTEMPTS, REMEMBERED_IN_MS } from './inbox.ts';
import { numberIn } from './rows.ts';

const DAY_IN_MS = 24 * 60 * 60 * 1000;

/** What deletes from every part of the memory; each method throws what the storage refuses. */
export interface Forgetting {
  /** Deletes everything about a reader, and counts the answers that went. */
  forget(reader: number): number;
  /** Deletes what is older than the retention. */
  prune(now: number): void;
  /** Puts what was written into the file itself and cuts its log to nothing: only then no byte of what was deleted is left in either. */
  emptyLog(): void;
}

/** @param retentionInDays at least 0. */
export function createForgetting(database: Database, retentionInDays: number): Forgetting {
  const prepare = (statements: readonly string[]): readonly Statement[] =>
    statements.map((sql) => database.prepare(sql));
  const answersOf = database.prepare('delete from answers where reader = ?');
  const restOf = prepare([
    'delete from votes where reader = ?',
    'delete from choices where reader = ?',
    'delete from conversations where reader = ?',
    'delete from usage where reader = ?',
    // That they came stays known, else Telegram could bring them again.
    'update updates set content = null, reader = null where reader = ?',
  ]);
  const older = prepare([
    'delete from answers where at < ?',
    'delete from conversations where since < ?',
    'delete from usage where at < ?',
    'delete from updates where at < ?',
  ]);
  const olderUpdates = database.prepare(
    'delete from updates where at < ? and (content is null or attempts >= ?)',
  );
  const checkpoint = database.prepare('pragma wal_checkpoint(truncate)');

  return {
    forget: (reader) =>
      database.transaction(() => {
        for (const statement of restOf) statement.run(reader);
        return answersOf.run(reader);
      }),
    prune: (now) =>
      database.transaction(() => {
        for (const statement of older) statement.run(now - retentionInDays * DAY_IN_MS);
        olderUpdates.run(now - REMEMBERED_IN_MS, MOST_ATTEMPTS);
      }),
    emptyLog() {
      const row = checkpoint.first();
      if (row !== null && numberIn(row, 'busy') === 0) return;
      throw new Error(
        'another process reads the log of the file, which still holds what was deleted',
      );
    },
  };
}
