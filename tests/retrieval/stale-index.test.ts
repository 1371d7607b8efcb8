import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import type { IndexOptions } from '../../src/retrieval/index-options.ts';
import { FORMAT } from '../../src/retrieval/manifest.ts';
import { pipelineFingerprint } from '../../src/retrieval/pipeline.ts';
import { SnapshotStore } from '../../src/retrieval/snapshot-store.ts';
import {
  best,
  createPlace,
  EMBEDDINGS,
  FILES,
  LEXICON,
  openPlace,
  RIVER,
  RIVER_QUESTION,
  TOOLS,
  writeDocuments,
} from '../support/index-fixtures.ts';
import type { Place } from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const hnswlib = await loadHnswlib();

/** An embedding of its own name and size. */
function embeddingsOf(id: string, dimensions: number): IndexOptions['embeddings'] {
  const cut = (vector: number[]): number[] => vector.slice(0, dimensions);
  return {
    id,
    dimensions,
    questionAs: EMBEDDINGS.questionAs,
    share: EMBEDDINGS.share,
    embedQuery: async (text) => cut(await EMBEDDINGS.embedQuery(text)),
    embedDocuments: async (texts) => (await EMBEDDINGS.embedDocuments(texts)).map(cut),
  };
}

/** Rewrites the serving manifest, its checksum included, as another version of the program would have written it. */
function rewriteManifest(directory: string, name: string, change: object): void {
  const file = join(directory, name, 'manifest.json');
  const manifest: object = JSON.parse(readFileSync(file, 'utf8'));
  const bytes = JSON.stringify({ ...manifest, ...change });
  writeFileSync(file, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(
    join(directory, 'current.json'),
    JSON.stringify({ snapshot: name, manifest: hash }),
  );
}

/** What an opening said, what it answers, and what the next one would build for. */
interface Opening {
  readonly lines: readonly string[];
  readonly answer: string | null;
  readonly next: string | null;
}

async function openAnew(place: Place): Promise<Opening> {
  const { manager, lines } = await openPlace(place);
  const { snapshot } = await manager.open();
  const answer = await best(snapshot, RIVER_QUESTION);
  return { lines, answer, next: (await manager.inspect()).reason };
}

/** One line with the reason, the right answer, and a fresh index for the next time. */
function builtBecause(reason: string): Opening {
  return { lines: [`info Building the index, because ${reason}.`], answer: RIVER, next: null };
}

const { id, dimensions } = EMBEDDINGS;

describe('an index', () => {
  it.each([
    ['it has another format', { format: FORMAT + 1 }],
    ['it has another format', { format: FORMAT - 1, documents: null, embedding: null }],
    ['the text pipeline has changed', { pipeline: 'of another version' }],
    ['the lexicon has changed', { lexicon: 'of another version' }],
    ['the embedding has changed', { embedding: { id: 'other', dimensions, space: 'ip' } }],
    ['the embedding has changed', { embedding: { id, dimensions: 128, space: 'ip' } }],
    ['the embedding has changed', { embedding: { id, dimensions, space: 'l2' } }],
  ])('is built anew because %s: %j', async (reason, change) => {
    const place = createPlace(folder);
    const { manager } = await openPlace(place);
    const { name } = await manager.open();
    rewriteManifest(manager.directory, name ?? '', change);
    expect(await openAnew(place)).toEqual(builtBecause(reason));
  });

  it.each<[what: string, options: Partial<IndexOptions>, reason: string]>([
    ['id', { embeddings: embeddingsOf('other', dimensions) }, 'the embedding has changed'],
    ['dimension', { embeddings: embeddingsOf(id, 64) }, 'the embedding has changed'],
    ['lexicon', { lexicon: { ...LEXICON, hash: 'other' } }, 'the lexicon has changed'],
  ])('that was really built with another %s is built anew', async (_, options, reason) => {
    const place = createPlace(folder);
    await (await openPlace(place, options)).manager.open();
    expect(await openAnew(place)).toEqual(builtBecause(reason));
  });

  it.each<[what: string, files: Readonly<Record<string, string>>]>([
    ['changed by a letter', { ...FILES, 'town.ckb.txt': `${FILES['town.ckb.txt'] ?? ''}!` }],
    ['added', { ...FILES, 'new.ckb.txt': 'نوێ.' }],
    ['removed', { 'land.ckb.txt': FILES['land.ckb.txt'] ?? '' }],
    ['given a rendition', { ...FILES, 'town.en.txt': 'A new school was opened.' }],
    ['given a description', { ...FILES, 'town.json': '{"title":"شار"}' }],
  ])('is built anew when a document was %s', async (_, files) => {
    const place = createPlace(folder);
    await (await openPlace(place)).manager.open();
    writeDocuments(place.documents, files);
    expect(await openAnew(place)).toEqual(builtBecause('the documents have changed'));
  });

  it('is built anew with a graph where the one there was built without hnswlib-node', async (context) => {
    context.skip(hnswlib === null, "hnswlib-node can't be loaded here");
    const place = createPlace(folder);
    const { manager } = await openPlace(place);
    const files = await readCorpusFiles(place.documents);
    const store = new SnapshotStore(manager.directory);
    const stored = await store.save(
      await buildSnapshot(parseCorpus(files), TOOLS),
      {
        format: FORMAT,
        pipeline: pipelineFingerprint(),
        lexicon: LEXICON.hash,
        embedding: { id, dimensions, space: 'ip' },
        vectorIndex: 'exact',
      },
      files.documents.map(({ id: document, hash }) => ({
        id: document,
        hash,
        failure: null,
        warnings: [],
      })),
    );
    await store.release(stored);
    // What is served meanwhile is right, if slower.
    const meanwhile = await manager.reload();
    expect(meanwhile?.snapshot.vectors.kind).toBe('exact');
    expect(await openAnew(place)).toEqual(
      builtBecause('it was built where hnswlib-node was missing'),
    );
    expect((await manager.open()).snapshot.vectors.kind).toBe('hnsw');
  });
});
