import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { buildLexicon } from '../../src/language/build-lexicon.ts';
import type { Alternative, Lexicon } from '../../src/language/lexicon.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';
import { FIXED } from '../support/any-text.ts';

function lexicon(...lines: string[]): Lexicon {
  return buildLexicon(parseLexicon('test.tsv', ['english\tpos\tsorani', ...lines].join('\n')));
}

function ways(alternatives: readonly Alternative[]): string[] {
  return alternatives.map(({ stems }) => stems.join(' '));
}

const SMALL = lexicon(
  'delegation\tn\tشاند; وەفد',
  'mission\tn\tوەفد; ئەرک; نێردە',
  'task\tn\tئەرک; کار; فەرمان',
  'work\tn\tکار',
  'foreign minister\tn\tوەزیری دەرەوە',
  'Iraq\tname\tعێراق',
);

describe('translations', () => {
  it.each([
    [['deleg'], ['شاند', 'وهفد'], 'the most usual first'],
    [['foreign', 'minist'], ['وهزیر دهر'], 'a phrase by all its words'],
    [['minist'], [], 'not by one of them'],
    [['parliament'], [], 'none of a word that is not known'],
    [[], [], 'none of nothing'],
  ])('of %j are %j: %s', (english, expected) => {
    expect(ways(SMALL.translations(english))).toEqual(expected);
  });

  it('grow less sure, the first being sure', () => {
    const strengths = SMALL.translations(['task']).map(({ strength }) => strength);
    expect(strengths.at(0)).toBe(1);
    expect(strengths).toEqual(strengths.toSorted((one, other) => other - one));
    expect(new Set(strengths).size).toBe(3);
  });

  it('that stand in two lines count once, by the better place', () => {
    const twice = lexicon('go\tv\tچوون; ڕۆیشتن', 'go\tv\tڕۆیشتن');
    expect(twice.translations(['go']).map(({ strength }) => strength)).toEqual([1, 1]);
  });

  it.each([
    ['وهفد', ['mission', 'deleg'], 'the nearest headword first'],
    ['عیراق', ['iraq'], 'a name'],
    ['ناو', [], 'none of a word that is not known'],
  ])('of the Sorani %s are %j: %s', (sorani, expected) => {
    expect(ways(SMALL.inEnglish(sorani))).toEqual(expected);
  });
});

describe('synonyms', () => {
  it.each([
    ['شاند', ['وهفد'], 'they share a headword'],
    ['وهفد', ['شاند', 'نیرد', 'ئهرک'], 'the more they share, the nearer'],
    ['عیراق', [], 'a headword with one equivalent has none'],
    ['ناو', [], 'nor has a word that is not known'],
  ])('of %s are %j: %s', (word, expected) => {
    expect(ways(SMALL.soraniSynonyms(word)).toSorted()).toEqual(
      expected.map((way) => way.replace(/^ئ/u, '')).toSorted(),
    );
  });

  it.each([
    ['deleg', ['mission'], 'they translate alike'],
    ['task', ['work', 'mission'], 'the more alike, the nearer'],
    ['iraq', [], 'a translation that nothing shares'],
    ['parliament', [], 'a word that is not known'],
  ])('of the English %s are %j: %s', (word, expected) => {
    expect(ways(SMALL.englishSynonyms(word))).toEqual(expected);
  });

  it('too weak to mean the same are left out', () => {
    const senses = Array.from(
      { length: 40 },
      (_, sense) => `sense${'abcdefgh'.charAt(sense % 8)}${sense}\tn\tکار`,
    );
    const many = lexicon(...senses, 'labour\tn\tڕەنج; کار');
    expect(ways(many.soraniSynonyms('کار'))).toEqual([]);
    expect(ways(lexicon('labour\tn\tڕەنج; کار').soraniSynonyms('کار'))).toEqual(['رهنج']);
  });
});

describe('names', () => {
  it.each([
    ['عیراق', true, 'a headword marked as one'],
    ['شاند', false, 'any other'],
    ['ناو', false, 'one that is not known'],
  ])('%s: %s, %s', (word, expected) => {
    expect(SMALL.isSoraniName(word)).toBe(expected);
  });
});

describe('how surely words mean the same', () => {
  const word = fc.constantFrom('شاند', 'وەفد', 'ئەرک', 'کار', 'هێز', 'سوپا');
  const line = fc
    .tuple(
      fc.constantFrom('delegation', 'mission', 'task', 'force', 'army'),
      fc.array(word, { minLength: 1, maxLength: 4 }),
    )
    .map(([english, sorani]) => `${english}\tn\t${sorani.join('; ')}`);

  it('is from 0 to 1 and falls, nothing being its own synonym, in any lexicon, even with lines that repeat', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const any = lexicon(...lines);
        for (const key of any.data.english) {
          expect(ways(any.englishSynonyms(key))).not.toContain(key);
          expectStrengths(any.englishSynonyms(key), any.translations([key]));
        }
        for (const own of any.data.sorani) {
          expect(ways(any.soraniSynonyms(own))).not.toContain(own);
          expectStrengths(any.soraniSynonyms(own), any.inEnglish(own));
        }
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('is the same both ways between Sorani words', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), word, word, (lines, left, right) => {
        const any = lexicon(...lines);
        expect(strengthOf(any, left, right)).toBeCloseTo(strengthOf(any, right, left), 10);
      }),
      { ...FIXED, numRuns: 200 },
    );
  });
});

function expectStrengths(
  synonyms: readonly Alternative[],
  translations: readonly Alternative[],
): void {
  const strengths = synonyms.map(({ strength }) => strength);
  expect(strengths).toEqual(strengths.toSorted((one, other) => other - one));
  for (const { strength } of [...synonyms, ...translations]) {
    expect(strength).toBeGreaterThan(0);
    expect(strength).toBeLessThanOrEqual(1);
  }
}

function strengthOf(any: Lexicon, word: string, other: string): number {
  const [wanted = []] = parseLexicon('word.tsv', `english\tpos\tsorani\nx\tn\t${other}`).flatMap(
    ({ sorani }) => sorani,
  );
  const [own = []] = parseLexicon('word.tsv', `english\tpos\tsorani\nx\tn\t${word}`).flatMap(
    ({ sorani }) => sorani,
  );
  const found = any
    .soraniSynonyms(own.join(' '))
    .find(({ stems }) => stems.join(' ') === wanted.join(' '));
  return found?.strength ?? 0;
}
