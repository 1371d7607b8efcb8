import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LexicalIndex } from '../../src/retrieval/lexical-index.ts';
import type { Concept } from '../../src/retrieval/lexical-index.ts';
import { anyText, FIXED } from '../support/any-text.ts';

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The formulas of the docstrings letter by letter, and as slow as that is. */
function slowScores(units: readonly string[][], concepts: readonly Concept[]): number[] {
  const k1 = 1.2;
  const b = 0.5;
  const averageLength = Math.max(1, units.flat().length / Math.max(1, units.length));
  const idf = (term: string): number => {
    const n = units.filter((unit) => unit.includes(term)).length;
    return Math.log(1 + (units.length - n + 0.5) / (n + 0.5));
  };
  const rarity = ({ ways }: Concept): number => Math.min(...ways.map(({ term }) => idf(term)));
  const most = sum(concepts.map((concept) => concept.weight * rarity(concept) * (k1 + 1)));
  return units.map((unit) => {
    const norm = k1 * (1 - b + (b * unit.length) / averageLength);
    const reached = concepts.map((concept) => {
      const frequency = sum(
        concept.ways.map(({ term, strength }) => {
          return strength * unit.filter((other) => other === term).length;
        }),
      );
      return (concept.weight * rarity(concept) * frequency * (k1 + 1)) / (frequency + norm);
    });
    return most === 0 ? 0 : sum(reached) / most;
  });
}

/** Terms that count the same and have no other way to be said. */
function plain(...terms: readonly string[]): Concept[] {
  return terms.map((term) => ({ weight: 1, ways: [{ term, strength: 1 }] }));
}

/** Few different terms, so that they repeat; two that every object has, which must not be taken for found. */
const term: fc.Arbitrary<string> = fc.constantFrom(
  'ئاو',
  'گەنم',
  'شار',
  'ڕێگا',
  'نان',
  '__proto__',
  'constructor',
);
const corpus = fc.array(fc.array(term, { maxLength: 12 }), { maxLength: 12 });
const positive = (max: number): fc.Arbitrary<number> =>
  fc.double({ min: 0.05, max, noNaN: true, noDefaultInfinity: true });
const way = fc.record({ term: fc.oneof(term, anyText), strength: positive(1) });
const question: fc.Arbitrary<Concept[]> = fc.array(
  fc.record({
    weight: positive(3),
    ways: fc.uniqueArray(way, { minLength: 1, maxLength: 4, selector: (one) => one.term }),
  }),
  { maxLength: 6 },
);

describe('LexicalIndex', () => {
  it('agrees with the formula on generated corpora', () => {
    fc.assert(
      fc.property(corpus, question, (units, concepts) => {
        const scores = LexicalIndex.build(units).score(concepts);
        const expected = slowScores(units, concepts);
        expect(scores).toHaveLength(units.length);
        for (const [unit, score] of scores.entries())
          expect(score).toBeCloseTo(expected[unit] ?? -1, 10);
      }),
      { ...FIXED, numRuns: 300 },
    );
  });

  it('scores from 0 to 1, and above 0 just where a term stands', () => {
    fc.assert(
      fc.property(corpus, question, (units, concepts) => {
        const scores = LexicalIndex.build(units).score(concepts);
        const terms = concepts.flatMap(({ ways }) => ways.map((one) => one.term));
        for (const [unit, words] of units.entries()) {
          const score = scores[unit] ?? Number.NaN;
          expect(score).toBeLessThanOrEqual(1);
          expect(score > 0).toBe(terms.some((word) => words.includes(word)));
        }
      }),
      { ...FIXED, numRuns: 300 },
    );
  });

  it('counts terms that stand nowhere in what could be reached', () => {
    const index = LexicalIndex.build([['ئاو', 'شار'], ['نان'], ['گەنم']]);
    const [known = 0] = index.score(plain('ئاو'));
    const [diluted = 0] = index.score(plain('ئاو', 'فیل'));
    const share =
      index.inverseDocumentFrequency('ئاو') /
      (index.inverseDocumentFrequency('ئاو') + index.inverseDocumentFrequency('فیل'));
    expect(diluted).toBeCloseTo(known * share, 12);
    expect(share).toBeLessThan(0.5);
  });

  it('counts another way to say it less than the word itself, and both together as one concept', () => {
    const index = LexicalIndex.build([['ئاو'], ['ماء'], ['ئاو', 'ماء'], ['نان', 'شار']]);
    const ways = [
      { term: 'ئاو', strength: 1 },
      { term: 'ماء', strength: 0.5 },
    ];
    const [word = 0, other = 0, both = 0, none] = index.score([{ weight: 1, ways }]);
    expect(other).toBeGreaterThan(0);
    expect(word).toBeGreaterThan(other);
    expect(both).toBeLessThan(word + other);
    expect(none).toBe(0);
  });

  it('knows in how many units a term stands', () => {
    const index = LexicalIndex.build([['ئاو', 'ئاو'], [], ['ئاو', 'نان']]);
    expect(index.size).toBe(3);
    expect(['ئاو', 'نان', 'شار'].map((word) => index.documentFrequency(word))).toEqual([2, 1, 0]);
  });

  it('values a rare term above a frequent one, and every term above nothing', () => {
    const index = LexicalIndex.build([['ئاو', 'نان'], ['ئاو'], ['ئاو']]);
    const values = ['شار', 'نان', 'ئاو'].map((word) => index.inverseDocumentFrequency(word));
    expect(values).toEqual(values.toSorted((left, right) => right - left));
    expect(Math.min(...values)).toBeGreaterThan(0);
  });

  it('is not led astray by a term that stands more often than 16 bits can count', () => {
    const index = LexicalIndex.build([Array<string>(65_537).fill('ئاو'), ['ئاو', 'نان']]);
    expect([...index.data.frequencies].toSorted((left, right) => right - left)).toEqual([
      65_535, 1, 1,
    ]);
    const [often = 0, once = 0] = index.score(plain('ئاو'));
    expect(often).toBeGreaterThan(once);
  });

  it.each([
    ['no unit', [], ['ئاو']],
    ['empty units', [[], []], ['ئاو']],
    ['an empty query', [['ئاو']], []],
  ])('scores nothing for %s', (_, units, words) => {
    const scores = LexicalIndex.build(units).score(plain(...words));
    expect([...scores]).toEqual(units.map(() => 0));
  });
});
