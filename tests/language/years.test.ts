import { describe, expect, it } from 'vitest';

import { yearIn, yearsIn } from '../../src/language/years.ts';

describe('years', () => {
  it.each([
    ['ساڵی ٢٠٠٨', 2008],
    ['لە ساڵی 2008دا', 2008],
    ['سالی دوو هەزار و هەشت', 2008],
    ['in 2008', 2008],
    ['The year 2008.', 2008],
    ['2008', 2008],
    ['٣٠٠٠', null],
    ['2008 dollars', null],
    ['2008 and 2009', null],
    ['the strategic agreement of 2008', null],
  ])('reads %s as the year %s', (text, year) => {
    expect(yearIn(text)?.year ?? null).toBe(year);
  });

  it('finds those that a text calls years', () => {
    const text = 'رێککەوتنی ساڵی ٢٠٠٨ی نێوان هەردوو وڵات، بە ١٩٩٠ دۆلار';
    const [year, ...others] = yearsIn(text);
    expect(others).toEqual([]);
    expect([year?.year, text.slice(year?.start, year?.end)]).toEqual([2008, '٢٠٠٨']);
  });
});
