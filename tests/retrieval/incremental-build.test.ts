import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { parseCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import type { DocumentFiles } from '../../src/corpus/read-files.ts';
import type { BuildProgress } from '../../src/retrieval/build-progress.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import type { BuildTools } from '../../src/retrieval/build-snapshot.ts';
import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import type { Recipe } from '../../src/retrieval/manifest.ts';
import { knownDocuments, readPrevious } from '../../src/retrieval/previous-snapshot.ts';
import type { PreviousSnapshot } from '../../src/retrieval/previous-snapshot.ts';
import { SNAPSHOT_FILES } from '../../src/retrieval/snapshot-files.ts';
import { SnapshotStore } from '../../src/retrieval/snapshot-store.ts';
import type { StoredSnapshot } from '../../src/retrieval/snapshot-store.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import {
  best,
  EMBEDDINGS,
  LEXICON,
  RIVER,
  RIVER_QUESTION,
  TOOLS,
} from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const hnswlib = await loadHnswlib();
const tools: BuildTools = { ...TOOLS, hnswlib };
const RECIPE: Recipe = {
  format: 3,
  pipeline: 'p',
  lexicon: LEXICON.hash,
  embedding: { id: EMBEDDINGS.id, dimensions: EMBEDDINGS.dimensions, space: 'ip' },
  vectorIndex: hnswlib === null ? 'exact' : 'hnsw',
};
/** As many as the least graph that grows instead of being built anew, and a few. */
const PASSAGES = 1100;

/** Passages of their own numbers, ten to a document. */
const files: DocumentFiles[] = Array.from({ length: PASSAGES / 10 }, (_, number) =>
  toFiles(
    `d${String(number).padStart(3, '0')}`,
    Array.from(
      { length: 10 },
      (__, place) => `بابەتی ${number * 10 + place} لەبارەی وشەی${number} و شار${place} نووسراوە.`,
    ),
  ),
);
const few = files.slice(0, 2);
/** One document with a new paragraph, one gone, one new. */
const changed = [
  toFiles('a-new', [RIVER, 'ئاو پاکە.']),
  ...files.slice(0, 40),
  toFiles('d040', ['ڕستەیەکی نوێ.', ...paragraphsOf(files[40])]),
  ...files.slice(42),
];

function toFiles(id: string, paragraphs: readonly string[]): DocumentFiles {
  const text = paragraphs.join('\n\n');
  const sorani = Buffer.from(text);
  return { id, sorani, english: null, description: null, unreadable: [], hash: text };
}

function paragraphsOf(one: DocumentFiles | undefined): string[] {
  return one?.sorani.toString().split('\n\n') ?? [];
}

function parse(
  documents: readonly DocumentFiles[],
  previous: PreviousSnapshot | null = null,
): Corpus {
  return parseCorpus({ documents, failed: [] }, knownDocuments(previous));
}

const store = new SnapshotStore(mkdtempSync(join(folder, 'store-')));
const told: BuildProgress[] = [];
const onProgress = (progress: BuildProgress): number => told.push(progress);
const whole = await buildSnapshot(parse(files), tools, { onProgress });
const first = await save(whole, store);

/** Saves, and gives what was saved. */
async function save(
  built: Awaited<ReturnType<typeof buildSnapshot>>,
  into: SnapshotStore,
): Promise<StoredSnapshot> {
  const saved = await into.save(
    built,
    RECIPE,
    [...built.snapshot.documents.values()].map(({ id, hash }) => ({
      id,
      hash,
      failure: null,
      warnings: id === 'd000' ? ['w'] : [],
    })),
    built === whole ? { onProgress } : {},
  );
  await into.release(saved);
  const stored = await into.current();
  if (stored === null) throw new Error('Nothing was saved.');
  return stored;
}

function previousOf(
  stored: StoredSnapshot,
  recipe: Recipe = RECIPE,
): Promise<PreviousSnapshot | null> {
  return readPrevious(stored.directory, stored.manifest, recipe);
}

/** All but the graph. */
function withoutGraph({ vectors, ...rest }: Snapshot): unknown {
  return { ...rest, size: vectors.size };
}

