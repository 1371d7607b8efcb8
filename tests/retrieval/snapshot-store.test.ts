import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { PirsyarError } from '../../src/errors.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import type { BuiltSnapshot } from '../../src/retrieval/build-snapshot.ts';
import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import type { Recipe } from '../../src/retrieval/manifest.ts';
import { SnapshotStore } from '../../src/retrieval/snapshot-store.ts';
import {
  best,
  createPlace,
  finishedSnapshots,
  leftovers,
  RIVER,
  RIVER_QUESTION,
  TOOLS,
} from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const hnswlib = await loadHnswlib();
const corpus = parseCorpus(await readCorpusFiles(createPlace(folder).documents));
const built = await buildSnapshot(corpus, { ...TOOLS, hnswlib });

const RECIPE: Recipe = {
  format: 1,
  pipeline: 'p',
  lexicon: 'l',
  embedding: { id: 'e', dimensions: TOOLS.dimensions, space: 'ip' },
  vectorIndex: hnswlib === null ? 'exact' : 'hnsw',
};

function createStore(): SnapshotStore {
  return new SnapshotStore(mkdtempSync(join(folder, 'store-')));
}

async function save(store: SnapshotStore, what: BuiltSnapshot = built): Promise<string> {
  const documents = [{ id: 'land', hash: 'h', failure: null, warnings: ['w'] }];
  const stored = await store.save(what, RECIPE, documents);
  await store.release(stored);
  return stored.name;
}

/** Fails when the other files are written and the graph's turn comes. */
const UNWRITABLE: BuiltSnapshot = {
  ...built,
  snapshot: {
    ...built.snapshot,
    get vectors(): never {
      throw new Error('no space left on device');
    },
  },
};

describe('SnapshotStore', () => {
  it('has nothing to serve at first', async () => {
    const store = createStore();
    expect(await store.current()).toBeNull();
    expect(await store.currentName()).toBeNull();
  });

  it('gives back what was saved', async () => {
    const store = createStore();
    const name = await save(store);
    const stored = await store.current();
    expect(stored?.name).toBe(name);
    expect(await store.currentName()).toBe(name);
    expect(stored?.manifest).toMatchObject({ ...RECIPE, passages: 3, vectors: 3 });
    if (stored === null) throw new Error('Nothing was stored.');
    const loaded = await store.load(stored, hnswlib);
    expect(loaded.passages).toEqual(built.snapshot.passages);
    expect(loaded.vectorOwners).toEqual(built.snapshot.vectorOwners);
    expect(loaded.vectors.kind).toBe(built.snapshot.vectors.kind);
    expect(loaded.warnings).toEqual([{ document: 'land', reason: 'w' }]);
    expect(await best(loaded, RIVER_QUESTION)).toBe(RIVER);
  });

  it('serves a snapshot with a graph where hnswlib-node is missing', async () => {
    const store = createStore();
    await save(store);
    const stored = await store.current();
    if (stored === null) throw new Error('Nothing was stored.');
    const loaded = await store.load(stored, null);
    expect(loaded.vectors.kind).toBe('exact');
    expect(await best(loaded, RIVER_QUESTION)).toBe(RIVER);
  });

  it('writes down size and checksum of each file', async () => {
    const store = createStore();
    const name = await save(store);
    const stored = await store.current();
    const files = readdirSync(join(store.directory, name)).filter(
      (file) => file !== 'manifest.json',
    );
    expect(Object.keys(stored?.manifest.files ?? {}).toSorted()).toEqual(files.toSorted());
  });

  it('keeps the serving snapshot and the two before it', async () => {
    const store = createStore();
    const names: string[] = [];
    for (let count = 0; count < 4; count += 1) names.push(await save(store));
    expect(finishedSnapshots(store.directory)).toEqual(names.slice(-3).toSorted());
    expect(await store.currentName()).toBe(names.at(-1));
    expect(leftovers(store.directory)).toEqual([]);
  });

  it('removes what killed builders left', async () => {
    const store = createStore();
    mkdirSync(join(store.directory, 'unfinished-x', 'deep'), { recursive: true });
    writeFileSync(join(store.directory, 'unfinished-x.json'), '{}');
    writeFileSync(join(store.directory, 'unfinished-x', 'corpus.bin'), '[');
    const name = await save(store);
    expect(readdirSync(store.directory).toSorted()).toEqual(['current.json', name].toSorted());
  });

  it('puts the pointer where a folder is in its way', async () => {
    const store = createStore();
    mkdirSync(join(store.directory, 'current.json', 'inside'), { recursive: true });
    const name = await save(store);
    expect((await store.current())?.name).toBe(name);
  });

  it('loses nothing and leaves nothing when a save fails half way', async () => {
    const store = createStore();
    const name = await save(store);
    const before = readFileSync(join(store.directory, 'current.json'));
    for (let count = 0; count < 3; count += 1) {
      await expect(save(store, UNWRITABLE)).rejects.toThrow('no space left');
    }
    expect(readdirSync(store.directory).toSorted()).toEqual(['current.json', name].toSorted());
    expect(readFileSync(join(store.directory, 'current.json'))).toEqual(before);
    const stored = await store.current();
    if (stored === null) throw new Error('Nothing is stored.');
    expect(await best(await store.load(stored, hnswlib), RIVER_QUESTION)).toBe(RIVER);
  });

  it('fails where a file stands in the place of its folder', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'mine');
    await expect(save(new SnapshotStore(file))).rejects.toThrow(/ENOTDIR|EEXIST/u);
    await expect(new SnapshotStore(file).current()).rejects.toThrow(PirsyarError);
    expect(await new SnapshotStore(file).currentName()).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});
