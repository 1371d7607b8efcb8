import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { numbersIn } from '../../src/language/numbers.ts';
import { anyText, FIXED } from '../support/any-text.ts';

describe('numbersIn', () => {
  it.each([
    ['٢٠٠٨ی', ['2008']],
    ['two thousand eight', ['2008']],
    ['two thousand and eight', ['2008']],
    ['دوو هەزار و هەشت', ['2008']],
    ['twenty twenty-one', ['2021']],
    ['nineteen ninety', ['1990']],
    ['three and four', ['3', '4']],
    ['one hundred and five thousand two hundred', ['105200']],
    ['هەزار و سەد', ['1100']],
    ['thousand hundred', ['1100']],
    ['two million three hundred thousand', ['2300000']],
    ['بیست و یەک', ['21']],
    ['نۆ سەد و نەوەد و نۆ', ['999']],
    ['پێنجسەد هەزار', ['500000']],
    ['١٫٥ ملیۆن دۆلار', ['1500000$']],
    ['$1.5 million', ['1500000$']],
    ['٥٪', ['5%']],
    ['لە سەدا ٥', ['5%']],
    ['5 per cent', ['5%']],
    ['−5', ['-5']],
    ['third', ['3.']],
    ['سێیەمی', ['3.']],
    ['٣یەم', ['3.']],
    ['3rd', ['3.']],
    ['07 - 04 - 2021', ['7', '4', '2021']],
    ['thousands of people, هەزاران کەس', []],
    ['دەم سییان نۆکەر', []],
  ])('reads %s as %j', (text, expected) => {
    const read = numbersIn(text).map(
      ({ value, unit, ordinal }) => `${value}${unit ?? ''}${ordinal ? '.' : ''}`,
    );
    expect(read).toStrictEqual(expected);
  });

  it('gives spans of the text, in order, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const mention of numbersIn(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      FIXED,
    );
  });
});
