import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { readLatin } from '../../src/retrieval/read-latin.ts';
import { anyText, FIXED } from '../support/any-text.ts';
import { DICTIONARY } from '../support/dictionary.ts';
import { queryTerm } from '../support/query-terms.ts';

function read(word: string): string {
  return readLatin(queryTerm(word), DICTIONARY) ?? '';
}

describe('a Sorani word in Latin letters', () => {
  it.each([
    ['serokî', 'سەرۆکی', 'Hawar'],
    ['seroki', 'سەرۆکی', 'without its marks'],
    ['saroki', 'سەرۆکی', 'chat, a for ە'],
    ['SAROKI', 'سەرۆکی', 'in capitals'],
    ['êraq', 'عێراق', 'ع, which Hawar lacks'],
    ['eraq', 'عێراق', 'e for ێ'],
    ['peshmarga', 'پێشمەرگە', 'sh'],
    ['pishmarga', 'پێشمەرگە', 'i for ێ'],
    ['hezakan', 'هێزەکان', 'a plural'],
    ['gftugo', 'گفتوگۆی', 'without the ending that the documents have'],
    ['bexda', 'بەغدا', 'x for غ'],
    ['wazir', 'وەزیری', 'a for ە'],
    ['parlaman', 'پەرلەمان', 'three of them'],
  ])('%s is %s of the documents: %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it.each([
    ['nirx', 'نرخ', 'an i that is not written'],
    ['nrx', 'نرخ', 'no vowel at all'],
    ['xaluz', 'خەڵووز', 'a for ە, l for ڵ and u for وو'],
    ['nan', 'نان', 'the lexicon alone has it'],
  ])('%s is %s of the lexicon: %s', (typed, meant) => {
    expect(queryTerm(read(typed)).folded).toBe(queryTerm(meant).folded);
  });

  it.each([
    ['le', 'لە', 'Hawar'],
    ['la', 'لە', 'chat'],
    ['kê', 'کێ', 'who'],
    ['ke', 'کە', 'e is ە before it is ێ'],
    ['çî', 'چی', 'Hawar'],
    ['chi', 'چی', 'chat'],
    ['bochi', 'بۆچی', 'why'],
    ['key', 'کەی', 'when'],
    ['legell', 'لەگەڵ', 'with'],
    ['lagal', 'لەگەڵ', 'with a and one l'],
  ])('%s is the stop word %s: %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it.each([
    ['fîl', 'فیل', 'Hawar'],
    ['zhmzhm', 'ژمژم', 'chat'],
    ['serbaz', 'سەرباز', 'though سەرۆکی begins alike'],
    ['x', 'خ', 'a letter'],
  ])('that nothing is like is read letter by letter, %s as %s: %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it('is a name where English spells it so', () => {
    expect(queryTerm(read('Iraq')).folded).toBe(queryTerm('عێراق').folded);
    expect(queryTerm(read('Texas')).folded).toBe(queryTerm('تەکساس').folded);
  });

  it('is one word in Arabic letters or nothing, whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const term of analyse(text).filter(({ script }) => script === 'latin')) {
          const words = analyse(readLatin(term, DICTIONARY) ?? '');
          expect(words.length).toBeLessThanOrEqual(1);
          for (const { script } of words) expect(script).toBe('arabic');
        }
      }),
      FIXED,
    );
  });
});
