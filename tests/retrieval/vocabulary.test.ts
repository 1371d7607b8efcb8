import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  comparable,
  leastOverlap,
  similarity,
  stemSimilarity,
} from '../../src/language/similarity.ts';
import { skeletons, soundSimilarity } from '../../src/language/sound-similarity.ts';
import { soundsOfEnglish, soundsOfSorani } from '../../src/language/sounds.ts';
import type { Sounds } from '../../src/language/sounds.ts';
import { shapeOf } from '../../src/language/spelling.ts';
import { Vocabulary } from '../../src/retrieval/vocabulary.ts';
import type { WordStrengths } from '../../src/retrieval/vocabulary.ts';
import { FIXED } from '../support/any-text.ts';
import { queryTerm, stemOf } from '../support/query-terms.ts';

const WORDS = [
  'ئاو',
  'ئاوی',
  'ئاوەکە',
  'شاند',
  'شاندەکەی',
  'حکومەت',
  'حکومەتەکانی',
  'حوکمەت',
  'هەڵبژاردن',
  'هەڵبژاردنەکان',
  'کوشت',
  'دەکوژێت',
  'دەکات',
  'کرد',
  'لە',
  'چوارەم',
  'چوارشەممە',
  'بلینکن',
  'بلینکنیش',
  'واشنتن',
  'لینک',
  'ڕێگا',
  'شەڕ',
  'شەر',
  'گورگ',
  'کورک',
  'ministers',
  'ministerial',
  'the',
  '2021',
  '20210',
  'constructor',
] as const;
const vocabulary = Vocabulary.build(WORDS);

/** Words of the vocabulary, those with an ending or a letter more or less, and others. */
const asked: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...WORDS, 'فیل', 'گفتوگۆ'),
    fc.constantFrom('', 'ی', 'ەکان', 'مان', 'یش', 's', '7'),
    fc.nat(12),
  )
  .map(
    ([word, ending, cut]) =>
      `${word.slice(0, cut)}${word.slice(cut + (ending === '' ? 1 : 0))}${ending}`,
  )
  .filter((word) => /^(?:[\p{L}]+|[0-9]+)$/u.test(word));

/** What a look-up marks, by word. */
function marked(mark: (strengths: WordStrengths) => void): Record<string, number> {
  const strengths: WordStrengths = new Map();
  mark(strengths);
  return Object.fromEntries(
    [...strengths]
      .toSorted(([left], [right]) => left - right)
      .map(([word, strength]) => [vocabulary.data.words[word] ?? '?', strength]),
  );
}

/** What a comparison with every word gives where it is above 0. */
function compared(compare: (word: string) => number): Record<string, number> {
  return Object.fromEntries(
    vocabulary.data.words
      .map((word) => [word, compare(word)] as const)
      .filter(([, one]) => one > 0),
  );
}

function trigramsOf(word: string): readonly string[] {
  return comparable(queryTerm(word)).trigrams;
}

function sharedTrigrams(one: string, other: string): number {
  const theirs = new Set(trigramsOf(other));
  return trigramsOf(one).filter((gram) => theirs.has(gram)).length;
}

function similarTo(word: string): Record<string, number> {
  const term = comparable(queryTerm(word));
  return marked((strengths) => vocabulary.markSimilar(strengths, term));
}

function soundingLike(name: Sounds): Record<string, number> {
  return marked((strengths) => vocabulary.markSounding(strengths, name, (alike) => alike, 0));
}

describe('a vocabulary', () => {
  it('numbers its words as they sort, and no others', () => {
    expect(vocabulary.data.words).toEqual([...WORDS].toSorted());
    for (const [number, word] of vocabulary.data.words.entries()) {
      expect(vocabulary.numberOf(word)).toBe(number);
    }
    for (const other of ['فیل', '', 'toString', 'ئا']) {
      expect(vocabulary.numberOf(other)).toBe(-1);
    }
  });

  it('can be empty', () => {
    const empty = Vocabulary.build([]);
    const strengths: WordStrengths = new Map();
    empty.markSimilar(strengths, comparable(queryTerm('ئاو')));
    empty.markForms(strengths, 'ئاو', 1);
    empty.markSounding(strengths, soundsOfEnglish('blinken'), (alike) => alike, 0);
    expect(strengths.size).toBe(0);
  });
});

