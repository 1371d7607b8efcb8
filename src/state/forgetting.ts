import type { Database, Statement } from './database.ts';
import { MOST_ATTEMPTS, REMEMBERED_IN_MS } from './inbox.ts';

const DAY_IN_MS = 24 * 60 * 60 * 1000;

/** What deletes from every part of the memory; each method throws what the storage refuses. */
export interface Forgetting {
  /** Deletes everything about a reader, and counts the answers that went. */
  forget(reader: number): number;
  /** Deletes what is older than the retention. */
  prune(now: number): void;
  /** Writes the file anew where somebody was forgotten since it last was: only then not a byte of it is left. 0.6 s for 80 MB. */
  rewrite(): void;
  /** Cuts the log of the file to nothing, which else keeps what was deleted; throws where that was so and another process holds it. */
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
    'delete from editors where id = ?',
    'delete from followers where reader = ?',
    'delete from notices where reader = ?',
    // What an admin did stays known, but not who it was.
    'update editors set added_by = null where added_by = ?',
    'update audit set person = null where person = ?',
    'update audit set about = null where about = ?',
    // That they came stays known, else Telegram could bring them again.
    'update updates set content = null, reader = null where reader = ?',
  ]);
  const older = prepare([
    'delete from answers where at < ?',
    'delete from conversations where since < ?',
    'delete from usage where at < ?',
    'delete from notices where at < ?',
    'update updates set content = null, reader = null where at < ?',
  ]);
  const olderUpdates = database.prepare(
    'delete from updates where at < ? and (content is null or attempts >= ?)',
  );

  let [isForgotten, isDeleted] = [false, false];

  return {
    forget(reader) {
      const { answers, others } = database.transaction(() => ({
        others: restOf.map((statement) => statement.run(reader)),
        answers: answersOf.run(reader),
      }));
      isForgotten ||= answers > 0 || others.some((count) => count > 0);
      isDeleted ||= isForgotten;
      return answers;
    },
    prune(now) {
      const before = now - retentionInDays * DAY_IN_MS;
      database.transaction(() => {
        for (const statement of older) isDeleted = statement.run(before) > 0 || isDeleted;
        olderUpdates.run(now - REMEMBERED_IN_MS, MOST_ATTEMPTS);
      });
    },
    rewrite() {
      // secure_delete clears what is deleted, but not the copies that stay behind where SQLite moves rows from one page to another.
      if (isForgotten) database.execute('vacuum');
      isForgotten = false;
    },
    emptyLog() {
      if (database.emptyLog()) isDeleted = false;
      if (!isDeleted) return;
      throw new Error('another process holds the log of the file, and in it what was deleted');
    },
  };
}
