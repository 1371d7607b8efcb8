import { MONTHS, WEEKDAYS } from '../calendar.ts';
import type { CalendarName } from '../calendar.ts';
import { datesIn } from '../dates.ts';
import type { DateMention } from '../dates.ts';
import { numbersIn } from '../numbers.ts';

/** What a date says; what it leaves open is null. Months and days from 1, the year of the common era. */
export interface Moment {
  readonly weekday: CalendarName | null;
  readonly day: number | null;
  readonly month: CalendarName | null;
  readonly year: number | null;
}

/** Years that are meant where a number stands alone. */
const YEARS = { first: 1000, last: 2099 } as const;
/** What may stand round the parts of a date without changing it. */
const NOTHING =
  /^(?:[\s،,.()-]|(?<!\p{L})(?:ی|دا|یدا|لە|و|ڕۆژی|مانگی|ساڵی|the|of|on|in|at)(?!\p{L}))*$/u;

/**
 * Reads a text that is a date in either language, written in digits or names: "ڕۆژی چوارشەممە ٠٧ - ٠٤ - ٢٠٢١", "7 April 2021",
 * "ساڵی ٢٠٠٨". Null where anything in it is no part of one date, so that nothing is lost when it is written anew. The text is normalised.
 */
export function readMoment(text: string): Moment | null {
  const dates = datesIn(text);
  const parts = [...dates, ...yearsOutside(text, dates)];
  const isOne = FIELDS.every((field) => parts.filter((part) => part[field] !== null).length <= 1);
  if (parts.length === 0 || !isOne || !NOTHING.test(without(text, parts))) return null;
  const said = (field: (typeof FIELDS)[number]): number | null =>
    parts.find((part) => part[field] !== null)?.[field] ?? null;
  return {
    weekday: named(WEEKDAYS, said('weekday')),
    day: said('day'),
    month: named(MONTHS, said('month')),
    year: said('year'),
  };
}

function named(names: readonly CalendarName[], number: number | null): CalendarName | null {
  return names.find((name) => name.number === number) ?? null;
}

const FIELDS = ['weekday', 'day', 'month', 'year'] as const;

/** Numbers that stand alone and may be years. */
function yearsOutside(text: string, dates: readonly DateMention[]): DateMention[] {
  return numbersIn(text).flatMap(({ value, ordinal, start, end }) => {
    const isInDate = dates.some((date) => start < date.end && date.start < end);
    const isYear = !ordinal && value >= YEARS.first && value <= YEARS.last;
    return isInDate || !isYear
      ? []
      : [{ weekday: null, day: null, month: null, year: value, start, end }];
  });
}

function without(text: string, spans: readonly DateMention[]): string {
  let rest = text;
  for (const { start, end } of spans)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}
