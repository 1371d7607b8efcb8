import { Document } from '@langchain/core/documents';
import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { HnswVectorStore, PassageRetriever } from '../../src/retrieval/langchain.ts';
import {
  createPlace,
  EMBEDDINGS,
  find,
  MARKET,
  RIVER,
  RIVER_QUESTION,
  SCHOOL,
  snapshotOf,
} from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const place = createPlace(folder, {
  'land.ckb.txt': `\uFEFF${RIVER}\n\n${MARKET}\n`,
  'land.json': '{"title":"خاک"}',
  'town.ckb.txt': SCHOOL,
});
const snapshot = await snapshotOf(place.documents);

describe('PassageRetriever', () => {
  const retriever = new PassageRetriever({ snapshot: () => snapshot, embeddings: EMBEDDINGS });

  it('gives what search gives, in its order', async () => {
    const hits = await find(snapshot, RIVER_QUESTION);
    const documents = await retriever.invoke(RIVER_QUESTION);
    expect(documents.map(({ id, metadata }) => [id, metadata.passage, metadata.score])).toEqual(
      hits.map(({ passage, score }) => [passage.id, passage.id, score]),
    );
  });

  it('gives documents whose offsets slice the source', async () => {
    const [first, ...more] = await retriever.invoke(RIVER_QUESTION);
    expect(first?.pageContent).toBe(RIVER);
    expect(first?.metadata).toMatchObject({ document: 'land', title: 'خاک' });
    for (const { pageContent, metadata } of [...more, ...(first === undefined ? [] : [first])]) {
      const source = snapshot.documents.get(metadata.document)?.source;
      expect(source?.slice(metadata.start, metadata.end)).toBe(pageContent);
    }
  });

  it('gives at most as many as it is told', async () => {
    const one = new PassageRetriever({ snapshot: () => snapshot, embeddings: EMBEDDINGS, top: 1 });
    expect(await one.invoke('لە')).toHaveLength(1);
  });

  it('asks for the snapshot anew with each question', async () => {
    const town = await snapshotOf(createPlace(folder, { 'town.ckb.txt': SCHOOL }).documents);
    const snapshots = [snapshot, town];
    const moving = new PassageRetriever({
      snapshot: () => snapshots.shift() ?? town,
      embeddings: EMBEDDINGS,
    });
    const [before, after] = [await moving.invoke('قوتابخانە'), await moving.invoke(RIVER_QUESTION)];
    expect(before[0]?.pageContent).toBe(SCHOOL);
    expect(after.map(({ metadata }) => metadata.document)).not.toContain('land');
  });

  it('can be piped into a chain', async () => {
    const chain = retriever.pipe((documents) => documents[0]?.pageContent ?? '');
    expect(await chain.invoke(RIVER_QUESTION)).toBe(RIVER);
  });
});

function documentOf(pageContent: string, id?: string): Document {
  return new Document({ pageContent, ...(id === undefined ? {} : { id }) });
}

describe('HnswVectorStore', () => {
  it('finds nothing where nothing was added', async () => {
    expect(await new HnswVectorStore(EMBEDDINGS).similaritySearch('ئاو', 3)).toEqual([]);
  });

  it('finds the nearest first, with the cosine as score, also what was added later', async () => {
    const store = new HnswVectorStore(EMBEDDINGS);
    await store.addDocuments([documentOf(RIVER), documentOf(MARKET)]);
    expect((await store.similaritySearch(SCHOOL, 1))[0]?.pageContent).not.toBe(SCHOOL);
    await store.addDocuments([documentOf(SCHOOL)]);
    const found = await store.similaritySearchWithScore(SCHOOL, 10);
    expect(found).toHaveLength(3);
    expect(found[0]?.[0].pageContent).toBe(SCHOOL);
    expect(found[0]?.[1]).toBeCloseTo(1, 5);
    const scores = found.map(([, score]) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  });

  it('gives back the ids, and numbers for documents without one', async () => {
    const store = new HnswVectorStore(EMBEDDINGS);
    expect(await store.addDocuments([documentOf(RIVER, 'river'), documentOf(MARKET)])).toEqual([
      'river',
      '1',
    ]);
    expect(await store.addDocuments([documentOf(SCHOOL)])).toEqual(['2']);
  });

  it('takes vectors that come from elsewhere', async () => {
    const store = new HnswVectorStore(EMBEDDINGS);
    await store.addVectors(
      [
        [1, 0],
        [0, 1],
      ],
      [documentOf('east'), documentOf('north')],
    );
    const [[document, score] = []] = await store.similaritySearchVectorWithScore([0, 1], 1);
    expect(document?.pageContent).toBe('north');
    expect(score).toBeCloseTo(1, 5);
  });

  it.each([
    ['fewer than documents', [[1, 0]]],
    ['of another length than the others', [[1, 0], [1]]],
    ['of another length than those before', [[1], [0]]],
    [
      'with a component that is no number',
      [
        [1, 0],
        [Number.NaN, 0],
      ],
    ],
  ])('refuses vectors %s, and serves on', async (_, vectors) => {
    const store = new HnswVectorStore(EMBEDDINGS);
    await store.addVectors([[0, 1]], [documentOf('before')]);
    await expect(store.addVectors(vectors, [documentOf('a'), documentOf('b')])).rejects.toThrow(
      PirsyarError,
    );
    const found = await store.similaritySearchVectorWithScore([0, 1], 9);
    expect(found.map(([{ pageContent }]) => pageContent)).toEqual(['before']);
  });

  it('refuses a query of another length', async () => {
    const store = new HnswVectorStore(EMBEDDINGS);
    await store.addVectors([[0, 1]], [documentOf('one')]);
    await expect(store.similaritySearchVectorWithScore([1], 1)).rejects.toThrow(PirsyarError);
  });

  it('takes a batch that is larger than a call has room for', async () => {
    const store = new HnswVectorStore(EMBEDDINGS);
    const size = 200_000;
    const ids = await store.addVectors(
      Array.from({ length: size }, () => [1]),
      Array.from({ length: size }, () => documentOf('')),
    );
    expect(ids).toHaveLength(size);
  });

  it('holds passages with where they stand, and serves as a retriever', async () => {
    const store = await HnswVectorStore.fromPassages(snapshot.passages, EMBEDDINGS);
    const [first, ...more] = await store.asRetriever(2).invoke('ڕووباری زێ');
    expect(more).toHaveLength(1);
    expect(first?.pageContent).toBe(RIVER);
    expect(first?.metadata).toMatchObject({ document: 'land', start: 0, end: RIVER.length });
    expect(first?.id).toBe(snapshot.passages[0]?.id);
  });
});
