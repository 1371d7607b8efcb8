import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Corpus } from '../../src/corpus/corpus.ts';
import { buildWordIndex } from '../../src/retrieval/build-word-index.ts';
import { embedPassages } from '../../src/retrieval/embed-passages.ts';
import { keptPassages } from '../../src/retrieval/kept-passages.ts';
import { textsOf } from '../../src/retrieval/passage-texts.ts';
import { GONE } from '../../src/retrieval/posting-lists.ts';
import { numberPassages } from '../../src/retrieval/read-snapshot.ts';
import { atOnce } from '../../src/retrieval/slices.ts';
import { TEXT_SIDES } from '../../src/retrieval/text-side.ts';
import { vectorAt } from '../../src/retrieval/vector-index.ts';
import { corpusVersions } from '../support/any-corpus.ts';
import { FIXED } from '../support/any-text.ts';
import { EMBEDDINGS } from '../support/index-fixtures.ts';
import { wordIndexOf } from '../support/word-index.ts';

/** Each version of a corpus with the one before it. */
function pairs(versions: readonly Corpus[]): (readonly [before: Corpus, after: Corpus])[] {
  return versions.slice(1).map((after, number) => [versions[number] ?? after, after]);
}

describe('a word index that is built upon the one before', () => {
  it('is the same, array by array, as one that is built as a whole', () => {
    fc.assert(
      fc.property(corpusVersions, fc.constantFrom(...TEXT_SIDES), (versions, side) => {
        let index = wordIndexOf(numberPassages(versions[0]?.documents ?? []).passages, side);
        for (const [before, after] of pairs(versions)) {
          const { passages } = numberPassages(after.documents);
          const kept = keptPassages(after.documents, before.documents);
          index = atOnce(buildWordIndex(passages, side, { before: index, kept }));
          const whole = wordIndexOf(passages, side);
          expect(index.data).toEqual(whole.data);
          expect(index.vocabulary.data).toEqual(whole.vocabulary.data);
        }
      }),
      { ...FIXED, numRuns: 150 },
    );
  });

  it('reads no passage again that it knows', () => {
    const [before, after] = [corpusOf('a', 'b'), corpusOf('b', 'a')];
    const { passages } = numberPassages(after.documents);
    const kept = keptPassages(after.documents, before.documents);
    const index = wordIndexOf(numberPassages(before.documents).passages, 'sorani');
    const shares: number[] = [];
    atOnce(buildWordIndex(passages, 'sorani', { before: index, kept }, (one) => shares.push(one)));
    expect(shares).toEqual([]);
  });
});

describe('vectors that are taken over', () => {
  it('are those of a full build, and only texts that had none are embedded', async () => {
    await fc.assert(
      fc.asyncProperty(corpusVersions, async (versions) => {
        for (const [before, after] of pairs(versions)) {
          const old = numberPassages(before.documents).passages;
          const { passages } = numberPassages(after.documents);
          const earlier = await embed(old);
          const kept = keptPassages(after.documents, before.documents);
          const vectors = { table: earlier.table, owners: earlier.owners };
          const { embedded, texts, ...given } = await embed(passages, {
            passages: old,
            vectors,
            kept,
          });
          const whole = await embed(passages);
          expect(given.table).toEqual(whole.table);
          expect(given.owners).toEqual(whole.owners);
          expect(texts.toSorted()).toEqual(unknownTexts(old, passages));
          expect(embedded).toBe(texts.length);
          checkKept(given, earlier);
        }
      }),
      { ...FIXED, numRuns: 100 },
    );
  });
});

type Embedded = Awaited<ReturnType<typeof embedPassages>>;

/** Embeds, and keeps the texts that were embedded. */
async function embed(
  passages: Parameters<typeof embedPassages>[0],
  known: Parameters<typeof embedPassages>[2] = null,
): Promise<Embedded & { texts: string[] }> {
  const texts: string[] = [];
  const embeddings: EmbeddingsInterface = {
    embedQuery: (text) => EMBEDDINGS.embedQuery(text),
    embedDocuments: (batch) => {
      texts.push(...batch);
      return EMBEDDINGS.embedDocuments(batch);
    },
  };
  const { dimensions } = EMBEDDINGS;
  return { ...(await embedPassages(passages, { embeddings, dimensions }, known)), texts };
}

/** The texts that stand there more often than before, each as often as it does. */
function unknownTexts(...[before, after]: Parameters<typeof textsOf>[0][]): string[] {
  const left = textsOf(before ?? []).map(({ text }) => text);
  return textsOf(after ?? [])
    .map(({ text }) => text)
    .filter((text) => {
      const place = left.indexOf(text);
      if (place !== -1) left.splice(place, 1);
      return place === -1;
    })
    .toSorted();
}

/** Each row of before goes on once at most, and with its own vector. */
function checkKept({ kept, table }: Pick<Embedded, 'kept' | 'table'>, before: Embedded): void {
  const rows = [...kept].filter((row) => row !== GONE);
  expect(new Set(rows).size).toBe(rows.length);
  const goingOn = [...kept.keys()].filter((row) => kept[row] !== GONE);
  expect(goingOn.map((row) => vectorAt(table, row))).toEqual(
    goingOn.map((row) => vectorAt(before.table, kept[row] ?? GONE)),
  );
}

function corpusOf(...ids: readonly string[]): Corpus {
  const versions = fc.sample(corpusVersions, { seed: 1, numRuns: 20 }).flat();
  const known = versions.flatMap(({ documents }) => documents);
  const documents = ids
    .map((id) => known.find((one) => one.id === id))
    .filter((one) => one !== undefined);
  return { documents, failed: [], warnings: [] };
}
