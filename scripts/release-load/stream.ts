import { setTimeout as delay } from 'node:timers/promises';

/** Asks one question. */
export type Ask = (turn: number) => Promise<void>;

/**
 * Asks at a fixed rate, whether earlier answers are there or not, until it is stopped. Gives the time from when each question was due to
 * its answer, in milliseconds: a process that is held up is late with asking, too, and that counts.
 */
export async function askSteadily(
  ask: Ask,
  { perSecond, isOver }: { perSecond: number; isOver: () => boolean },
): Promise<number[]> {
  const began = performance.now();
  const times: Promise<number>[] = [];
  for (let turn = 0; !isOver(); turn += 1) {
    const due = began + (turn * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    times.push(ask(turn).then(() => performance.now() - due));
  }
  return Promise.all(times);
}

/** The time that a share of them doesn't exceed. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
