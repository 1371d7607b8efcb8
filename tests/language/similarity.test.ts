import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { comparable, similarity, stemSimilarity } from '../../src/language/similarity.ts';
import type { ComparableTerm } from '../../src/language/similarity.ts';
import { FIXED, anyText, writtenText } from '../support/any-text.ts';

function terms(source: string): ComparableTerm[] {
  return analyse(source).map(comparable);
}

function alike(left: string, right: string): number {
  const [one] = terms(left);
  const [other] = terms(right);
  if (one === undefined || other === undefined) throw new Error('Two words, please.');
  return similarity(one, other);
}

describe('how alike two words are', () => {
  it('falls from the same word to another one', () => {
    const likeness = [
      alike('شاندەکان', 'شاندەکان'), // the same
      alike('شاندەکان', 'شاندێک'), // the same stem, another ending
      alike('سەرۆک', 'سەروک'), // the same but for letters that keyboards lack
      alike('بەرێوەبردن', 'بەڕێوەبردنی'), // most letters in common
      alike('شاند', 'وەفد'), // nothing in common
    ];
    expect(likeness).toEqual(likeness.toSorted((one, other) => other - one));
    expect(new Set(likeness).size).toBeGreaterThanOrEqual(4);
    expect([likeness.at(0), likeness.at(-1)]).toEqual([1, 0]);
  });

  it.each([
    ['٢٠٢١', '2021', 1, 'digits of any kind'],
    ['كوردستان', 'کوردستان', 1, 'letters of any keyboard'],
    ['2021', '2020', 0, 'numbers are the same or not'],
    ['iraq', 'عێراق', 0, 'writings are not compared'],
    ['چوارەم', 'چوارشەممە', 0, 'an ordinal is no day of the week'],
    ['لەلایەن', 'لەلایەنگر', 0, 'a word of grammar is like no other word'],
  ])('%s and %s: %d, %s', (left, right, expected) => {
    expect(alike(left, right)).toBe(expected);
  });

  it.each([
    ['ستراتیژی', 'ستراتیجی', 'a typing error'],
    ['هەڵبژاردن', 'هەڵبژاردنەکەشمان', 'endings that no stemmer knows'],
    ['delegation', 'delagation', 'a typing error in English'],
  ])('%s and %s are more than half alike: %s', (left, right) => {
    expect(alike(left, right)).toBeGreaterThan(0.4);
  });

  it.each([
    ['Sorani', writtenText],
    ['anything', anyText],
  ])('is the same both ways, from 0 to 1, and 1 of a word with itself: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        for (const one of terms(left).slice(0, 12)) {
          expect(similarity(one, one)).toBe(1);
          for (const other of terms(right).slice(0, 12)) {
            const likeness = similarity(one, other);
            expect(likeness).toBe(similarity(other, one));
            expect(likeness).toBeGreaterThanOrEqual(0);
            expect(likeness).toBeLessThanOrEqual(1);
          }
        }
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('agrees with the Dice coefficient counted the slow way', () => {
    const word = fc
      .array(fc.constantFrom('ب', 'ک', 'س', 'ن'), { minLength: 4, maxLength: 9 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, word, (left, right) => {
        const [one] = terms(left);
        const [other] = terms(right);
        if (one === undefined || other === undefined || one.folded === other.folded) return;
        const expected = slowDice(one.folded, other.folded);
        expect(similarity(one, other)).toBeCloseTo(expected < 0.5 ? 0 : expected * 0.9, 10);
      }),
      FIXED,
    );
  });
});

/** Takes the groups of one word out of those of the other, one by one. */
function slowDice(left: string, right: string): number {
  const own = slowGrams(left);
  const rest = slowGrams(right);
  const total = own.length + rest.length;
  let shared = 0;
  for (const gram of own) {
    const place = rest.indexOf(gram);
    if (place === -1) continue;
    rest.splice(place, 1);
    shared += 1;
  }
  return (2 * shared) / total;
}

function slowGrams(word: string): string[] {
  const letters = ['_', ...word, '_'];
  return letters.flatMap((_, place) =>
    [2, 3]
      .filter((size) => place + size <= letters.length)
      .map((size) => letters.slice(place, place + size).join('')),
  );
}

describe('how alike two stems are that nobody typed', () => {
  it.each([
    ['کۆبوونەو', 'کۆبوونەو', 1, 'the same'],
    ['کۆبوون', 'کۆبوونەو', 0.75, 'six of eight letters'],
    ['هەڵبژاردن', 'هەڵبژارد', 8 / 9, 'eight of nine'],
    ['شاند', 'شانی', 0, 'three letters are too few'],
    ['بەشدار', 'بەشداریکردن', 0, 'six of eleven are too few'],
    ['کوردستان', 'هەرێم', 0, 'nothing in common'],
    ['', '', 1, 'nothing and nothing'],
    ['', 'شاند', 0, 'nothing and something'],
  ])('%j and %j: %d, %s', (left, right, expected) => {
    expect(stemSimilarity(left, right)).toBe(expected);
    expect(stemSimilarity(right, left)).toBe(expected);
  });
});
