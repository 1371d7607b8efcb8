import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeForReader } from '../../../src/language/answer-types/for-reader.ts';
import type { SpanKind } from '../../../src/language/answer-types/span.ts';
import { FIXED, anyText } from '../../support/any-text.ts';

describe('a date or amount in the language of the reader', () => {
  it.each<[string, SpanKind, string | null, string | null, string]>([
    [
      'رۆژی چوارشەممە ٠٧ - ٠٤ - ٢٠٢١',
      'date',
      'Wednesday, 7 April 2021',
      'چوارشەممە، ٧ی نیسانی ٢٠٢١',
      'day, month, year in digits',
    ],
    ['٧ی نیسانی ٢٠٢١', 'date', '7 April 2021', '٧ی نیسانی ٢٠٢١', 'the month by name'],
    ['٢٩ی سێپتەمبەری ٢٠١٨', 'date', '29 September 2018', '٢٩ی ئەیلوولی ٢٠١٨', 'its other name'],
    ['7 April 2021', 'date', '7 April 2021', '٧ی نیسانی ٢٠٢١', 'English'],
    ['April 7, 2021', 'date', '7 April 2021', '٧ی نیسانی ٢٠٢١', 'the month first'],
    ['2021-04-07', 'date', '7 April 2021', '٧ی نیسانی ٢٠٢١', 'the year first'],
    ['4/25/2021', 'date', '25 April 2021', '٢٥ی نیسانی ٢٠٢١', 'no month is the 25th'],
    ['٧ی نیسان', 'date', '7 April', '٧ی نیسان', 'no year'],
    ['مانگی کانونی دووەم', 'month', 'January', 'کانوونی دووەم', 'a month of two words'],
    ['November 2018', 'month', 'November 2018', 'تشرینی دووەمی ٢٠١٨', 'month and year'],
    ['ساڵی ٢٠٠٨', 'year', '2008', 'ساڵی ٢٠٠٨', 'a year'],
    ['2008', 'year', '2008', 'ساڵی ٢٠٠٨', 'a year alone'],
    ['ڕۆژی هەینی', 'weekday', 'Friday', 'هەینی', 'a weekday'],
    ['Wednesday', 'weekday', 'Wednesday', 'چوارشەممە', 'an English one'],
    ['31 - 31 - 2021', 'date', null, null, 'no date'],
    ['نیوەی یەکەمی ساڵی ٢٠١٩', 'date', null, null, 'half a year would be lost'],
    ['٣٦ ساڵ', 'duration', '36 years', '٣٦ ساڵ', 'digits and a unit'],
    ['پێنج هەفتە', 'duration', '5 weeks', '٥ هەفتە', 'a number word'],
    ['one hour', 'duration', '1 hour', '١ کاتژمێر', 'the singular'],
    ['36-year', 'duration', '36 years', '٣٦ ساڵ', 'a hyphen'],
    ['٣٥٠ دۆلار', 'money', '350 dollars', '٣٥٠ دۆلار', 'money'],
    ['$350', 'money', '350 dollars', '٣٥٠ دۆلار', 'a sign before it'],
    ['٥ ملیۆن دۆلار', 'money', '5,000,000 dollars', '٥٬٠٠٠٬٠٠٠ دۆلار', 'a multiple'],
    ['لە سەدا پەنجا و هەشت', 'percent', '58 per cent', 'لەسەدا ٥٨', 'words joined by و'],
    ['لە سەدا پەنجا و هەشتى', 'percent', '58 per cent', 'لەسەدا ٥٨', 'an ending'],
    ['لەسەدا پەنجا و هەشتەکەی', 'percent', '58 per cent', 'لەسەدا ٥٨', 'a longer one'],
    ['لە سەدا ٤٨یش', 'percent', '48 per cent', 'لەسەدا ٤٨', 'one on digits'],
    ['١٦ لەسەد', 'percent', '16 per cent', 'لەسەدا ١٦', 'the number first'],
    ['58%', 'percent', '58 per cent', 'لەسەدا ٥٨', 'a sign'],
    ['دوو فووت', 'length', '2 feet', '٢ فووت', 'a length'],
    ['twenty-five', 'number', '25', '٢٥', 'words joined by a hyphen'],
    ['1,500.5', 'number', '1,500.5', '١٬٥٠٠٫٥', 'separators'],
    ['سێ سەد', 'number', '300', '٣٠٠', 'a multiple of a hundred'],
    ['بیست و نۆیەکە', 'number', '29', '٢٩', 'an ending'],
    ['هەزاران', 'number', null, null, 'thousands are no thousand'],
    ['دەیان', 'number', null, null, 'dozens are no ten'],
    ['٨٣٢ کەس', 'number', null, null, 'a noun that is no unit'],
    ['مستەفا کازمی', 'person', null, null, 'a name is written as it is'],
  ])('%s (%s): %s / %s, %s', (text, kind, english, sorani) => {
    expect(writeForReader(text, kind, 'en')).toBe(english);
    expect(writeForReader(text, kind, 'ckb')).toBe(sorani);
  });

  it('never throws, and what it wrote it reads again as the same', () => {
    const kinds = fc.constantFrom<SpanKind>('date', 'number', 'money', 'percent', 'year');
    fc.assert(
      fc.property(anyText, kinds, (text, kind) => {
        const written = writeForReader(text, kind, 'en');
        const again = written === null ? null : writeForReader(written, kind, 'en');
        expect(again).toBe(written);
      }),
      FIXED,
    );
  });

  it('brings every day of a year there and back', () => {
    const days = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const digits = day.toISOString().slice(0, 10);
        const english = writeForReader(digits, 'date', 'en') ?? '';
        const sorani = writeForReader(english, 'date', 'ckb') ?? '';
        expect(writeForReader(sorani, 'date', 'en')).toBe(english);
      }),
      FIXED,
    );
  });
});
