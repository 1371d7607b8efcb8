import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';
import type { Dictionary } from '../../src/retrieval/dictionary.ts';
import { readQuery } from '../../src/retrieval/query.ts';
import type { QueryTerm } from '../../src/retrieval/query.ts';
import { anyText, FIXED } from '../support/any-text.ts';
import { LEXICON, RIVER, SCHOOL } from '../support/index-fixtures.ts';
import { passagesOf } from '../support/passages.ts';
import { wordIndexOf } from '../support/word-index.ts';

/** Beside the usual entries, what parallel texts pair. */
const ESTIMATES = {
  name: 'e.tsv',
  text: 'english\tsorani\tstrength\nriver\tزێ\t0.2\nrain\tباران\t0.6\nprime\tسەرەتا\t0.4',
};
const lexicon = buildLexicon(
  [...LEXICON.files, ESTIMATES].flatMap(({ name, text }) => parseLexicon(name, text)),
);
const DICTIONARY: Dictionary = {
  words: wordIndexOf(passagesOf('land', [[RIVER], [SCHOOL]]), 'sorani'),
  lexicon,
  renditions: true,
};

/** Words as the lexicon holds them. */
function folded(text: string): string {
  return analyse(text)
    .map((term) => term.folded)
    .join(' ');
}

/** Each term's other ways to say it, joined by a space. */
function alternatives(terms: readonly QueryTerm[]): string[][] {
  return terms.map((term) => term.alternatives.map(({ stems }) => stems.join(' ')));
}

describe('readQuery', () => {
  it.each([
    ['ckb', 'سەرۆکی شاندی عێراق کێیە؟'],
    ['en', 'Who led the delegation?'],
    ['ckb-Latn', 'serokî şandî êraq kê bû?'],
    ['other', '؟؟'],
  ])('knows the language: %s', (language, text) => {
    expect(readQuery(text, DICTIONARY)).toMatchObject({ text, language });
  });

  it('looks for the words of a Sorani question in the Sorani text, where they stand in the question', () => {
    const text = 'وەزیری بەغدا';
    const { sorani } = readQuery(text, DICTIONARY).terms;
    expect(sorani.map(({ start, end }) => text.slice(start, end))).toEqual(['وەزیری', 'بەغدا']);
    expect(sorani.map(({ weight }) => weight)).toEqual([1, 1]);
  });

  it('knows the synonyms of a Sorani word, and its English for the rendition', () => {
    const { sorani, english } = readQuery('وەفد', DICTIONARY).terms;
    expect(alternatives(sorani)).toEqual([[folded('شاند')]]);
    expect(alternatives(english)).toEqual([['deleg']]);
  });

  it('translates English words into Sorani, the usual word first', () => {
    const { sorani } = readQuery('Which river?', DICTIONARY).terms;
    expect(alternatives(sorani)).toEqual([[folded('ڕووبار'), folded('چەم'), folded('زێ')]]);
    const strengths = sorani[0]?.alternatives.map(({ strength }) => strength) ?? [];
    expect(strengths).toEqual(strengths.toSorted((left, right) => right - left));
  });

  it('takes what parallel texts pair for a word that nobody translated, but not inside of a phrase', () => {
    const { sorani } = readQuery('rain for the prime minister', DICTIONARY).terms;
    expect(alternatives(sorani)).toEqual([[folded('باران')], [folded('سەرۆک وەزیران')]]);
    expect(sorani[0]?.alternatives[0]?.strength).toBeCloseTo(0.6, 6);
  });

  it('translates a phrase as a whole where the lexicon knows it', () => {
    const { sorani } = readQuery('the prime minister of Baghdad', DICTIONARY).terms;
    expect(alternatives(sorani)).toEqual([[folded('سەرۆک وەزیران')], [folded('بەغدا')]]);
  });

  it('puts Sorani in Latin letters into Arabic ones', () => {
    const { language, terms } = readQuery('çemî êraq le kwê ye?', DICTIONARY);
    expect(language).toBe('ckb-Latn');
    expect(terms.sorani.map(({ text }) => text)).toContain('چەمی');
  });

  it.each([
    [
      'Did Blinken visit Baghdad?',
      ['blinken', 'visit', 'baghdad'],
      'unknown words and known names',
    ],
    ['Was the River delegation there?', ['river'], 'a capital inside of a sentence'],
    ['River and delegation', [], 'no name, nor a capital at the beginning'],
    ['the prime minister in 2021', [], 'neither a phrase nor a number'],
    ['بلینکن لە بەغدا', ['بلینکن', 'بەغدا'], 'the same in Sorani'],
    ['ڕووباری وەفد لە ٢٠٢١', [], 'known words'],
  ])('tells what may be a name: of %s %j, %s', (text, names) => {
    const { sorani } = readQuery(text, DICTIONARY).terms;
    expect(sorani.filter(({ name }) => name).map((term) => term.text)).toEqual(names);
  });

  it('reads Sorani in the spelling of the documents, each word where it stands in the question', () => {
    const text = 'جیاکانی رووباری';
    const query = readQuery(text, DICTIONARY);
    expect(query.words).toBe('چیاکانی ڕووباری');
    const places = query.terms.sorani.map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['جیاکانی', 'رووباری']);
  });

  it('gives words of grammar no other ways to be said', () => {
    const { sorani, english } = readQuery('لە بۆ کە', DICTIONARY).terms;
    for (const term of [...sorani, ...english]) {
      expect(term).toMatchObject({ stopword: true, alternatives: [] });
    }
  });

  it('carries earlier questions over, after the own words and with less weight', () => {
    const { sorani } = readQuery('بۆچی؟', DICTIONARY, ['ڕووبار وشک بوو؟']).terms;
    expect(sorani.map(({ text }) => text).slice(0, 2)).toEqual(['بۆچی', 'ڕووبار']);
    const [own, ...earlier] = sorani.map(({ weight }) => weight);
    expect(own).toBe(1);
    for (const weight of earlier) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThan(1);
    }
  });

  it('gives terms with a weight above 0 and strengths from 0 to 1 for any text, and never throws', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 2 }), (text, earlier) => {
        const { sorani, english } = readQuery(text, DICTIONARY, earlier).terms;
        for (const term of [...sorani, ...english]) {
          expect(term.weight).toBeGreaterThan(0);
          expect(term.weight).toBeLessThanOrEqual(1);
          expect(term.text).not.toBe('');
          for (const { strength, stems } of term.alternatives) {
            expect(stems).not.toEqual([]);
            expect(strength).toBeGreaterThan(0);
            expect(strength).toBeLessThanOrEqual(1);
          }
        }
      }),
      { ...FIXED, numRuns: 200 },
    );
  });
});
