import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { ExactIndex } from '../../src/retrieval/exact-index.ts';
import { freshLabels } from '../../src/retrieval/graph-labels.ts';
import { HnswIndex, loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import type { GraphShape } from '../../src/retrieval/hnsw-index.ts';
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

function read(file: string, expected: GraphShape): Promise<HnswIndex> {
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

  it('finds at least 98 % of the ten nearest, also after it was written and read', async () => {
    const index = build(table);
    const file = join(folder, 'whole.hnsw');
    await index.write(file);
    expect(recallAt10(index)).toBeGreaterThanOrEqual(0.98);
    // hnswlib falls back to a breadth of 10, recall 0.85, with every read.
    expect(recallAt10(await read(file, index))).toBeGreaterThanOrEqual(0.98);
  });

  it('is the same graph for the same vectors', async () => {
    await build(table).write(join(folder, 'one.hnsw'));
    await build(table).write(join(folder, 'other.hnsw'));
    const [one, other] = ['one', 'other'].map((name) => readFileSync(join(folder, `${name}.hnsw`)));
    expect(other !== undefined && one?.equals(other)).toBe(true);
  });

  it('refuses a file that is missing or cut short', async () => {
    const index = build(tableOf([1, 0], [0, 1], [-1, 0]));
    const file = join(folder, 'small.hnsw');
    await index.write(file);
    const bytes = readFileSync(file);
    await expect(read(join(folder, 'missing.hnsw'), index)).rejects.toThrow(PirsyarError);
    for (const share of [0.1, 0.5, 0.9]) {
      const part = join(folder, `cut-${share}.hnsw`);
      writeFileSync(part, bytes.subarray(0, bytes.length * share));
      await expect(read(part, index)).rejects.toThrow(PirsyarError);
    }
  });

  it('refuses a file with another number of vectors', async () => {
    const file = join(folder, 'two.hnsw');
    await build(tableOf([1, 0], [0, 1])).write(file);
    const three = { dimensions: 2, labels: freshLabels(3) };
    await expect(read(file, three)).rejects.toThrow(PirsyarError);
  });

  it('reads an empty graph as an empty one', async () => {
    const file = join(folder, 'empty.hnsw');
    await build({ dimensions: 2, components: new Float32Array() }).write(file);
    const empty = await read(file, { dimensions: 2, labels: freshLabels(0) });
    expect(empty.search(Float32Array.of(1, 0), 3)).toEqual([]);
  });
});
