import { describe, expect, it } from 'vitest';

import { agrees, datesIn } from '../../src/language/dates.ts';

/** Year, month, day and weekday of each date, `?` for what is left open. */
function read(text: string): string[] {
  return datesIn(text).map((date) =>
    [date.year, date.month, date.day, date.weekday].map((field) => field ?? '?').join(' '),
  );
}

describe('datesIn', () => {
  it.each([
    ['7 April 2021', ['2021 4 7 ?']],
    ['April 7, 2021', ['2021 4 7 ?']],
    ['the seventh of April', ['? 4 7 ?']],
    ['٧ی نیسانی ٢٠٢١', ['2021 4 7 ?']],
    ['٧ی ٤ی ٢٠٢١', ['2021 4 7 ?']],
    ['07-04-2021', ['2021 4 7 ?']],
    ['٠٧ - ٠٤ - ٢٠٢١', ['2021 4 7 ?']],
    ['7.4.2021', ['2021 4 7 ?']],
    ['2021/04/07', ['2021 4 7 ?']],
    ['12/25/2021', ['2021 12 25 ?']],
    ['٤ی تشرینی دووەمی ٢٠٢٠', ['2020 11 4 ?']],
    ['٥ی ئازاری ٢٠٢١دا', ['2021 3 5 ?']],
    ['Wednesday, 7 April 2021', ['? ? ? 3', '2021 4 7 ?']],
    ['رۆژی چوارشەممە', ['? ? ? 3']],
    ['in April 2021', ['2021 4 ? ?']],
    ['they may march on', []],
    ['ئازار و نەخۆشی', []],
    ['10-20 people, 1/2, 2008', []],
    ['99-99-2021', []],
  ])('reads %s as %j', (text, expected) => {
    expect(read(text)).toStrictEqual(expected);
  });
});

describe('agrees', () => {
  it('asks for everything that was said, not for more', () => {
    const [whole] = datesIn('7 April 2021');
    const [month] = datesIn('April 2021');
    if (whole === undefined || month === undefined) throw new Error('No dates.');
    expect(agrees(month, whole)).toBe(true);
    expect(agrees(whole, month)).toBe(false);
  });
});
