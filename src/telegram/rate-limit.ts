import { createBoundedMap } from '../bounded-map.ts';

const WINDOW_IN_MS = 60_000;
const READERS_KEPT = 10_000;

/** Bounds how often one reader may ask. */
export interface RateLimiter {
  /** 0 where the question is admitted and counted; otherwise whole seconds, 1 to 60, until one will be. */
  admit(reader: number): number;
}

/** A sliding window of 60 seconds for each reader; null admits everything. `now` gives milliseconds. */
export function createRateLimiter(perMinute: number | null, now: () => number): RateLimiter {
  if (perMinute === null) {
    return { admit: () => 0 };
  }
  const askedAt = createBoundedMap<number, readonly number[]>(READERS_KEPT);
  return {
    admit(reader) {
      const at = now();
      const recent = (askedAt.get(reader) ?? []).filter((time) => at - time < WINDOW_IN_MS);
      const blocking = recent.length < perMinute ? undefined : recent[recent.length - perMinute];
      if (blocking !== undefined) {
        return Math.max(1, Math.ceil((blocking + WINDOW_IN_MS - at) / 1000));
      }
      askedAt.set(reader, [...recent, at]);
      return 0;
    },
  };
}
