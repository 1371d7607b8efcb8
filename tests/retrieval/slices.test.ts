import { describe, expect, it } from 'vitest';

import { atOnce, inSlices } from '../../src/retrieval/slices.ts';
import type { Steps } from '../../src/retrieval/slices.ts';

/** Work without an end, until it is stopped. */
function* work(isOver: () => boolean): Steps<number> {
  let steps = 0;
  while (!isOver()) {
    steps += 1;
    yield;
  }
  return steps;
}

/** No, as often as said, and then yes. */
function after(times: number): () => boolean {
  let asked = 0;
  return () => (asked += 1) > times;
}

describe('work in slices', () => {
  it('gives what it would give at once', async () => {
    expect(atOnce(work(after(3)))).toBe(3);
    expect(await inSlices(work(after(3)))).toBe(3);
  });

  it('lets other things happen meanwhile', async () => {
    let isOver = false;
    const timer = setTimeout(() => (isOver = true), 1);
    expect(await inSlices(work(() => isOver))).toBeGreaterThan(0);
    clearTimeout(timer);
  });

  it('ends with the reason of a signal, and fails as the work does', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const ended = inSlices(
      work(() => false),
      controller.signal,
    );
    setTimeout(() => controller.abort(reason), 1);
    await expect(ended).rejects.toBe(reason);
    const failing = work(() => {
      throw reason;
    });
    await expect(inSlices(failing)).rejects.toBe(reason);
  });
});
