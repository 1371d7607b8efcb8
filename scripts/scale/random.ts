/** Gives numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Random numbers that are the same in every run and on every machine (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to, not including, `end`. */
export function drawNumber(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/** One of some items, all as likely. @throws {Error} if there is none. */
export function draw<T>(random: Random, items: readonly T[]): T {
  const item = items[drawNumber(random, items.length)];
  if (item === undefined) throw new Error('There is nothing to draw from.');
  return item;
}

/** The items in another order. */
export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
