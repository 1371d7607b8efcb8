/** What transactions need of a connection. */
interface LockedConnection {
  /** Throws what SQLite refuses. */
  readonly exec: (sql: string) => void;
  readonly isInTransaction: () => boolean;
}

/** The transactions of one connection; none of them is begun inside of work that has one already. */
export interface Locks {
  /** Work that only reads sees one state of the file. */
  read<T>(work: () => T): T;
  /** One statement that writes. */
  write<T>(work: () => T): T;
  /** All of it or nothing. */
  whole<T>(work: () => T): T;
  /**
   * What is written in the work is put into the file together with what else is gathered in this turn of the event loop. `kept` resolves
   * then, and rejects where it can't be kept; whoever reads meanwhile sees it.
   */
  gather<T>(work: () => T): { readonly result: T; readonly kept: Promise<void> };
  /** Puts what was gathered into the file now. */
  settle(): void;
}

/** What was written in this turn of the event loop, and is not yet in the file. */
interface Gathering {
  readonly kept: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const WRITE = 'begin immediate';
const READ = 'begin; select 1 from sqlite_schema limit 1';

/**
 * Only `exec` ever asks for a lock: a prepared statement of libsql that finds the file locked counts as running ever after, so that nothing
 * can be committed.
 */
export function createLocks({ exec, isInTransaction }: LockedConnection): Locks {
  let isLocked = false;
  let gathering: Gathering | null = null;

  function locked<T>(begin: string, work: () => T): T {
    try {
      exec(begin);
      isLocked = true;
      const result = work();
      exec('commit');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself where the disk is full.
      if (isInTransaction()) exec('rollback');
      throw error;
    } finally {
      isLocked = false;
    }
  }

  function settle(): void {
    const settled = gathering;
    if (settled === null) return;
    gathering = null;
    try {
      exec('commit');
      settled.resolve();
    } catch (error) {
      if (isInTransaction()) exec('rollback');
      settled.reject(error);
    }
  }

  /** All or nothing among what is gathered. */
  function saved<T>(work: () => T): T {
    exec('savepoint part');
    try {
      const result = work();
      exec('release part');
      return result;
    } catch (error) {
      if (isInTransaction()) exec('rollback to part; release part');
      else lose(error);
      throw error;
    }
  }

  /** SQLite has rolled back by itself, with all that was gathered. */
  function lose(error: unknown): void {
    gathering?.reject(error);
    gathering = null;
  }

  function write<T>(work: () => T): T {
    if (isLocked) return work();
    settle();
    return locked(WRITE, work);
  }

  return {
    read: (work) => (isLocked || gathering !== null ? work() : locked(READ, work)),
    write,
    whole: (work) => (isLocked && gathering !== null ? saved(work) : write(work)),
    gather(work) {
      if (isLocked) return { result: work(), kept: gathering?.kept ?? Promise.resolve() };
      if (gathering === null) {
        exec(WRITE);
        gathering = newGathering();
        setImmediate(settle);
      }
      const { kept } = gathering;
      isLocked = true;
      try {
        return { result: work(), kept };
      } finally {
        isLocked = false;
      }
    },
    settle() {
      if (!isLocked) settle();
    },
  };
}

function newGathering(): Gathering {
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => {}, () => {}];
  const kept = new Promise<void>((...settlers) => {
    [resolve, reject] = settlers;
  });
  // Who waits for it hears of a rejection; that nobody does must not end the process.
  kept.catch(() => {});
  return { kept, resolve, reject };
}
