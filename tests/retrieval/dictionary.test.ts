import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { shapeOf } from '../../src/language/spelling.ts';
import { isKnown, knownSpelling } from '../../src/retrieval/dictionary.ts';
import { anyText, FIXED } from '../support/any-text.ts';
import { DICTIONARY } from '../support/dictionary.ts';
import { queryTerm } from '../support/query-terms.ts';

describe('a word', () => {
  it.each([
    ['گفتوگۆی', 'of the documents'],
    ['نانەکان', 'whose stem the lexicon has'],
    ['دەکوژن', 'that is a form of a verb, though nobody uses it here'],
    ['لەگەڵ', 'of grammar'],
    ['لهگهل', 'of grammar, without ە and ڵ'],
    ['blinken', 'in Latin letters'],
    ['2021', 'that is a number'],
  ])('is known: %s, %s', (word) => {
    expect(isKnown(queryTerm(word), DICTIONARY)).toBe(true);
  });

  it.each([
    ['فیل', 'that is neither there nor in the lexicon'],
    ['كفتوكوي', 'of the documents on a poor keyboard'],
    ['س', 'that is one letter'],
    ['سە', 'that a space may leave of سەرۆک, though the lexicon has it'],
    ['گە', 'that is what a space leaves of گەڕ'],
    ['هە', 'that begins with ه'],
  ])('is not: %s, %s', (word) => {
    expect(isKnown(queryTerm(word), DICTIONARY)).toBe(false);
  });
});

describe('what a word was meant for', () => {
  it.each<[typed: string, meant: string | null, why: string]>([
    ['كفتوكوي', 'گفتوگۆی', 'a word of the documents'],
    ['جهكيان', 'چەکیان', 'with its ending'],
    ['ثيَشمةرطة', 'پێشمەرگە', 'an old font'],
    ['ذينطة', 'ژینگە', 'two of its letters'],
    ['بوجى', 'بۆچی', 'a stop word'],
    ['جونه', 'چۆنە', 'a stop word with its ending'],
    ['گوران', 'کۆران', 'the word of the same shape, letter by letter, before others of its stem'],
    ['فیل', null, 'nothing is like it'],
    ['لج', null, 'too short to say, though the lexicon has لچ'],
    ['ضؤن', 'چۆن', 'a stop word in an old font'],
    ['گام', null, 'who has گ on the keyboard means no stop word of that shape, such as کام'],
  ])('%s: %j, %s', (typed, meant) => {
    expect(knownSpelling(queryTerm(typed), DICTIONARY)).toBe(meant);
  });

  it('is what the lexicon has where the documents have none', () => {
    const meant = knownSpelling(queryTerm('هەنكوين'), DICTIONARY) ?? '';
    expect(queryTerm(meant).folded).toBe(queryTerm('هەنگوین').folded);
  });

  it('has the shape of the word, or of what an old font made of it, and is known', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const term of analyse(text)) {
          const meant = knownSpelling(term, DICTIONARY);
          if (meant === null) continue;
          const [read] = analyse(meant);
          expect(meant).not.toBe('');
          expect(read === undefined || isKnown(read, DICTIONARY)).toBe(true);
        }
      }),
      FIXED,
    );
  });

  it('is a word of the documents for whatever has the shape of its stem', () => {
    const wrong = DICTIONARY.words.vocabulary.data.words.filter((word) => {
      const { stopword, folded } = queryTerm(word);
      const typed = queryTerm(shapeOf(word));
      // Not every stem is recognised without its letters: that of زینکە (ژینگە) seems to be زین.
      if (stopword || folded.length < 3 || shapeOf(typed.folded) !== shapeOf(folded)) return false;
      const [meant] = analyse(knownSpelling(typed, DICTIONARY) ?? '');
      return shapeOf(meant?.folded ?? '') !== shapeOf(folded);
    });
    expect(wrong).toEqual([]);
  });
});
