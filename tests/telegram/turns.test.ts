import { describe, expect, it } from 'vitest';

import { createTurns, takingTurns } from '../../src/telegram/turns.ts';
import type { Turns } from '../../src/telegram/turns.ts';
import { answer, FakeAnswerer } from './fake-answerer.ts';

/** Turns on a clock that stands still but for work. */
function clocked(): { turns: Turns; work: (durationInMs: number) => void } {
  let now = 0;
  return {
    turns: createTurns(() => now),
    work(durationInMs) {
      now += durationInMs;
    },
  };
}

async function turnOfTheLoop(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('turns', () => {
  it('are one in a turn of the event loop while they take long', async () => {
    const { turns, work } = clocked();
    let made = 0;
    const all = Array.from({ length: 5 }, async () => {
      await turns.take(false);
      made += 1;
      work(12);
    });
    for (const expected of [1, 2, 3]) {
      await turnOfTheLoop();
      expect(made).toBe(expected);
    }
    await Promise.all(all);
  });

  it('are more and more while they are short, and fewer again', async () => {
    const { turns, work } = clocked();
    const made: number[] = [];
    const take = async (durationInMs: number): Promise<void> => {
      await turns.take(false);
      made[made.length - 1] = (made.at(-1) ?? 0) + 1;
      work(durationInMs);
    };
    const all = Array.from({ length: 40 }, async (_, index) => take(index < 20 ? 0 : 12));
    while (made.reduce((sum, some) => sum + some, 0) < 40) {
      made.push(0);
      await turnOfTheLoop();
    }
    await Promise.all(all);
    expect(made.slice(0, 9)).toEqual([1, 2, 3, 4, 5, 6, 3, 1, 1]);
  });

  it('go first to what was begun, else to who has waited longest', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const take = async (name: string, goesOn: boolean): Promise<void> => {
      await turns.take(goesOn);
      order.push(name);
    };
    await Promise.all([
      take('first', false),
      take('second', false),
      take('begun', true),
      take('begun too', true),
    ]);
    expect(order).toEqual(['begun', 'begun too', 'first', 'second']);
  });

  it('can be taken again after there were none to give', async () => {
    const turns = createTurns();
    await turns.take(false);
    await turnOfTheLoop();
    await turnOfTheLoop();
    await expect(turns.take(true)).resolves.toBeUndefined();
  });
});

describe('an answerer that takes turns', () => {
  it('begins in its turn, and keeps nobody waiting while it waits itself', async () => {
    const turns = createTurns();
    const held = new Promise<ReturnType<typeof answer>>(() => {});
    const answerer = takingTurns(new FakeAnswerer().on('هێواش؟', held).on('خێرا؟'), turns, {
      goesOn: false,
    });
    void answerer.answer({ text: 'هێواش؟' });
    expect(await answerer.answer({ text: 'خێرا؟' })).toEqual(answer());
  });
});
