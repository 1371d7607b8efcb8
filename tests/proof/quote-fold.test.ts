import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldQuote, isSameQuote } from '../../src/proof/quote-fold.ts';
import { anyText, FIXED } from '../support/any-text.ts';

describe('foldQuote', () => {
  it.each([
    ['كوردستاني', 'کوردستانی', 'Arabic keyboard'],
    ['رۆژی', 'ڕۆژی', 'an initial ر is the rolled one'],
    ['گۆران', 'گوران', 'ۆ without its mark'],
    ['پێش', 'پیش', 'ێ without its mark'],
    ['هه\u200Cرێم', 'هەرێم', 'ه and a joiner for ە'],
    ['خۆ پێشاندان', 'خۆپێشاندان', 'a compound apart'],
    ['خۆ\u200Cپێشاندان', 'خۆپێشاندان', 'a compound with a joiner'],
    ['لە ڕێگەی', 'لەڕێگەی', 'a preposition run together'],
    ['مـــاوە', 'ماوە', 'tatweel'],
    ['کَتێب', 'کتێب', 'a vowel mark'],
    ['07 - 04 - 2021', '٠٧-٠٤-٢٠٢١', 'digits'],
    ['07/04/2021', '۷.٤.2021', 'signs between the parts of a date'],
    ['10:30', '١٠:٣٠', 'times'],
    ['1,000', '١٠٠٠', 'thousands'],
    ['٣٫٥', '3.5', 'decimals'],
    ['٪٥', '5 %', 'per cent before or behind'],
    ['$5', '5$', 'a currency before or behind'],
    ['−٥', '-5', 'a minus'],
    ['Iraq’s “peace”', "iraq's peace", 'capitals and typographic quotation marks'],
    ['COVID-19', 'covid 19', 'a dash between a word and its number'],
    ['گوتی: «بەڵێ»!', 'گوتی بەڵێ', 'punctuation'],
  ])('joins %s and %s: %s', (left, right) => {
    expect(foldQuote(left).text).toBe(foldQuote(right).text);
    expect(isSameQuote(left, right)).toBe(true);
  });

  it.each([
    ['3.5', '35', 'a decimal point'],
    ['3 5', '35', 'two numbers'],
    ['3 5', '3.5', 'two numbers'],
    ['3/5', '3 5', 'a fraction'],
    ['10:30', '10/30', 'a time'],
    ['-5', '5', 'a minus'],
    ['5%', '5', 'per cent'],
    ['5%', '5‰', 'per mille'],
    ['$5', '€5', 'currencies'],
    ['1000', '100', 'digits'],
    ['کوڕ', 'کووڕ', 'doubled letters'],
    ['فەرمی', 'فەرمیی', 'doubled letters'],
    ['ئاو', 'او', 'the ئ at the beginning'],
    ['دەکات', 'ناکات', 'a negation'],
    ["we'll", 'well', 'an apostrophe inside an English word'],
    ['x < 5', 'x > 5', 'signs of comparison'],
  ])('keeps %s and %s apart: %s', (left, right) => {
    expect(foldQuote(left).text).not.toBe(foldQuote(right).text);
  });

  it('knows where each unit came from, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, starts, ends, edges } = foldQuote(text);
        expect([starts.length, ends.length, edges.length]).toStrictEqual([
          folded.length,
          folded.length,
          folded.length + 1,
        ]);
        for (const [unit, start] of starts.entries()) {
          const end = ends[unit] ?? 0;
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
          expect(end).toBeGreaterThanOrEqual(ends[unit - 1] ?? 0);
        }
      }),
      FIXED,
    );
  });

  it('is the same for what a span of the source folds to, from one word to another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, starts, ends } = foldQuote(text);
        if (folded === '') return;
        const whole = text.slice(starts[0], ends.at(-1));
        expect(foldQuote(whole).text).toBe(folded);
      }),
      FIXED,
    );
  });
});
