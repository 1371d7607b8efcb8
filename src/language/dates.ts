import { MONTHS, WEEKDAYS } from './calendar.ts';
import type { CalendarName } from './calendar.ts';
import { numberWord } from './number-words.ts';
import type { TextSpan } from './text-span.ts';
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A day, month or year that a text names, in either language; null for what it leaves open. Months from 1, weekdays from 0 (Sunday). */
export interface DateMention extends TextSpan {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
}

/** Words that are months only beside a number: "may", "march", ئازار (pain), … */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  'may mar march sep dec jan jun ئازار ئاب مای مەی جون جوون مارس'.split(' '),
);
/** What Sorani puts behind a month or a day. */
const ENDING = /^(?:ی|دا|یدا|ە|ش|یش|ەوە)?$/u;
const LONGEST_ENDING = 3;
const SHORTEST_NAME = 2;

/** Names of months or weekdays. */
interface CalendarNames {
  readonly numbers: ReadonlyMap<string, number>;
  /** Their first two letters: other words, nearly all of them, need no look at their endings. */
  readonly beginnings: ReadonlySet<string>;
}

const MONTH_NAMES = numbersByForm(MONTHS);
const WEEKDAY_NAMES = numbersByForm(WEEKDAYS);

function numbersByForm(names: readonly CalendarName[]): CalendarNames {
  const numbers = new Map(
    names.flatMap(({ forms, number }) => forms.map((form) => [form, number] as const)),
  );
  return { numbers, beginnings: new Set(Array.from(numbers.keys(), beginningOf)) };
}

function beginningOf(word: string): string {
  return word.slice(0, SHORTEST_NAME);
}

/**
 * The dates of a text, in order. A year alone is a number, not a date. Day comes before month where digits leave it open.
 *
 * @param tokens the words of the text, where they are known.
 */
export function datesIn(text: string, tokens: readonly Token[] = tokenise(text)): DateMention[] {
  const found: DateMention[] = [];
  let position = 0;
  while (position < tokens.length) {
    const read = readAt(tokens, position, text);
    if (read === null) {
      position += 1;
      continue;
    }
    const start = tokens[position]?.start ?? 0;
    const end = tokens[position + read.length - 1]?.end ?? start;
    found.push({ ...NOTHING, ...read.date, start, end });
    position += read.length;
  }
  return found;
}

function readAt(tokens: readonly Token[], position: number, text: string): Read | null {
  for (const reader of READERS) {
    const read = reader(tokens, position, text);
    if (read !== null) return read;
  }
  return null;
}

const NOTHING = { year: null, month: null, day: null, weekday: null };

/** A date, and how many tokens it takes. */
interface Read {
  readonly date: Partial<Omit<DateMention, 'start' | 'end'>>;
  readonly length: number;
}

type Reader = (tokens: readonly Token[], position: number, text: string) => Read | null;

/** 07 - 04 - 2021, 2021-04-07, 7/4/2021, ٧ی ٤ی ٢٠٢١. */
const inDigits: Reader = (tokens, position, text) => {
  const token = tokens[position];
  if (token?.script !== 'number') return null;
  const dotted = /^(\d{1,4})\.(\d{1,2})\.(\d{1,4})$/u.exec(token.text);
  if (dotted !== null) return fromParts(dotted.slice(1).map(Number), 1);
  const first = numberAt(tokens, position);
  const second = first === null ? null : numberAt(tokens, position + first.length);
  if (first === null || second === null) return null;
  const third = numberAt(tokens, position + first.length + second.length);
  if (third === null || !isDateGap(first, text) || !isDateGap(second, text)) return null;
  const length = first.length + second.length + third.length;
  return fromParts([first.value, second.value, third.value], length);
};

interface NumberAt {
  readonly value: number;
  readonly length: number;
  readonly end: number;
  /** Whether ی stands behind it. */
  readonly ending: boolean;
}

/** A whole number in digits, with the ی behind it (or, at the end of a date, any ending). */
function numberAt(tokens: readonly Token[], position: number): NumberAt | null {
  const token = tokens[position];
  if (token?.script !== 'number' || !/^\d+$/u.test(token.text)) return null;
  const next = tokens[position + 1];
  const ending = next?.start === token.end && next.text === 'ی';
  const value = Number(token.text);
  return { value, ending, length: ending ? 2 : 1, end: ending ? next.end : token.end };
}

/** Between the parts of a date: a sign, or an ending and a blank. */
function isDateGap({ end, ending }: NumberAt, text: string): boolean {
  const gap = /^[^\p{L}\p{N}]*/u.exec(text.slice(end))?.[0] ?? '';
  return /^\s*[-/\u2010-\u2014]\s*$/u.test(gap) || (ending && /^\s+$/u.test(gap));
}

