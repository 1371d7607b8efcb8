import { alternatives, MONTHS, nameOf, WEEKDAYS } from '../calendar.ts';
import type { CalendarName } from '../calendar.ts';

/** What a date says; what it leaves open is null. Months and days from 1, the year of the common era. */
export interface Moment {
  readonly weekday: CalendarName | null;
  readonly day: number | null;
  readonly month: CalendarName | null;
  readonly year: number | null;
}

const NAMES = (names: readonly CalendarName[]): string =>
  [alternatives(names, true), alternatives(names, false)].join('|');
const WEEKDAY = new RegExp(`(?<!\\p{L})(?:ڕۆژی )?(${NAMES(WEEKDAYS)})(?:ی|دا)?(?!\\p{L})`, 'u');
const MONTH = new RegExp(`(?<!\\p{L})(?:مانگی )?(${NAMES(MONTHS)})(?:ی|دا)?(?!\\p{L})`, 'u');
const YEAR = /(?:(?<!\p{L})ساڵی ?)?(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?![0-9])(?:ی|دا)?/u;
const DAY =
  /(?<![0-9])(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9\p{L}])(?:ی)?|(?<![0-9])(0?[1-9]|[12][0-9]|3[01])ی/u;
const LINE = '[-\u2013\u2014/.\u2010]';
const DAY_FIRST = new RegExp(
  `(?<![0-9])([0-9]{1,2}) ?${LINE} ?([0-9]{1,2}) ?${LINE} ?([0-9]{4})(?![0-9])`,
  'u',
);
const YEAR_FIRST = new RegExp(
  `(?<![0-9])([0-9]{4}) ?${LINE} ?([0-9]{1,2}) ?${LINE} ?([0-9]{1,2})(?![0-9])`,
  'u',
);
/** What may stand round the parts of a date without changing it. */
const NOTHING = /^(?:[\s،,.()-]|(?<!\p{L})(?:ی|لە|و|ڕۆژی|the|of|on|in|at|ساڵی)(?!\p{L}))*$/u;

/**
 * Reads a date in either language, written in digits or names: "ڕۆژی چوارشەممە ٠٧ - ٠٤ - ٢٠٢١", "7 April 2021", "ساڵی ٢٠٠٨". Null where
 * anything in the text is no part of a date, so that nothing is lost when it is written anew. The text is normalised. A
 * date in digits has the day before the month, unless the month could be none.
 */
export function readMoment(text: string): Moment | null {
  const rest = new Rest(text);
  const digits = readDigits(rest);
  const weekday = nameOf(WEEKDAYS, rest.take(WEEKDAY)?.[1] ?? '');
  const moment = { weekday, ...(digits ?? readNames(rest)) };
  const isEmpty = weekday === null && moment.month === null && moment.year === null;
  return isEmpty || !rest.isNothing ? null : moment;
}

type DateParts = Omit<Moment, 'weekday'>;

function readNames(rest: Rest): DateParts {
  const month = nameOf(MONTHS, rest.take(MONTH)?.[1] ?? '');
  const year = toNumber(rest.take(YEAR)?.[1]);
  const found = month === null ? null : rest.take(DAY);
  return { day: toNumber(found?.[1] ?? found?.[2]), month, year };
}

/** A date in digits; null where there is none, or no such day. */
function readDigits(rest: Rest): DateParts | null {
  const dayFirst = rest.take(DAY_FIRST)?.slice(1).map(Number);
  const parts = dayFirst ?? rest.take(YEAR_FIRST)?.slice(1).map(Number).toReversed();
  const [day = 0, month = 0, year = 0] = parts ?? [];
  return toDate(day, month, year);
}

function toDate(day: number, month: number, year: number): DateParts | null {
  if (month > 12 && day <= 12) return toDate(month, day, year);
  const name = MONTHS.find(({ number }) => number === month);
  return name === undefined || day < 1 || day > 31 ? null : { day, month: name, year };
}

function toNumber(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** A text from which what was understood is taken away. */
class Rest {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#text);
    if (match === null) return null;
    const end = match.index + match[0].length;
    this.#text = `${this.#text.slice(0, match.index)} ${this.#text.slice(end)}`;
    return match;
  }

  get isNothing(): boolean {
    return NOTHING.test(this.#text);
  }
}
