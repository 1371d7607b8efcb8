import type { Usage } from './memory.ts';

const WINDOW_IN_MS = 60_000;

/** Who asks, and where. */
interface Asker {
  readonly reader: number;
  /** Null in a private chat, which has one reader. */
  readonly group: number | null;
}

/** How often may be asked in any 60 seconds, at least 1; null: no limit. */
export interface RateLimits {
  readonly perReader: number | null;
  readonly perGroup: number | null;
}

/** A question that came too soon. */
export interface Delay {
  /** Whose limit it is. */
  readonly limit: 'reader' | 'group';
  /** Whole seconds, 1 to 60, until a question will be admitted. */
  readonly seconds: number;
}

/** Bounds how often one reader, and all readers of one group, may ask. */
export interface RateLimiter {
  /** Null where the question is admitted and counted. */
  admit(asker: Asker): Delay | null;
}

/** Sliding windows of 60 seconds that outlive a restart. `now` gives milliseconds. */
export function createRateLimiter(
  { perReader, perGroup }: RateLimits,
  usage: Usage,
  now: () => number,
): RateLimiter {
  return {
    admit({ reader, group }) {
      const windows = [
        { limit: 'reader', key: `reader:${reader}`, most: perReader },
        { limit: 'group', key: `group:${group}`, most: group === null ? null : perGroup },
      ] as const;
      const at = now();
      for (const { limit, key, most } of windows) {
        if (most === null) continue;
        const recent = usage.since(key, at - WINDOW_IN_MS + 1);
        const blocking = recent.length < most ? undefined : recent.at(-most);
        if (blocking !== undefined) {
          return { limit, seconds: Math.max(1, Math.ceil((blocking + WINDOW_IN_MS - at) / 1000)) };
        }
      }
      for (const { key, most } of windows) {
        if (most !== null) usage.record(key, reader, at);
      }
      return null;
    },
  };
}
