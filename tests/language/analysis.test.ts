import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse, characterGrams } from '../../src/language/analysis.ts';
import { tokenise } from '../../src/language/tokens.ts';
import { FIXED, anyText } from '../support/any-text.ts';

describe('terms', () => {
  it.each([
    ['گەڵەکانی', 'گەڵ', 'گهل', 'arabic', 'a Sorani word has a Sorani stem, folded too'],
    ['Delegations', 'deleg', 'deleg', 'latin', 'an English one an English stem'],
    ["Iraq's", 'iraq', 'iraq', 'latin', 'without its genitive'],
    ['Êraq', 'êraq', 'eraq', 'latin', 'a Hawar one without its marks where folded'],
    ['٠٧', '7', '7', 'number', 'a number is its own stem'],
    ['Ирак', 'ирак', 'ирак', 'other', 'so is a word we cannot read'],
  ])('%s: stem %s, folded %s, %s: %s', (source, stem, folded, script) => {
    expect(analyse(source)).toMatchObject([{ stem, folded, script, start: 0, end: source.length }]);
  });

  it('know grammar from content in both languages', () => {
    const stopwords = analyse('The delegation of Iraq لە عێراق و وڵات').map((term) => term.stopword);
    expect(stopwords).toEqual([true, false, true, false, true, false, true, false]);
  });

  it('are the tokens of the text, none left out, each with a stem', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const terms = analyse(source);
        expect(terms.map(({ text, start, end }) => ({ text, start, end }))).toEqual(
          tokenise(source).map(({ text, start, end }) => ({ text, start, end })),
        );
        for (const { stem, folded } of terms) {
          expect(stem).not.toBe('');
          expect(folded).not.toBe('');
        }
      }),
      FIXED,
    );
  });
});

describe('character n-grams', () => {
  it.each([
    [
      'شاند',
      ['_شا', 'شان', 'اند', 'ند_', '_شان', 'شاند', 'اند_'],
      'three and four letters, edges marked',
    ],
    ['دا', ['_دا', 'دا_', '_دا_'], 'two letters'],
    ['و', ['_و_'], 'one letter is its only gram'],
    ['', [], 'no word has none'],
  ])('of %j are %j: %s', (word, expected) => {
    expect(characterGrams(word)).toEqual(expected);
  });
});