describe('a build upon the snapshot before', () => {
  it('gives what a full build gives, and embeds only what is new', async () => {
    const previous = await previousOf(first);
    const built = await buildSnapshot(parse(changed, previous), tools, { previous });
    const anew = await buildSnapshot(parse(changed), tools);
    expect(built.embedded).toBe(3);
    expect(built.vectorTable).toEqual(anew.vectorTable);
    expect(withoutGraph(built.snapshot)).toEqual({
      ...Object(withoutGraph(anew.snapshot)),
      warnings: [{ document: 'd000', reason: 'w' }],
    });
    expect(await best(built.snapshot, RIVER_QUESTION)).toBe(RIVER);
    const grown = hnswlib === null ? { kind: 'exact' } : { labels: { added: 3 } };
    expect(built.snapshot.vectors).toMatchObject(grown);
  });

  it('is saved, opened and built upon again', async () => {
    const previous = await previousOf(first);
    const built = await buildSnapshot(parse(changed, previous), tools, { previous });
    const second = await save(built, store);
    const loaded = await store.load(second, hnswlib);
    expect(withoutGraph(loaded)).toEqual(withoutGraph(built.snapshot));
    expect((await store.load(second, hnswlib)).lexicon).toBe(loaded.lexicon);
    const again = await previousOf(second);
    const third = await buildSnapshot(parse(files, again), tools, { previous: again });
    expect(third.embedded).toBe(10);
    expect(third.snapshot.words).toEqual(whole.snapshot.words);
    expect(third.vectorTable).toEqual(whole.vectorTable);
  });

  it('links to the lexicon of before instead of writing it again', async () => {
    const linked = new SnapshotStore(mkdtempSync(join(folder, 'linked-')));
    const before = await save(await buildSnapshot(parse(few), tools), linked);
    const previous = await readPrevious(before.directory, before.manifest, RECIPE);
    const built = await buildSnapshot(parse(few, previous), tools, { previous });
    expect(built.embedded).toBe(0);
    const after = await save(built, linked);
    const [one, other] = [before, after].map((stored) =>
      statSync(join(stored.directory, SNAPSHOT_FILES.lexicon)),
    );
    expect(other?.ino).toBe(one?.ino);
    // Old snapshots are removed, and what they shared stays.
    rmSync(before.directory, { recursive: true });
    expect(await linked.load(after, hnswlib)).toBeDefined();
  });
});

describe('readPrevious', () => {
  const other = new SnapshotStore(mkdtempSync(join(folder, 'other-')));

  it('takes over nothing where texts are read otherwise or vectors are others', async () => {
    const stored = await save(await buildSnapshot(parse(few), tools), other);
    const read = (recipe: Partial<Recipe>): Promise<PreviousSnapshot | null> =>
      readPrevious(stored.directory, stored.manifest, { ...RECIPE, ...recipe });
    expect(await read({ pipeline: 'other' })).toBeNull();
    expect(await read({ format: 4 })).toBeNull();
    expect(await read({ embedding: { ...RECIPE.embedding, id: 'other' } })).toBeNull();
    const lexicon = await read({ lexicon: 'other' });
    expect(lexicon?.lexicon).toBeNull();
    expect(lexicon?.documents.size).toBe(2);
  });
});

describe('the progress of a build', () => {
  it('is told at the beginning and the end of each stage, and every thousand passages', () => {
    for (const stage of ['reading', 'embedding', 'writing'] as const) {
      const of = told.filter((one) => one.stage === stage);
      expect(of.length).toBeLessThanOrEqual(4);
      expect(of.at(-1)).toEqual({ stage, done: PASSAGES, total: PASSAGES });
      expect(of.map(({ done }) => done)).toEqual(
        of.map(({ done }) => done).toSorted((l, r) => l - r),
      );
    }
  });

  it('ends with the reason of a signal', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const ended = buildSnapshot(parse(files), tools, {
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === 'embedding') controller.abort(reason);
      },
    });
    await expect(ended).rejects.toBe(reason);
    await expect(
      buildSnapshot(parse(files), tools, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });
});
