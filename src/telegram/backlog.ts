import type { Update } from 'grammy/types';

/** The updates that waited for us: they came while we were down, or while Telegram couldn't be reached. */
export interface Backlog {
  add(updates: readonly Update[]): void;
  has(update: Update): boolean;
}

/** Remembers them as long as they are being handled. */
export function createBacklog(): Backlog {
  const waited = new WeakSet<Update>();
  return {
    add(updates) {
      for (const update of updates) waited.add(update);
    },
    has: (update) => waited.has(update),
  };
}
