import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';
import { readQuery } from '../../src/retrieval/query.ts';
import type { QueryTerm } from '../../src/retrieval/query.ts';
import { anyText, FIXED } from '../support/any-text.ts';
import { LEXICON } from '../support/index-fixtures.ts';

const lexicon = buildLexicon(LEXICON.files.flatMap(({ name, text }) => parseLexicon(name, text)));

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
    expect(readQuery(text, lexicon)).toMatchObject({ text, language });
  });

  it('looks for the words of a Sorani question in the Sorani text, where they stand in the question', () => {
    const text = 'وەزیری بەغدا';
    const { sorani } = readQuery(text, lexicon).terms;
    expect(sorani.map(({ start, end }) => text.slice(start, end))).toEqual(['وەزیری', 'بەغدا']);
    expect(sorani.map(({ weight }) => weight)).toEqual([1, 1]);
  });

  it('knows the synonyms of a Sorani word, and its English for the rendition', () => {
    const { sorani, english } = readQuery('وەفد', lexicon).terms;
    expect(alternatives(sorani)).toEqual([[folded('شاند')]]);
    expect(alternatives(english)).toEqual([['deleg']]);
  });

  it('translates English words into Sorani, the usual word first', () => {
    const { sorani } = readQuery('Which river?', lexicon).terms;
    expect(alternatives(sorani)).toEqual([[folded('ڕووبار'), folded('چەم')]]);
    const strengths = sorani[0]?.alternatives.map(({ strength }) => strength) ?? [];
    expect(strengths).toEqual(strengths.toSorted((left, right) => right - left));
  });

  it('translates a phrase as a whole where the lexicon knows it', () => {
    const { sorani } = readQuery('the prime minister of Baghdad', lexicon).terms;
    expect(alternatives(sorani)).toEqual([[folded('سەرۆک وەزیران')], [folded('بەغدا')]]);
  });

  it('puts Sorani in Latin letters into Arabic ones', () => {
    const { language, terms } = readQuery('çemî êraq le kwê ye?', lexicon);
    expect(language).toBe('ckb-Latn');
    expect(terms.sorani.map(({ text }) => text)).toContain('چەمی');
  });

  it('gives words of grammar no other ways to be said', () => {
    const { sorani, english } = readQuery('لە بۆ کە', lexicon).terms;
    for (const term of [...sorani, ...english]) {
      expect(term).toMatchObject({ stopword: true, alternatives: [] });
    }
  });

  it('carries earlier questions over, after the own words and with less weight', () => {
    const { sorani } = readQuery('بۆچی؟', lexicon, ['ڕووبار وشک بوو؟']).terms;
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
        const { sorani, english } = readQuery(text, lexicon, earlier).terms;
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
