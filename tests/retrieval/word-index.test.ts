import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { TEXT_SIDES } from '../../src/retrieval/text-side.ts';
import type { WordIndex } from '../../src/retrieval/word-index.ts';
import { anyText, FIXED } from '../support/any-text.ts';
import { passagesOf } from '../support/passages.ts';
import { wordIndexOf } from '../support/word-index.ts';

const PASSAGES = [
  ...passagesOf('land', [
    [
      ['ئاو و ئاو.', 'Water and water.'],
      ['گەنم و نان.', 'Wheat and bread.'],
    ],
    [['ئاو.', 'Water.'], 'شار.'],
  ]),
  ...passagesOf('town', [['شار و ئاو.']]),
];
const sorani = wordIndexOf(PASSAGES, 'sorani');
const english = wordIndexOf(PASSAGES, 'english');

function places(index: WordIndex, word: string): number[] {
  return [...index.sentencesOf(index.vocabulary.numberOf(word))];
}

describe('a word index', () => {
  it('numbers sentences, passages and documents through all documents', () => {
    expect([...sorani.data.passageOf]).toEqual([0, 0, 1, 1, 2]);
    expect([...sorani.data.documentOf]).toEqual([0, 0, 1]);
    expect(sorani.size).toBe(3);
    expect(sorani.documents).toBe(2);
  });

  it('knows where a word stands, and how often', () => {
    expect(places(sorani, 'ئاو')).toEqual([0, 0, 2, 4]);
    expect(places(sorani, 'شار')).toEqual([3, 4]);
    expect(sorani.frequency(sorani.vocabulary.numberOf('ئاو'))).toBe(4);
    expect(places(english, 'water')).toEqual([0, 0, 2]);
    expect(places(sorani, 'water')).toEqual([]);
  });

  it('finds a word that is not there nowhere', () => {
    expect(sorani.vocabulary.numberOf('فیل')).toBe(-1);
    expect(places(sorani, 'فیل')).toEqual([]);
    expect(sorani.frequency(-1)).toBe(0);
  });

  it('counts the words of passages, and takes the mean over those that have any', () => {
    expect([...sorani.data.lengths]).toEqual([6, 2, 3]);
    expect(sorani.averageLength).toBeCloseTo(11 / 3, 12);
    expect([...english.data.lengths]).toEqual([6, 1, 0]);
    expect(english.averageLength).toBeCloseTo(3.5, 12);
  });

  it('counts the same sentences on both sides', () => {
    expect(english.data.passageOf).toEqual(sorani.data.passageOf);
    expect(english.data.documentOf).toEqual(sorani.data.documentOf);
  });

  it.each([
    ['no passage', []],
    ['a passage without a sentence', passagesOf('empty', [[]])],
    ['a sentence without a word', passagesOf('marks', [['؟!']])],
  ])('can hold %s', (_, passages) => {
    for (const side of TEXT_SIDES) {
      const index = wordIndexOf(passages, side);
      expect(index.size).toBe(passages.length);
      expect(index.documents).toBe(passages.length);
      expect(index.averageLength).toBe(1);
      expect(index.vocabulary.data.words).toEqual([]);
    }
  });

  it('holds every word of every sentence of any text, and no other', () => {
    const text = fc.array(fc.array(fc.array(anyText, { maxLength: 3 }), { maxLength: 3 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(text, (documents) => {
        const passages = documents.flatMap((written, number) => passagesOf(`d${number}`, written));
        const index = wordIndexOf(passages, 'sorani');
        const held = index.vocabulary.data.words.flatMap((word) =>
          places(index, word).map((sentence) => `${sentence} ${word}`),
        );
        const written = passages
          .flatMap(({ sentences }) => sentences)
          .flatMap((sentence, number) =>
            analyse(sentence.text).map((term) => `${number} ${term.text}`),
          );
        expect(held.toSorted()).toEqual(written.toSorted());
      }),
      { ...FIXED, numRuns: 100 },
    );
  });
});
