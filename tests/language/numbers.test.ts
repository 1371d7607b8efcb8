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
    ['لە سەدا پەنجا و هەشتى دەنگدەران', ['58%']],
    ['پەنجا و هەشتەکەی', ['58']],
    ['بیست و دوویان', ['22']],
    ['سی و یەکێکیان', ['31']],
    ['بیست و نۆی نیسان', ['29']],
    ['دوو هەزار و نۆسەد و سییەکەیان', ['2930']],
    ['پێنج ملیۆنەکە', ['5000000']],
    ['بیست و پێنجەمین', ['25.']],
    ['پەنجایە', ['50']],
    ['هەزار و سەدی', ['1100']],
  ])('reads %s as %j', (text, expected) => {
    const read = numbersIn(text).map(
      ({ value, unit, ordinal }) => `${value}${unit ?? ''}${ordinal ? '.' : ''}`,
    );
    expect(read).toStrictEqual(expected);
  });

  it.each([
    ['پێنج سەدە', ['5'], 'centuries'],
    ['٢ حەفتە', ['2'], 'weeks'],
    ['پێنج دەیە', ['5'], 'decades'],
    ['سەد و دەیان کەس', ['100'], 'dozens'],
    ['سێیەک', [], 'a third'],
    ['یەک و سێیەک', ['1'], 'one and a third'],
    ['سێوە', [], 'it is an apple'],
    ['نۆی نۆیەکە', [], 'no number stands before it'],
    ['بیست و سییەکان', ['20'], 'lungs'],
    ['بیست و سییان', ['20'], 'thirty is no part of a number behind twenty'],
    ['بیست و یەکەی سەربازی', ['20'], 'a unit'],
    ['یەکەکە', [], 'the unit'],
    ['چوارچێوە و سیستەم', [], 'a frame and a system'],
  ])('reads no other words as numbers: %s as %j, %s', (text, expected) => {
    expect(numbersIn(text).map(({ value }) => String(value))).toStrictEqual(expected);
  });

  it('reads a number of several words whole, whatever ending its last word has', () => {
    const tens = ['بیست', 'سی', 'چل', 'پەنجا', 'شەست', 'حەفتا', 'هەشتا', 'نەوەد'];
    const units = ['یەک', 'دوو', 'سێ', 'چوار', 'پێنج', 'شەش', 'حەوت', 'هەشت', 'نۆ'];
    const behindConsonant = ['', 'ی', 'ى', 'ە', 'ەکە', 'ەکەی', 'ەکەدا', 'ەوە', 'یان', 'یش', 'دا'];
    const behindVowel = ['', 'ی', 'ى', 'یە', 'یەکە', 'یەکەی', 'یەکەدا', 'یەوە', 'یان', 'یش', 'دا'];
    for (const [ten, first] of tens.entries()) {
      for (const [unit, second] of units.entries()) {
        for (const ending of /(?:ێ|ۆ|وو)$/u.test(second) ? behindVowel : behindConsonant) {
          const text = `لە سەدا ${first} و ${second}${ending}`;
          const value = (ten + 2) * 10 + unit + 1;
          const whole = { value, unit: '%', ordinal: false, start: 8, end: text.length };
          expect({ text, read: numbersIn(text) }).toEqual({ text, read: [whole] });
        }
      }
    }
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
