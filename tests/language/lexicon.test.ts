import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { buildLexicon } from '../../src/language/build-lexicon.ts';
import type { Alternative, Lexicon } from '../../src/language/lexicon.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';
import { shapeOf } from '../../src/language/spelling.ts';
import { FIXED } from '../support/any-text.ts';

function lexicon(...lines: string[]): Lexicon {
  return mixedLexicon({ translations: lines });
}

/** A lexicon of all three kinds of lines. */
function mixedLexicon(lines: {
  translations?: readonly string[];
  synonyms?: readonly string[];
  estimates?: readonly string[];
}): Lexicon {
  const files = [
    ['english\tpos\tsorani', ...(lines.translations ?? [])],
    ['word\tsynonyms\trelated', ...(lines.synonyms ?? [])],
    ['english\tsorani\tstrength', ...(lines.estimates ?? [])],
  ];
  return buildLexicon(files.flatMap((file) => parseLexicon('test.tsv', file.join('\n'))));
}

/** A Sorani phrase as the lexicon knows it. */
function key(sorani: string): string {
  return analyse(sorani)
    .map(({ folded }) => folded)
    .join(' ');
}

/** The synonyms of a Sorani word with their strengths, to two digits. */
function synonymsOf(any: Lexicon, word: string): Record<string, number> {
  return Object.fromEntries(
    any
      .soraniSynonyms(key(word))
      .map(({ stems, strength }) => [stems.join(' '), Number(strength.toFixed(2))]),
  );
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
  'March\tname\tئادار',
  'march\tn\tڕێپێوان',
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
    expect(SMALL.hasSorani(english)).toBe(expected.length > 0);
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
    expect(SMALL.hasEnglish(sorani)).toBe(expected.length > 0);
    const through = SMALL.inEnglishThrough([{ stems: [sorani], strength: 1 }], 1);
    expect(ways(through)).toEqual(expected.slice(0, 1));
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

describe('what somebody wrote down as alike', () => {
  const ALIKE = mixedLexicon({
    synonyms: ['گەمارۆ\tئابڵۆقە; حیسار\tسزا', 'شەڕ\tجەنگ\tچەک; ئاشتی', 'باوەڕ هێنان\tمتمانە\t'],
  });

  it.each<[string, Record<string, number>, string]>([
    ['گەمارۆ', { ابلوق: 0.9, حیسار: 0.86, سزا: 0.4 }, 'by their place, what is related last'],
    ['ئابڵۆقە', { گهمارو: 0.9 }, 'the other way round'],
    ['حیسار', { گهمارو: 0.86 }, 'as strongly, but not by way of a third word'],
    ['سزا', { گهمارو: 0.4 }, 'what is related, too'],
    ['متمانە', { 'باوهر هین': 0.9 }, 'a phrase'],
    ['شاند', {}, 'none of a word that is not known'],
  ])('links %s with %j: %s', (word, expected) => {
    expect(synonymsOf(ALIKE, word)).toEqual(expected);
  });

  it('never falls below one half for a synonym, however far back it stands', () => {
    const words = [...'بپتجچخدزژسشفقکگ'].map((letter) => `${letter}ارام`);
    const many = synonymsOf(mixedLexicon({ synonyms: [`شاند\t${words.join('; ')}\t`] }), 'شاند');
    expect(Object.values(many)).toHaveLength(words.length);
    expect(Math.min(...Object.values(many))).toBe(0.5);
  });

  it('counts by the strongest of several lines, both ways', () => {
    const twice = mixedLexicon({ synonyms: ['شەڕ\tناکۆکی; جەنگ\t', 'جەنگ\tشەڕ\t', 'شەڕ\t\tجەنگ'] });
    expect(synonymsOf(twice, 'شەڕ')).toMatchObject({ [key('جەنگ')]: 0.9 });
    expect(synonymsOf(twice, 'جەنگ')).toEqual({ [key('شەڕ')]: 0.9 });
  });

  it('counts beside what translates alike, the stronger of both', () => {
    const translations = ['war\tn\tشەڕ; جەنگ'];
    const byTranslation = synonymsOf(mixedLexicon({ translations }), 'شەڕ')[key('جەنگ')] ?? 0;
    expect(byTranslation).toBeGreaterThan(0.4);
    const stronger = mixedLexicon({ translations, synonyms: ['شەڕ\t\tجەنگ'] });
    expect(synonymsOf(stronger, 'شەڕ')).toEqual({ [key('جەنگ')]: byTranslation });
    const common = ['war\tn\tشەڕ', 'clash\tn\tشەڕ; ناکۆکی; جەنگ'];
    const weaker = mixedLexicon({ translations: common, synonyms: ['شەڕ\tجەنگ\t'] });
    expect(synonymsOf(weaker, 'شەڕ')[key('جەنگ')]).toBe(0.9);
  });

  it('is not a form of the word itself', () => {
    const own = mixedLexicon({ synonyms: ['شاند\tشاندەکان; وەفد\tشاندێک'] });
    expect(synonymsOf(own, 'شاند')).toEqual({ [key('وەفد')]: 0.86 });
  });
});

describe('Sorani words that stand in the lexicon', () => {
  const MIXED = mixedLexicon({
    translations: ['foreign minister\tn\tوەزیری دەرەوە', 'delegation\tn\tشاندەکان'],
    synonyms: ['گەمارۆ\tحیسار\tسزا'],
    estimates: ['army\tسوپا\t0.3'],
  });

  it.each([
    ['شاند', true, 'a translation, by its stem'],
    ['شاندەکان', false, 'not by its form'],
    ['وهزیر دهر', true, 'a phrase'],
    ['وهزیر', false, 'not a word of it'],
    ['گهمارو', true, 'a word with synonyms'],
    ['حیسار', true, 'a synonym'],
    ['سزا', true, 'what is related'],
    ['سوپا', true, 'an estimate'],
    ['', false, 'nothing'],
  ])('are known: %s, %s, %s', (folded, expected) => {
    expect(MIXED.knowsSorani(folded)).toBe(expected);
  });

  it('are found by their shape, but no phrase is', () => {
    expect(MIXED.soraniOfShape(shapeOf('شاند'))).toBe('شاند');
    expect(MIXED.soraniOfShape(shapeOf('سوپا'))).toBe('سوپا');
    expect(MIXED.soraniOfShape(shapeOf('وهزیر دهر'))).toBeNull();
    expect(MIXED.soraniOfShape(shapeOf('کتیب'))).toBeNull();
  });

  it('are found by the first of several with one shape, whatever line that stands in', () => {
    const [one, other] = [key('کوڵ'), key('گوڵ')];
    expect(shapeOf(one)).toBe(shapeOf(other));
    for (const lines of [
      ['boil\tn\tکوڵ', 'flower\tn\tگوڵ'],
      ['flower\tn\tگوڵ', 'boil\tn\tکوڵ'],
    ]) {
      expect(lexicon(...lines).soraniOfShape(shapeOf(other))).toBe(one);
    }
  });
});

describe('estimates', () => {
  const ESTIMATED = mixedLexicon({
    translations: ['siege\tn\tگەمارۆ', 'Iraq\tname\tعێراق'],
    estimates: ['siege\tحیسار\t0.25', 'siege\tسوپا\t0.5', 'siege\tحیسار\t0.75', 'army\tسوپا\t0.3'],
  });

  it.each([
    ['sieg', ['حیسار', 'سوپا'], [0.75, 0.5], 'the surest first, by the best line'],
    ['armi', ['سوپا'], [0.3], 'a word that nobody translated'],
    ['iraq', [], [], 'none of a word that is only translated'],
    ['parliament', [], [], 'none of a word that is not known'],
  ])('of %s are %j, as sure as %j: %s', (stem, expected, strengths) => {
    const found = ESTIMATED.estimates(stem);
    expect(ways(found)).toEqual(expected);
    expect(found.map(({ strength }) => Number(strength.toFixed(6)))).toEqual(strengths);
  });

  it('stand apart from what somebody wrote down', () => {
    expect(ways(ESTIMATED.translations(['sieg']))).toEqual([key('گەمارۆ')]);
    expect(ESTIMATED.translations(['armi'])).toEqual([]);
    expect(ESTIMATED.inEnglish(key('سوپا'))).toEqual([]);
    expect(ESTIMATED.soraniSynonyms(key('سوپا'))).toEqual([]);
    expect(ESTIMATED.englishSynonyms('armi')).toEqual([]);
    expect(ESTIMATED.isEnglishName('armi')).toBe(false);
  });
});

describe('a lexicon of nothing', () => {
  it('knows nothing', () => {
    const none = buildLexicon([]);
    expect(none.translations(['deleg'])).toEqual([]);
    expect(none.soraniSynonyms('شاند')).toEqual([]);
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

  it.each([
    ['iraq', true, 'a headword marked as one'],
    ['deleg', false, 'any other'],
    ['march', false, 'one that is a name and something else'],
    ['parliament', false, 'one that is not known'],
  ])('in English, %s: %s, %s', (stem, expected) => {
    expect(SMALL.isEnglishName(stem)).toBe(expected);
  });

  it('are none where the same Sorani word translates something else', () => {
    const hope = lexicon('hope\tn\tهیوا', 'Hiwa\tname\tهیوا');
    expect(hope.isSoraniName(key('هیوا'))).toBe(false);
    expect(hope.isEnglishName('hiwa')).toBe(false);
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
  const synonymLine = fc
    .tuple(word, fc.array(word, { maxLength: 3 }), fc.array(word, { maxLength: 2 }))
    .map(([own, synonyms, related]) => [own, synonyms.join('; '), related.join('; ')].join('\t'));
  const estimateLine = fc
    .tuple(fc.constantFrom('force', 'army', 'war'), word, fc.constantFrom('0.2', '0.55', '1'))
    .map((columns) => columns.join('\t'));
  const anyLexicon = fc
    .record({
      translations: fc.array(line, { maxLength: 8 }),
      synonyms: fc.array(synonymLine, { maxLength: 4 }),
      estimates: fc.array(estimateLine, { maxLength: 4 }),
    })
    .map(mixedLexicon);

  it('is from 0 to 1 and falls, nothing being its own synonym, in any lexicon, even with lines that repeat', () => {
    fc.assert(
      fc.property(anyLexicon, (any) => {
        for (const own of any.data.english) {
          expect(ways(any.englishSynonyms(own))).not.toContain(own);
          expectStrengths(any.englishSynonyms(own));
          expectStrengths(any.translations([own]));
          expectStrengths(any.estimates(own));
        }
        for (const own of any.data.sorani) {
          expect(ways(any.soraniSynonyms(own))).not.toContain(own);
          expectStrengths(any.soraniSynonyms(own));
          expectStrengths(any.inEnglish(own));
        }
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('is the same both ways between Sorani words', () => {
    fc.assert(
      fc.property(anyLexicon, word, word, (any, left, right) => {
        expect(strengthOf(any, left, right)).toBeCloseTo(strengthOf(any, right, left), 10);
      }),
      { ...FIXED, numRuns: 200 },
    );
  });
});

/** Above 0, at most 1, falling, and of no phrase twice. */
function expectStrengths(alternatives: readonly Alternative[]): void {
  const strengths = alternatives.map(({ strength }) => strength);
  expect(strengths).toEqual(strengths.toSorted((one, other) => other - one));
  expect(new Set(ways(alternatives)).size).toBe(alternatives.length);
  for (const strength of strengths) {
    expect(strength).toBeGreaterThan(0);
    expect(strength).toBeLessThanOrEqual(1);
  }
}

function strengthOf(any: Lexicon, word: string, other: string): number {
  const found = any.soraniSynonyms(key(word)).find(({ stems }) => stems.join(' ') === key(other));
  return found?.strength ?? 0;
}
