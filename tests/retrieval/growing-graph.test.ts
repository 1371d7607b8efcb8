import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ExactIndex } from '../../src/retrieval/exact-index.ts';
import { freshLabels, planGraphChange } from '../../src/retrieval/graph-labels.ts';
import { HnswIndex, loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { GONE } from '../../src/retrieval/posting-lists.ts';
import type { Renumbering } from '../../src/retrieval/posting-lists.ts';
import { atOnce } from '../../src/retrieval/slices.ts';
import { vectorAt } from '../../src/retrieval/vector-index.ts';
import type { VectorTable } from '../../src/retrieval/vector-index.ts';
import { clusteredVectors } from '../support/clustered-vectors.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SIZE = 1500;
const rows = (...kept: readonly (readonly [from: number, end: number])[]): number[] =>
  kept.flatMap(([from, end]) => Array.from({ length: end - from }, (_, place) => from + place));

describe('the plan of a change of the graph', () => {
  const before = freshLabels(SIZE);

  it('leaves a graph as it is where only the order is another', () => {
    const plan = planGraphChange(before, Uint32Array.from(rows([10, SIZE], [0, 10])));
    expect(plan).toMatchObject({ dying: [], filled: [], labels: { added: 0 } });
    expect(plan?.labels.rows[10]).toBe(0);
    expect(plan?.labels.rows[0]).toBe(SIZE - 10);
  });

  it('puts new vectors behind all, also where others are gone', () => {
    const plan = planGraphChange(before, Uint32Array.of(GONE, ...rows([0, 7], [8, SIZE]), GONE));
    expect(plan).toMatchObject({ dying: [7], filled: [SIZE, SIZE + 1], labels: { added: 2 } });
    expect([...(plan?.labels.rows ?? [])]).toEqual([
      ...rows([1, 8]),
      GONE,
      ...rows([8, SIZE]),
      0,
      SIZE,
    ]);
  });

  it('marks what is gone once', () => {
    const gone = planGraphChange(before, Uint32Array.from(rows([0, 3], [5, SIZE])));
    expect(gone).toMatchObject({ dying: [3, 4], filled: [], labels: { added: 0 } });
    const same = planGraphChange(gone?.labels ?? before, Uint32Array.from(rows([0, SIZE - 2])));
    expect(same).toMatchObject({ dying: [], filled: [], labels: { added: 0 } });
    expect(same?.labels).toEqual(gone?.labels);
  });

  it.each([
    ['a small graph', 999, rows([0, 999])],
    ['more than a fifth dead', SIZE, rows([0, 1100])],
    ['more than half added', SIZE, [...rows([0, SIZE]), ...Array<number>(SIZE + 2).fill(GONE)]],
  ])('has %s built anew', (_, size, kept) => {
    expect(planGraphChange(freshLabels(size), Uint32Array.from(kept))).toBeNull();
  });

  it('counts what was added through all plans', () => {
    const grown = { ...before, added: SIZE / 2 };
    expect(planGraphChange(grown, Uint32Array.from(rows([0, SIZE])))).not.toBeNull();
    const more = Uint32Array.of(...rows([0, SIZE]), GONE);
    expect(planGraphChange(grown, more)).toBeNull();
  });
});

const library = await loadHnswlib();
const ROUNDS = 30;
/** Vectors exchanged in a round; all rounds together nearly as many as a graph takes before it is built anew. */
const EXCHANGED = 11;
const QUERIES = 100;
const drawn = clusteredVectors({
  size: SIZE + ROUNDS * EXCHANGED + QUERIES,
  dimensions: 48,
  clusters: 60,
  seed: 2,
});

function tableOf(numbers: readonly number[]): VectorTable {
  const { dimensions } = drawn;
  const components = new Float32Array(numbers.length * dimensions);
  for (const [row, number] of numbers.entries()) {
    components.set(vectorAt(drawn, number), row * dimensions);
  }
  return { dimensions, components };
}

/** Another corpus: vectors taken out here and there, others put in, which moves the rows of the rest. */
function exchange(
  before: readonly number[],
  round: number,
): { numbers: number[]; kept: Renumbering } {
  const step = Math.floor(before.length / EXCHANGED);
  const stays = [...before.keys()].filter((row) => row % step !== round % step);
  const added = Array.from({ length: EXCHANGED }, (_, place) => SIZE + round * EXCHANGED + place);
  const front = stays.slice(0, 40 * round);
  const back = stays.slice(40 * round);
  return {
    numbers: [
      ...front.map((row) => before[row] ?? 0),
      ...added,
      ...back.map((row) => before[row] ?? 0),
    ],
    kept: Uint32Array.of(...front, ...added.map(() => GONE), ...back),
  };
}

const note = library === null ? " (skipped: hnswlib-node can't be loaded here)" : '';
describe.skipIf(library === null)(`a graph that grows out of others${note}`, () => {
  const folder = temporaryFolder();

  /** The graph of the last of many corpora, through a file now and then as between two builds, and its table. */
  async function grow(name: string): Promise<{ index: HnswIndex; table: VectorTable }> {
    if (library === null) throw new Error('hnswlib-node is missing.');
    let numbers = rows([0, SIZE]);
    let index = HnswIndex.build(library, tableOf(numbers));
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = exchange(numbers, round);
      const plan = planGraphChange(index.labels, next.kept);
      if (plan === null) throw new Error(`The graph is worn in round ${round}.`);
      ({ numbers } = next);
      index = atOnce(index.becoming(tableOf(numbers), plan));
      if (round % 10 !== 0) continue;
      const file = join(folder, `${name}-${round}.hnsw`);
      await index.write(file);
      index = await HnswIndex.read(library, file, index);
    }
    return { index, table: tableOf(numbers) };
  }

  it('finds at least 98 % of the ten nearest after many changes, and never what is gone', async () => {
    const { index, table } = await grow('one');
    const exact = new ExactIndex(table);
    expect(index.size).toBe(exact.size);
    let found = 0;
    for (let query = drawn.components.length / drawn.dimensions - QUERIES; ; query += 1) {
      const vector = vectorAt(drawn, query);
      if (vector.length === 0) break;
      const nearest = exact.search(vector, 10);
      const given = new Map(index.search(vector, 10).map(({ label, score }) => [label, score]));
      expect(given.size).toBe(10);
      expect(Math.max(...given.keys())).toBeLessThan(exact.size);
      for (const { label, score } of nearest) {
        if (!given.has(label)) continue;
        found += 1;
        expect(given.get(label)).toBeCloseTo(score, 4);
      }
    }
    expect(found / (10 * QUERIES)).toBeGreaterThanOrEqual(0.98);
  });

  it('finds each of its vectors as nearest to itself', async () => {
    const { index, table } = await grow('self');
    const missed = rows([0, index.size]).filter(
      (row) => index.search(vectorAt(table, row), 1)[0]?.label !== row,
    );
    expect(missed.length / index.size).toBeLessThan(0.005);
  });

  it('is the same each time', async () => {
    const [one, other] = [await grow('a'), await grow('b')];
    for (let query = 0; query < 20; query += 1) {
      const vector = vectorAt(drawn, query);
      expect(one.index.search(vector, 30)).toEqual(other.index.search(vector, 30));
    }
  });
});
