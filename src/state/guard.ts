import type { Log } from '../log.ts';
import { resultCode } from './database.ts';

const LINE_INTERVAL_IN_MS = 60_000;

/** Keeps the faults of the storage away from the answers. */
export interface Guard {
  /** What `work` gives, or `instead` where it throws. `what` names it in the log. */
  read<T>(what: string, instead: T, work: () => T): T;
  /** Does it, or loses it where it throws. */
  write(what: string, work: () => void): void;
}

/** Logs a fault of each kind at most once in 60 seconds. `now` gives milliseconds. */
export function createGuard(log: Log, now: () => number): Guard {
  const loggedAt = new Map<string, number>();
  const report = (what: string, error: unknown): void => {
    const kind = faultOf(error);
    const last = loggedAt.get(kind);
    if (last !== undefined && Math.abs(now() - last) < LINE_INTERVAL_IN_MS) return;
    loggedAt.set(kind, now());
    log.error(`The bot's memory fails, and answers go on without it (${what}): ${kind}.`);
  };
  const read = <T>(what: string, instead: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      report(what, error);
      return instead;
    }
  };
  return { read, write: (what, work) => read<void>(what, undefined, work) };
}

/**
 * What went wrong, without a word of what readers wrote: SQLite's own messages name columns only, but those of JSON.parse quote what they
 * could not read.
 */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = resultCode(error);
  if (code !== null) return `SQLite error ${code}, ${error.message}`;
  return error instanceof SyntaxError ? error.name : `${error.name}, ${error.message}`;
}
