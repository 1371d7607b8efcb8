import { setImmediate } from 'node:timers/promises';

/** Work that can be interrupted wherever it yields: after a few milliseconds at most, unless one thing alone takes longer. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How long the event loop waits for its next turn: short beside the time of an answer. */
const SLICE_IN_MS = 10;

/** Does the work without a break. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does the work in slices between which the event loop has a turn. @throws the reason of an aborted signal. */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const end = performance.now() + SLICE_IN_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await setImmediate();
  }
}
