import { describe, expect, it } from 'vitest';

import { dateFor, titleWithDate } from '../../src/answering/document-listing.ts';

const title = { ckb: 'هەواڵی ئاو', en: 'Water news' };

describe('the date of a document', () => {
  it.each([
    ['2021-04-07', '٧ی نیسانی ٢٠٢١', '7 April 2021'],
    ['2020-11-03', '٣ی تشرینی دووەمی ٢٠٢٠', '3 November 2020'],
    ['2021', 'ساڵی ٢٠٢١', '2021'],
    ['spring', null, null],
    ['2021-13-40', null, null],
    [null, null, null],
  ])('%s is %s and %s', (date, sorani, english) => {
    expect([dateFor(date, 'ckb'), dateFor(date, 'en')]).toEqual([sorani, english]);
  });

  it('stands behind its title where there is one', () => {
    expect(titleWithDate({ title, date: '2021-04-07' }, 'en')).toBe('Water news (7 April 2021)');
    expect(titleWithDate({ title, date: null }, 'ckb')).toBe('هەواڵی ئاو');
  });
});