function fromParts(values: readonly number[], length: number): Read | null {
  const [first = 0, second = 0, third = 0] = values;
  if (first > 31) return toDate({ year: first, month: second, day: third }, length);
  const [day, month] = second > 12 ? [second, first] : [first, second];
  return third > 31 ? toDate({ year: third, month, day }, length) : null;
}

function toDate(date: { year: number; month: number; day: number }, length: number): Read | null {
  const isDate = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  return isDate ? { date, length } : null;
}

/** 7 April 2021, ٧ی نیسانی ٢٠٢١, April 2021, the seventh of April. */
const dayFirst: Reader = (tokens, position) => {
  const day = dayAt(tokens, position);
  if (day === null) return null;
  const after = tokens[position + day.length]?.text === 'of' ? day.length + 1 : day.length;
  const month = monthAt(tokens, position + after);
  if (month === null) return null;
  const year = yearAt(tokens, position + after + month.length);
  return {
    date: { day: day.value, month: month.value, year: year?.value ?? null },
    length: after + month.length + (year?.length ?? 0),
  };
};

/** April 7, 2021; April 2021; April. */
const monthFirst: Reader = (tokens, position) => {
  const month = monthAt(tokens, position);
  if (month === null) return null;
  const year = yearAt(tokens, position + month.length);
  if (year !== null) {
    return { date: { month: month.value, year: year.value }, length: month.length + year.length };
  }
  const day = dayAt(tokens, position + month.length);
  if (day === null)
    return month.sure ? { date: { month: month.value }, length: month.length } : null;
  const length = month.length + day.length;
  const behind = yearAt(tokens, position + length);
  return {
    date: { month: month.value, day: day.value, year: behind?.value ?? null },
    length: length + (behind?.length ?? 0),
  };
};

const weekday: Reader = (tokens, position) => {
  const value = nameAt(WEEKDAY_NAMES, tokens[position]?.text ?? '');
  return value === null ? null : { date: { weekday: value }, length: 1 };
};

const READERS: readonly Reader[] = [inDigits, dayFirst, monthFirst, weekday];

interface Value {
  readonly value: number;
  readonly length: number;
}

const DAY_ENDING = /^(?:ی|st|nd|rd|th|ی?ەمی?)$/u;

function dayAt(tokens: readonly Token[], position: number): Value | null {
  const token = tokens[position];
  const value = token === undefined ? null : dayOf(token);
  if (token === undefined || value === null) return null;
  const next = tokens[position + 1];
  const hasEnding = next?.start === token.end && DAY_ENDING.test(next.text);
  return { value, length: hasEnding ? 2 : 1 };
}

/** A day of the month in digits, or as an ordinal in words. */
function dayOf(token: Token): number | null {
  const word = numberWord(token);
  const said = word?.ordinal === true ? word.value : Number.NaN;
  const value = token.script === 'number' ? Number(token.text) : said;
  return Number.isInteger(value) && value >= 1 && value <= 31 ? value : null;
}

function yearAt(tokens: readonly Token[], position: number): Value | null {
  const token = tokens[position];
  const value = token?.script === 'number' ? Number(token.text) : Number.NaN;
  return Number.isInteger(value) && value >= 1000 && value <= 2999 ? { value, length: 1 } : null;
}

function monthAt(tokens: readonly Token[], position: number): (Value & { sure: boolean }) | null {
  const first = tokens[position]?.text ?? '';
  const both = `${first} ${tokens[position + 1]?.text ?? ''}`;
  const twoWords = nameAt(MONTH_NAMES, both);
  if (twoWords !== null) return { value: twoWords, length: 2, sure: true };
  const value = nameAt(MONTH_NAMES, first);
  return value === null ? null : { value, length: 1, sure: !AMBIGUOUS.has(first) };
}

/** The number of a name that may have an ending. */
function nameAt({ numbers, beginnings }: CalendarNames, word: string): number | null {
  if (!beginnings.has(beginningOf(word))) return null;
  for (
    let length = word.length;
    length >= Math.max(SHORTEST_NAME, word.length - LONGEST_ENDING);
    length -= 1
  ) {
    const value = numbers.get(word.slice(0, length));
    if (value !== undefined && ENDING.test(word.slice(length))) return value;
  }
  return null;
}

/** Whether a date that was said agrees with one that stands: everything said is the same. */
export function agrees(said: DateMention, stands: DateMention): boolean {
  const fields = ['year', 'month', 'day', 'weekday'] as const;
  return fields.every((field) => said[field] === null || said[field] === stands[field]);
}
