import type { DateMention } from './dates.ts';
import { numbersIn } from './numbers.ts';

/** What says that the number behind it is a year. */
const YEAR_WORD = /(?:^|[^\p{L}])(?:سا[لڵ][یى]|year)\s+$/iu;
/** What may stand before a year that is a whole text. */
const BEFORE_YEAR = /^\s*(?:(?:لە|of|in|since|for)\s+)?(?:(?:the\s+)?year\s+|سا[لڵ][یى]\s+)?$/iu;
/** An ending of the year's, and what ends a text. */
const BEHIND_YEAR = /^(?:[یى]|دا|[یى]دا)?[^\p{L}\p{N}]*$/u;
const YEARS = { first: 1000, last: 2999 } as const;

/** The years that a text names as years: ساڵی ٢٠٠٨, the year 2008; in digits or words. */
export function yearsIn(text: string): DateMention[] {
  return numbersIn(text).flatMap(({ value, ordinal, start, end }) => {
    const isYear = !ordinal && value >= YEARS.first && value <= YEARS.last;
    if (!isYear || !YEAR_WORD.test(text.slice(0, start))) return [];
    return [{ year: value, month: null, day: null, weekday: null, start, end }];
  });
}

/** The year that a text is, and nothing else: ساڵی ٢٠٠٨, in 2008, لە ساڵی دوو هەزار و هەشتدا. Its span is the whole text. */
export function yearIn(text: string): DateMention | null {
  const [number, ...others] = numbersIn(text);
  if (number === undefined || others.length > 0 || number.ordinal) return null;
  const { value, start, end } = number;
  const isAlone = BEFORE_YEAR.test(text.slice(0, start)) && BEHIND_YEAR.test(text.slice(end));
  if (!isAlone || value < YEARS.first || value > YEARS.last) return null;
  return { year: value, month: null, day: null, weekday: null, start: 0, end: text.length };
}
