import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cluster } from '../../src/insight/cluster.ts';
import type { FeatureVector } from '../../src/insight/cluster.ts';
import { FIXED } from '../support/any-text.ts';

describe('groups', () => {
  it('are of what is alike on average', async () => {
    const vectors = [vector(1, 0, 0), vector(0.9, 0.3, 0), vector(0, 0, 1), vector(0.2, 0, 1)];
    expect(await cluster(vectors, 0.5)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(await cluster(vectors, 0.99)).toEqual([[0], [1], [2], [3]]);
    expect(await cluster(vectors, 0.01)).toEqual([[0, 1, 2, 3]]);
  });

  it('hold what is like nothing alone', async () => {
    expect(await cluster([vector(0), vector(1), vector(0)], 0.1)).toEqual([[0], [1], [2]]);
    expect(await cluster([], 0.1)).toEqual([]);
  });

  it('are those of the slow, plain way', async () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(weights, { maxLength: 12 }), async (rows) => {
        // No two likenesses are the same, so that nothing depends on who comes first.
        const vectors = rows.map((row, item) => vector(...row.map((one) => one && one + item / 7)));
        expect(await cluster(vectors, 0.8)).toEqual(slowly(rows.length, vectors, 0.8));
      }),
      { ...FIXED, numRuns: 100 },
    );
  });

  it('are found where all are the same', async () => {
    const same = Array.from({ length: 50 }, () => vector(1, 1));
    expect(await cluster(same, 0.5)).toEqual([Array.from(same.keys())]);
  });
});

/** Of length 1, or 0. */
function vector(...weights: readonly number[]): FeatureVector {
  const length = Math.hypot(...weights);
  const entries = [...weights.entries()].filter(([, weight]) => weight > 0);
  return {
    features: Uint32Array.from(entries, ([feature]) => feature),
    weights: Float64Array.from(entries, ([, weight]) => weight / length),
  };
}

/** Puts the two groups together that are most alike, as long as any are. */
function slowly(
  count: number,
  vectors: readonly FeatureVector[],
  least: number,
): readonly (readonly number[])[] {
  let groups = Array.from({ length: count }, (_, item) => [item]);
  for (;;) {
    let best = { likeness: -1, left: 0, right: 0 };
    for (const [right, ofRight] of groups.entries()) {
      for (const [left, ofLeft] of groups.slice(0, right).entries()) {
        const all = ofLeft.flatMap((one) => ofRight.map((two) => product(vectors, one, two)));
        const likeness = all.reduce((sum, value) => sum + value, 0) / all.length;
        if (likeness > best.likeness) best = { likeness, left, right };
      }
    }
    if (best.likeness < least) break;
    const joined = [...(groups[best.left] ?? []), ...(groups[best.right] ?? [])];
    groups = groups.filter((_, place) => place !== best.left && place !== best.right);
    groups.push(joined);
  }
  return groups
    .map((group) => group.toSorted((left, right) => left - right))
    .toSorted(([left = 0], [right = 0]) => left - right);
}

function product(vectors: readonly FeatureVector[], left: number, right: number): number {
  const [one, other] = [vectors[left], vectors[right]];
  const weights = new Map(Array.from(one?.features ?? [], (f, place) => [f, one?.weights[place]]));
  return Array.from(other?.features ?? []).reduce(
    (sum, feature, place) => sum + (weights.get(feature) ?? 0) * (other?.weights[place] ?? 0),
    0,
  );
}