describe('markSimilar', () => {
  it('marks what a comparison with every word would, but for words that share hardly a trigram', () => {
    fc.assert(
      fc.property(asked, (word) => {
        const term = comparable(queryTerm(word));
        expect(similarTo(word)).toEqual(
          compared((other) => {
            const one = comparable(queryTerm(other));
            const isNear =
              sharedTrigrams(word, other) >= leastOverlap(term.folded.length, one.folded.length);
            const isVerb = term.verb !== null && term.verb === one.verb;
            return term.text === other || isNear || isVerb ? similarity(term, one) : 0;
          }),
        );
      }),
      FIXED,
    );
  });

  it.each([
    ['حکومەتی', 'حکومەت', 'an ending'],
    ['شەر', 'شەڕ', 'a letter that some keyboards lack'],
    ['هەلبژارن', 'هەڵبژاردن', 'a letter left out'],
    ['نەیکوشت', 'دەکوژێت', 'another tense of the verb'],
    ['minister', 'ministers', 'a plural'],
  ])('finds for %s also %s: %s', (word, other) => {
    const found = similarTo(word);
    expect(found[other]).toBeGreaterThan(0);
    expect(found[other]).toBeLessThan(1);
  });

  it.each([
    ['2021', '20210', 'another number'],
    ['چوارەم', 'چوارشەممە', 'a day is no ordinal'],
    ['لە', 'لینک', 'grammar is like nothing else'],
    ['شاند', 'ئاو', 'another word'],
  ])('does not find for %s also %s: %s', (word, other) => {
    const found = similarTo(word);
    expect(found[word]).toBe(1);
    expect(found[other]).toBeUndefined();
  });

  it('finds the same each time, whatever was looked up between', () => {
    const first = similarTo('حکومەتی');
    for (const word of WORDS) similarTo(word);
    expect(similarTo('حکومەتی')).toEqual(first);
  });

  it('never lowers what is there', () => {
    const strengths: WordStrengths = new Map([[vocabulary.numberOf('حکومەتەکانی'), 0.99]]);
    vocabulary.markSimilar(strengths, comparable(queryTerm('حکومەت')));
    expect(strengths.get(vocabulary.numberOf('حکومەتەکانی'))).toBe(0.99);
    expect(strengths.get(vocabulary.numberOf('حکومەت'))).toBe(1);
  });
});

describe('markForms', () => {
  it('marks what a comparison of the stem with every other would', () => {
    const strength = fc.constantFrom(0.25, 0.5, 1);
    fc.assert(
      fc.property(asked, strength, (word, most) => {
        const stem = stemOf(word);
        expect(marked((strengths) => vocabulary.markForms(strengths, stem, most))).toEqual(
          compared((other) => most * stemSimilarity(stem, stemOf(other))),
        );
      }),
      FIXED,
    );
  });

  it('finds words with endings, but none that only begins alike', () => {
    const found = marked((strengths) => vocabulary.markForms(strengths, stemOf('چوارەم'), 0.75));
    expect(found).toEqual({ چوارەم: 0.75 });
    const forms = marked((strengths) => vocabulary.markForms(strengths, stemOf('شاند'), 0.75));
    expect(Object.keys(forms)).toEqual(['شاند', 'شاندەکەی']);
  });
});

describe('markSounding', () => {
  it('marks what a comparison with every word of its skeleton would', () => {
    for (const name of ['blinken', 'washington', 'link', 'hakeem', 'shand', 'dog']) {
      const sounds = soundsOfEnglish(name);
      const expected = compared((word) => {
        const { script, stopword } = queryTerm(word);
        const other = soundsOfSorani(word);
        const isShort = sounds.length < 3 || other.length < 3;
        const hasSkeleton = skeletons(other).some((one) => skeletons(sounds).includes(one));
        const isLeftOut = script !== 'arabic' || stopword || isShort || !hasSkeleton;
        return isLeftOut ? 0 : soundSimilarity(sounds, other);
      });
      expect(soundingLike(sounds)).toEqual(expected);
    }
  });

  it('finds a name nearest in its own letters, then with an ending', () => {
    const found = soundingLike(soundsOfEnglish('blinken'));
    const nearest = Object.entries(found).toSorted(([, left], [, right]) => right - left);
    expect(nearest.slice(0, 2).map(([word]) => word)).toEqual(['بلینکن', 'بلینکنیش']);
  });

  it('passes over names of one or two sounds, which too much sounds like', () => {
    expect(soundingLike(soundsOfEnglish('ko'))).toEqual({});
    expect(soundingLike(soundsOfEnglish('aw'))).toEqual({});
  });

  it('marks nothing where the similarity comes to nothing', () => {
    const strengths: WordStrengths = new Map();
    vocabulary.markSounding(strengths, soundsOfEnglish('blinken'), () => 0, 0);
    expect(strengths.size).toBe(0);
  });
});

describe('soundingMost', () => {
  it('is the word that sounds most like a name, with how much it does', () => {
    const best = vocabulary.soundingMost(soundsOfEnglish('blinken'), 0.5);
    expect(vocabulary.data.words[best?.word ?? -1]).toBe('بلینکن');
    expect(best?.alike).toBe(soundSimilarity(soundsOfEnglish('blinken'), soundsOfSorani('بلینکن')));
  });

  it('is none where no word is as alike as was asked for', () => {
    expect(vocabulary.soundingMost(soundsOfEnglish('blinken'), 1)).toBeNull();
    expect(vocabulary.soundingMost(soundsOfEnglish('zanzibar'), 0.8)).toBeNull();
  });
});

describe('ofShape', () => {
  it('finds all words that a poor keyboard would write alike, and no others', () => {
    const found = vocabulary.ofShape(shapeOf('گورگ'));
    expect(Array.from(found, (number) => vocabulary.data.words[number])).toEqual(['کورک', 'گورگ']);
    expect(vocabulary.ofShape(shapeOf('فیل'))).toHaveLength(0);
  });
});
