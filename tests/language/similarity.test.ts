import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import {
  comparable,
  leastOverlap,
  similarity,
  stemSimilarity,
} from '../../src/language/similarity.ts';
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
    ['کوژراون', 'دەیکوشت', 'a letter in common'],
    ['دەبینم', 'بینین', 'more of them'],
    ['هەڵبژێردرا', 'هەڵدەبژێرن', 'with a preverb'],
  ])('%s and %s are forms of one verb, and alike by no less than 0.45: %s', (left, right) => {
    expect(alike(left, right)).toBeGreaterThanOrEqual(0.45);
    expect(alike(right, left)).toBe(alike(left, right));
  });

  it('is 0.45 of two forms of a verb that have hardly a letter in common, and 0 of two verbs', () => {
    expect(alike('کوژراون', 'دەیکوشت')).toBe(0.45);
    expect(alike('کوژراون', 'دەبینم')).toBe(0);
  });

  it('is not less for forms of one verb than their letters make it', () => {
    const [one] = terms('هەڵبژاردن');
    const [other] = terms('هەڵبژێردراون');
    if (one === undefined || other === undefined) throw new Error('Two words, please.');
    expect([one.verb, other.verb]).toEqual(['هەڵبژارد', 'هەڵبژارد']);
    expect(one.folded).not.toBe(other.folded);
    expect(similarity(one, other)).toBeGreaterThanOrEqual(0.45);
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

describe('a word as it is compared', () => {
  it.each<[string, string | null, boolean, string]>([
    ['دەیکوشت', 'کوشت', true, 'a form of a verb'],
    ['هەڵبژاردن', 'هەڵبژارد', true, 'a verb with a preverb'],
    ['شاند', null, true, 'a noun'],
    ['کردن', null, false, 'a stop word, though it is a verb'],
    ['چوارەم', null, false, 'a word that counts'],
    ['killed', null, true, 'an English verb'],
    ['2021', null, false, 'a number'],
  ])('%s has the verb %j and may be like others: %s, %s', (word, verb, isComparable) => {
    expect(terms(word)).toMatchObject([{ verb, comparable: isComparable }]);
  });

  it('keeps its term and has the groups of its folded stem, sorted', () => {
    const [term] = analyse('وەفدەکان');
    const [word] = terms('وەفدەکان');
    expect(word).toMatchObject({ ...term });
    const groups = slowGrams('وهفد').toSorted();
    expect(word?.trigrams).toEqual(groups.filter((group) => group.length === 3));
    expect(word?.grams).toEqual(word?.grams.toSorted());
    expect(new Set(word?.grams).size).toBe(groups.length);
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

describe('how many trigrams two words must share', () => {
  /** Words of stems with what Sorani puts round them and with typing errors: many of them are alike. */
  const word = fc
    .tuple(
      fc.constantFrom('', 'نا', 'بێ'),
      fc.constantFrom('ستراتیژ', 'هەڵبژارد', 'بەرپرس', 'کۆبوونەو', 'فەرمان', 'سەرکرد', 'پەیوەند'),
      fc.constantFrom('', 'ن', 'ە', 'یەتی', 'گە', 'دار'),
      fc.nat({ max: 12 }),
    )
    .map(([before, stem, behind, place]) => {
      const whole = before + stem + behind;
      return whole.slice(0, place) + whole.slice(place + 1);
    });

  it.each([
    [4, 4, 1],
    [8, 8, 2],
    [6, 10, 2],
    [10, 10, 2.5],
    [12, 20, 4],
    [1, 1, 1],
    [0, 0, 1],
  ])('of %d and %d letters: %d, an eighth of both, but at least one', (left, right, expected) => {
    expect(leastOverlap(left, right)).toBe(expected);
    expect(leastOverlap(right, left)).toBe(expected);
  });

  it('is a quarter by the Dice coefficient', () => {
    const length = fc.integer({ min: 4, max: 40 });
    fc.assert(
      fc.property(length, length, (left, right) => {
        // A word has as many trigrams as letters, its edges marked.
        expect((2 * leastOverlap(left, right)) / (left + right)).toBeCloseTo(0.25, 10);
      }),
      FIXED,
    );
  });

  it('is met by nearly every pair that is alike by its letters', () => {
    const pairs = fc
      .sample(fc.tuple(word, word), { ...FIXED, numRuns: 4000 })
      .map(([left, right]) => [terms(left)[0], terms(right)[0]] as const)
      .filter(([one, other]) => likeByLetters(one, other) > 0);
    const missed = pairs.filter(([one, other]) => !sharesEnough(one, other));
    expect(pairs.length).toBeGreaterThan(200);
    expect(missed.length / pairs.length).toBeLessThan(0.02);
  });

  it('is not met by words that have nothing in common', () => {
    expect(sharesEnough(terms('ستراتیژی')[0], terms('فەرمانگە')[0])).toBe(false);
  });
});

/** Similarity but for what a common stem or verb adds. */
function likeByLetters(one?: ComparableTerm, other?: ComparableTerm): number {
  if (one === undefined || other === undefined || one.folded === other.folded) return 0;
  return similarity({ ...one, verb: null }, { ...other, verb: null });
}

function sharesEnough(one?: ComparableTerm, other?: ComparableTerm): boolean {
  const [left, right] = [one?.folded ?? '', other?.folded ?? ''];
  const rest = slowGrams(right).filter((gram) => gram.length === 3);
  const shared = slowGrams(left).filter((gram) => {
    const place = gram.length === 3 ? rest.indexOf(gram) : -1;
    if (place !== -1) rest.splice(place, 1);
    return place !== -1;
  });
  return shared.length >= leastOverlap(left.length, right.length);
}
