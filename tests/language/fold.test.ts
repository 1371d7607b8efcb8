import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldWord } from '../../src/language/fold.ts';
import { normalise } from '../../src/language/normalise.ts';
import { FIXED, anyText } from '../support/any-text.ts';

describe('the fold', () => {
  it.each([
    ['ڕۆژ', 'روژ', 'ڕ and ۆ, which many keyboards lack'],
    ['گەڵ', 'گهل', 'ڵ and ە'],
    ['کێ', 'کی', 'ێ'],
    ['بوو', 'بو', 'وو typed once'],
    ['کوردیی', 'کوردی', 'یی typed once'],
    ['دوووەم', 'دوهم', 'a وو before a و'],
    ['ئابووری', 'ابوری', 'the ئ that carries an initial vowel'],
    ['ئ', 'ئ', 'but a word is never folded away'],
    ['شائەت', 'شائهت', 'inside a word ئ is heard'],
    ['êraq', 'eraq', 'Hawar without its marks'],
    ['şandî', 'sandi', 'as English keyboards have it'],
    ['iraq', 'iraq', 'English stays'],
    ['2021', '2021', 'so do numbers'],
  ])('makes %s %s: %s', (word, expected) => {
    expect(foldWord(word)).toBe(expected);
  });

  it('joins words that only the marked letters tell apart, which is why it stands beside, never instead', () => {
    expect(foldWord('کەڕ')).toBe(foldWord('کەر'));
  });

  it('changes nothing the second time, and never lengthens', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const word = normalise(source).text;
        const folded = foldWord(word);
        expect(foldWord(folded)).toBe(folded);
        expect(folded.length).toBeLessThanOrEqual(word.length);
        expect(folded === '').toBe(word === '');
      }),
      FIXED,
    );
  });
});
