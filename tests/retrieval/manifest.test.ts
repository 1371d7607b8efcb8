import { describe, expect, it } from 'vitest';

import { countChanges, mismatch, staleness } from '../../src/retrieval/manifest.ts';
import type { DocumentRecord, Manifest, Recipe } from '../../src/retrieval/manifest.ts';

const RECIPE: Recipe = {
  format: 1,
  pipeline: 'pipeline',
  lexicon: 'lexicon',
  embedding: { id: 'embedding', dimensions: 384, space: 'ip' },
  vectorIndex: 'hnsw',
};

function record(id: string, hash: string, failure: string | null = null): DocumentRecord {
  return { id, hash, failure, warnings: [] };
}

const MANIFEST: Manifest = {
  ...RECIPE,
  documents: [record('a', '1'), record('b', '2')],
  passages: 2,
  vectors: 2,
  files: {},
};
const DOCUMENTS = [
  { id: 'a', hash: '1' },
  { id: 'b', hash: '2' },
];

describe('staleness', () => {
  it('has no reason for the same recipe and documents, in any order', () => {
    expect(staleness(MANIFEST, RECIPE, DOCUMENTS)).toBeNull();
    expect(staleness(MANIFEST, RECIPE, DOCUMENTS.toReversed())).toBeNull();
  });

  const { embedding } = RECIPE;
  it.each<[what: string, change: Partial<Manifest>, reason: string]>([
    ['an older format', { format: 0 }, 'it has another format'],
    ['a newer format', { format: 2 }, 'it has another format'],
    ['another pipeline', { pipeline: 'x' }, 'the text pipeline has changed'],
    ['another lexicon', { lexicon: 'x' }, 'the lexicon has changed'],
    ['another embedding', { embedding: { ...embedding, id: 'x' } }, 'the embedding has changed'],
    [
      'another dimension',
      { embedding: { ...embedding, dimensions: 3 } },
      'the embedding has changed',
    ],
    ['another space', { embedding: { ...embedding, space: 'l2' } }, 'the embedding has changed'],
  ])('names %s, which no question can be answered from', (_, change, reason) => {
    const manifest = { ...MANIFEST, ...change };
    expect(staleness(manifest, RECIPE, DOCUMENTS)).toBe(reason);
    expect(mismatch(manifest, RECIPE)).toBe(reason);
  });

  it.each<[what: string, documents: { id: string; hash: string }[]]>([
    [
      'changed',
      [
        { id: 'a', hash: '1' },
        { id: 'b', hash: 'x' },
      ],
    ],
    ['added', [...DOCUMENTS, { id: 'c', hash: '3' }]],
    ['removed', [{ id: 'a', hash: '1' }]],
    [
      'renamed',
      [
        { id: 'a', hash: '1' },
        { id: 'c', hash: '2' },
      ],
    ],
  ])('names a document that was %s, whose old text can still be answered from', (_, documents) => {
    expect(staleness(MANIFEST, RECIPE, documents)).toBe('the documents have changed');
    expect(mismatch(MANIFEST, RECIPE)).toBeNull();
  });

  it('wants a graph where one can be built, and does without where none can', () => {
    const exact = { ...MANIFEST, vectorIndex: 'exact' as const };
    expect(staleness(exact, RECIPE, DOCUMENTS)).toBe('it was built where hnswlib-node was missing');
    expect(mismatch(exact, RECIPE)).toBeNull();
    expect(staleness(MANIFEST, { ...RECIPE, vectorIndex: 'exact' }, DOCUMENTS)).toBeNull();
  });

  it('names the format first: the rest of another format may not even be there', () => {
    const { embedding: _, ...rest } = MANIFEST;
    const foreign: Manifest = JSON.parse(JSON.stringify({ ...rest, format: 99 }));
    expect(staleness(foreign, RECIPE, DOCUMENTS)).toBe('it has another format');
  });
});

describe('countChanges', () => {
  it.each<[why: string, before: DocumentRecord[] | null, counts: readonly number[]]>([
    ['no index before: all are new', null, [2, 0, 0, 0]],
    ['the same', MANIFEST.documents.slice(), [0, 0, 0, 2]],
    ['one with another hash', [record('a', '1'), record('b', 'x')], [0, 1, 0, 1]],
    ['one more before', [...MANIFEST.documents, record('c', '3')], [0, 0, 1, 2]],
    ['one of another name', [record('a', '1'), record('c', '2')], [1, 0, 1, 1]],
    [
      'one that failed before is new now',
      [record('a', '1'), record('b', 'x', 'why')],
      [1, 0, 0, 1],
    ],
    [
      'one that failed before and is gone was never there',
      [record('a', '1'), record('b', '2'), record('c', '3', 'why')],
      [0, 0, 0, 2],
    ],
  ])('%s', (_, before, counts) => {
    const [added, changed, removed, unchanged] = counts;
    const manifest = before === null ? null : { ...MANIFEST, documents: before };
    expect(countChanges(manifest, DOCUMENTS)).toEqual({ added, changed, removed, unchanged });
  });
});
