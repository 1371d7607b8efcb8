import { describe, expect, it } from 'vitest';

import { percentile, speedRows } from '../../../scripts/telegram-load/report.ts';
import type { Measured, TwoRounds } from '../../../scripts/telegram-load/runs.ts';

describe('a share of values', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 3],
    [[7], 0.99, 7],
    [[1, 2], 0, 1],
    [[], 0.5, Number.NaN],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe('the figures of speed', () => {
  it('are medians over the pairs, ratios those of each pair', () => {
    const bots = [200, 400, 1000].map((ours) => ({ ours: rounds(ours), bare: rounds(100) }));
    expect(speedRows(bots)[0]).toEqual([
      'answered a second, as a share of the bare bot',
      '0.25 (0.10 – 0.50)',
      '0.25 (0.10 – 0.50)',
      '≥ 0.5',
    ]);
    expect(speedRows(bots.slice(0, 1))[1]?.[1]).toBe('50');
  });
});

/** Two rounds of ten answers that took so long. */
function rounds(elapsedMs: number): TwoRounds {
  const round: Measured = {
    asked: 10,
    answered: 10,
    twice: 0,
    outOfOrder: 0,
    others: 0,
    elapsedMs,
    toSign: [1],
    toAnswer: [2],
    serverCpuMs: 1,
    botCpuMs: null,
  };
  return { first: round, second: round };
}
