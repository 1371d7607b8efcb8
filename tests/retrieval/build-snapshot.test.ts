import { describe, expect, it } from 'vitest';

import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { PirsyarError } from '../../src/errors.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import type { BuildTools } from '../../src/retrieval/build-snapshot.ts';
import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { vectorAt } from '../../src/retrieval/vector-index.ts';
import {
  best,
  createPlace,
  EMBEDDINGS,
  FILES,
  find,
  LEXICON,
  RIVER,
  RIVER_QUESTION,
  snapshotOf,
  TOOLS,
} from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const place = createPlace(folder, {
  ...FILES,
  'land.en.txt': 'The river Zab rises in the mountains of the north.\n\nWheat rose in price.',
});
const corpus = parseCorpus(await readCorpusFiles(place.documents));
const hnswlib = await loadHnswlib();

describe('buildSnapshot', () => {
  it('serves from the exact index without hnswlib-node', async () => {
    const snapshot = await snapshotOf(place.documents, { hnswlib: null });
    expect(snapshot.vectors.kind).toBe('exact');
    expect(await best(snapshot, RIVER_QUESTION)).toBe(RIVER);
  });

  it('finds the same with hnswlib-node as without', async (context) => {
    context.skip(hnswlib === null, "hnswlib-node can't be loaded here");
    const [graph, exact] = await Promise.all([
      snapshotOf(place.documents, { hnswlib }),
      snapshotOf(place.documents, { hnswlib: null }),
    ]);
    expect(graph.vectors.kind).toBe('hnsw');
    const order = async (snapshot: typeof graph): Promise<string[]> =>
      (await find(snapshot, RIVER_QUESTION)).map(({ passage }) => passage.id);
    expect(await order(graph)).toEqual(await order(exact));
  });

  it('holds a vector for each passage and one more for each that has a rendition', async () => {
    const { snapshot, vectorTable } = await buildSnapshot(corpus, TOOLS);
    expect([...snapshot.vectorOwners]).toEqual([0, 0, 1, 1, 2]);
    const [sorani, english] = await EMBEDDINGS.embedDocuments([
      RIVER,
      'The river Zab rises in the mountains of the north.',
    ]);
    expect(vectorAt(vectorTable, 0)).toEqual(Float32Array.from(sorani ?? []));
    expect(vectorAt(vectorTable, 1)).toEqual(Float32Array.from(english ?? []));
  });

  it('numbers passages through all documents in the order of their ids', async () => {
    const { snapshot } = await buildSnapshot(corpus, TOOLS);
    expect(snapshot.passages.map(({ document }) => document)).toEqual(['land', 'land', 'town']);
  });

  it('is the same each time', async () => {
    const [one, other] = await Promise.all([
      buildSnapshot(corpus, TOOLS),
      buildSnapshot(corpus, TOOLS),
    ]);
    expect(one.vectorTable).toEqual(other.vectorTable);
    expect(one.snapshot.words).toEqual(other.snapshot.words);
  });

  it.each<[what: string, changes: Partial<BuildTools>]>([
    ['of another size', { dimensions: 383 }],
    [
      'too few',
      {
        embeddings: {
          embedQuery: (text) => EMBEDDINGS.embedQuery(text),
          embedDocuments: async (texts) => (await EMBEDDINGS.embedDocuments(texts)).slice(1),
        },
      },
    ],
    [
      'that are no numbers',
      {
        embeddings: {
          embedQuery: (text) => EMBEDDINGS.embedQuery(text),
          embedDocuments: async (texts) =>
            texts.map(() => Array<number>(EMBEDDINGS.dimensions).fill(Number.NaN)),
        },
      },
    ],
  ])('refuses vectors %s', async (_, changes) => {
    await expect(buildSnapshot(corpus, { ...TOOLS, ...changes })).rejects.toThrow(PirsyarError);
  });

  it('names file and line of a broken lexicon', async () => {
    const files = [{ name: 'odd.tsv', text: 'english\tpos\tsorani\nwater\tnoun' }];
    await expect(
      buildSnapshot(corpus, { ...TOOLS, lexicon: { ...LEXICON, files } }),
    ).rejects.toThrow(/odd\.tsv:2/u);
  });
});
