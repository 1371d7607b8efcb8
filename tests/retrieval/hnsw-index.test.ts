import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { ExactIndex } from '../../src/retrieval/exact-index.ts';
import { HnswIndex, loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { vectorAt } from '../../src/retrieval/vector-index.ts';
import type { VectorIndex, VectorTable } from '../../src/retrieval/vector-index.ts';
import { clusteredVectors } from '../support/clustered-vectors.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tableOf, vectorIndexContract } from '../support/vector-index-contract.ts';

const library = await loadHnswlib();
const unavailable = library === null ? "hnswlib-node can't be loaded here" : null;

function build(table: VectorTable): HnswIndex {
  if (library === null) throw new Error('hnswlib-node is missing.');
  return HnswIndex.build(library, table);
}

function read(file: string, expected: { dimensions: number; size: number }): HnswIndex {
  if (library === null) throw new Error('hnswlib-node is missing.');
  return HnswIndex.read(library, file, expected);
}

vectorIndexContract({ name: 'HnswIndex', build, unavailable });

const QUERIES = 100;
const drawn = clusteredVectors({ size: 3000 + QUERIES, dimensions: 48, clusters: 60, seed: 1 });
const cut = 3000 * drawn.dimensions;
const table = { ...drawn, components: drawn.components.subarray(0, cut) };
const queries = { ...drawn, components: drawn.components.subarray(cut) };

/** The share of the true ten nearest that an index finds, over all queries. */
function recallAt10(index: VectorIndex): number {
  const exact = new ExactIndex(table);
  let found = 0;
  for (let number = 0; number < QUERIES; number += 1) {
    const query = vectorAt(queries, number);
    const truth = new Set(exact.search(query, 10).map(({ label }) => label));
    found += index.search(query, 10).filter(({ label }) => truth.has(label)).length;
  }
  return found / (10 * QUERIES);
}

const note = unavailable === null ? '' : ` (skipped: ${unavailable})`;
describe.skipIf(unavailable !== null)(`the graph of HnswIndex${note}`, () => {
  const folder = temporaryFolder();

  it('finds at least 98 % of the ten nearest, also after it was written and read', () => {
    const index = build(table);
    const file = join(folder, 'whole.hnsw');
    index.write(file);
    expect(recallAt10(index)).toBeGreaterThanOrEqual(0.98);
    // hnswlib falls back to a breadth of 10, recall 0.85, with every read.
    expect(recallAt10(read(file, index))).toBeGreaterThanOrEqual(0.98);
  });

  it('is the same graph for the same vectors', () => {
    build(table).write(join(folder, 'one.hnsw'));
    build(table).write(join(folder, 'other.hnsw'));
    const [one, other] = ['one', 'other'].map((name) => readFileSync(join(folder, `${name}.hnsw`)));
    expect(other !== undefined && one?.equals(other)).toBe(true);
  });

  it('refuses a file that is missing or cut short', () => {
    const index = build(tableOf([1, 0], [0, 1], [-1, 0]));
    const file = join(folder, 'small.hnsw');
    index.write(file);
    const bytes = readFileSync(file);
    expect(() => read(join(folder, 'missing.hnsw'), index)).toThrow(PirsyarError);
    for (const share of [0.1, 0.5, 0.9]) {
      const part = join(folder, `cut-${share}.hnsw`);
      writeFileSync(part, bytes.subarray(0, bytes.length * share));
      expect(() => read(part, index)).toThrow(PirsyarError);
    }
  });

  it('refuses a file with another number of vectors', () => {
    const file = join(folder, 'two.hnsw');
    build(tableOf([1, 0], [0, 1])).write(file);
    expect(() => read(file, { dimensions: 2, size: 3 })).toThrow(PirsyarError);
  });

  it('reads an empty graph as an empty one', () => {
    const file = join(folder, 'empty.hnsw');
    build({ dimensions: 2, components: new Float32Array() }).write(file);
    expect(read(file, { dimensions: 2, size: 0 }).search(Float32Array.of(1, 0), 3)).toEqual([]);
  });
});
