import type { Log } from '../log.ts';
import type { Memory } from '../telegram/memory.ts';
import { createAnswers } from './answers.ts';
import { createAudit } from './audit.ts';
import type { Database } from './database.ts';
import { createEditors } from './editors.ts';
import { createFollowers } from './followers.ts';
import { createForgetting } from './forgetting.ts';
import { createGuard } from './guard.ts';
import type { Guard } from './guard.ts';
import { createInbox } from './inbox.ts';
import { createInsight } from './insight.ts';
import { createOutbox } from './outbox.ts';
import { createReaders } from './readers.ts';
import { createSentences } from './sentences.ts';
import { createUsage } from './usage.ts';

/** What a memory needs besides its database. */
export interface MemoryParts {
  readonly log: Log;
  /** For how many days answers are kept, at least 0. */
  readonly retentionInDays: number;
  /** Milliseconds; only for how often faults are logged. Default: `Date.now`. */
  readonly now?: () => number;
}

/**
 * The memory over a database whose tables are up to date; it closes the database in the end.
 *
 * @throws what SQLite says where tables are missing.
 */
export function createMemory(
  database: Database,
  { log, retentionInDays, now = Date.now }: MemoryParts,
): Memory {
  const guard = createGuard(log, now);
  const forgetting = createForgetting(database, retentionInDays);
  const sweep = (): void => {
    guard.write('rewrite', () => forgetting.rewrite());
    guard.write('emptyLog', () => forgetting.emptyLog());
  };
  return {
    inbox: createInbox(database, guard),
    readers: {
      ...createReaders(database, guard),
      forget(reader) {
        const answers = guard.read('readers.forget', null, () => forgetting.forget(reader));
        sweep();
        return answers;
      },
    },
    answers: createAnswers(database, guard),
    usage: createUsage(database, guard),
    sentences: createSentences(database, guard),
    editors: createEditors(database, guard),
    audit: createAudit(database, guard),
    followers: createFollowers(database, guard),
    outbox: createOutbox(database, guard),
    insight: createInsight(database, guard),
    reading: (work) => readingWith(database, guard, work),
    gathered: async (work) => gatheredWith(database, guard, work),
    prune(time) {
      guard.write('prune', () => forgetting.prune(time));
      sweep();
    },
    close() {
      sweep();
      guard.write('close', () => database.close());
    },
  };
}

/** Where the storage fails, each read in the work fails by itself, and gives what a new reader would get. */
function readingWith<T>(database: Database, guard: Guard, work: () => T): T {
  const results: T[] = [];
  guard.write('reading', () => database.reading(() => void results.push(work())));
  const [result = work()] = results;
  return result;
}

/** Where no gathering can be begun, each write in the work is kept by itself, or not. */
async function gatheredWith<T>(database: Database, guard: Guard, work: () => T): Promise<T | null> {
  const gathered = guard.read('gathered', null, () => database.gather(work));
  if (gathered === null) return work();
  try {
    await gathered.kept;
    return gathered.result;
  } catch (error) {
    return guard.read('gathered', null, () => {
      throw error;
    });
  }
}
