import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normalise } from '../../src/language/normalise.ts';
import { stemSorani } from '../../src/language/stems.ts';
import { tokenise } from '../../src/language/tokens.ts';
import { FIXED, anyText, writtenText } from '../support/any-text.ts';

describe('forms of one word share a stem', () => {
  it.each([
    ['شاندەکە', 'شاند', 'definite'],
    ['شاندەکەی', 'شاند', 'definite with izafe'],
    ['شاندەکان', 'شاند', 'definite plural'],
    ['شاندەکانی', 'شاند', 'definite plural with izafe'],
    ['شاندێک', 'شاند', 'indefinite'],
    ['شاندێکی', 'شاند', 'indefinite with izafe'],
    ['شاندی', 'شاند', 'izafe'],
    ['شاندیش', 'شاند', 'additive: the delegation, too'],
    ['شاندەکەیان', 'شاند', 'definite and possessive: their delegation'],
    ['عێراقدا', 'عێراق', 'circumposition لە … دا'],
    ['عێراقەوە', 'عێراق', 'circumposition لە … ەوە'],
    ['عێراقیشدا', 'عێراق', 'additive inside a circumposition'],
    ['وڵاتەکەیدا', 'وڵات', 'definite, possessive and circumposition'],
    ['هێزەکانیان', 'هێزەکان', 'definite plural and possessive: their forces'],
    ['ماڵمان', 'ماڵ', 'our house'],
    ['ماڵەکەتان', 'ماڵ', 'your house'],
    ['باشتر', 'باش', 'comparative'],
    ['باشترین', 'باش', 'superlative'],
    ['سەرۆکایەتیی', 'سەرۆکایەتی', 'izafe behind ی, written یی'],
    ['پەیوەندییەکان', 'پەیوەندی', 'the plural of a word in ی'],
    ['پڕۆژەکە', 'پڕۆژە', 'the definite of a word in ە'],
  ])('%s and %s: %s', (form, other) => {
    expect(stemSorani(form)).toBe(stemSorani(other));
  });

  it.each([
    ['ئاو', 'water: two letters and a carrier'],
    ['نان', 'bread: its ان is no ending'],
    ['سەر', 'head: three letters'],
    ['دوو', 'two'],
    ['کان', 'mine: nothing would stay'],
    ['ە', 'a letter alone'],
  ])('%s stays whole: %s', (word) => {
    expect(stemSorani(word)).toBe(word);
  });

  it.each([
    ['شاند', 'شانزە', 'delegation, sixteen'],
    ['وەزیر', 'وەزارەت', 'minister, ministry'],
    ['کورد', 'کوردستان', 'Kurd, Kurdistan'],
  ])('%s and %s stay apart: %s', (word, other) => {
    expect(stemSorani(word)).not.toBe(stemSorani(other));
  });

  it.each([['delegations'], ['2021'], ['ирак']])('leaves %s, which is not Sorani', (word) => {
    expect(stemSorani(word)).toBe(word);
  });
});

describe('a stem', () => {
  it.each([
    ['Sorani', writtenText],
    ['anything', anyText],
  ])('of %s is the beginning of its word, at least three letters of it', (_, texts) => {
    fc.assert(
      fc.property(texts, (source) => {
        for (const { text } of tokenise(source)) {
          const stem = stemSorani(text);
          expect(text.startsWith(stem)).toBe(true);
          expect(stem.length).toBeGreaterThanOrEqual(Math.min(3, text.length));
        }
      }),
      FIXED,
    );
  });

  it('is the same from every keyboard', () => {
    expect(stemSorani(normalise('هه\u200Cرێمه\u200Cكانى').text)).toBe(stemSorani('هەرێم'));
  });
});
