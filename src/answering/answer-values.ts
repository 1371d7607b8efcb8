import type { Span } from '../corpus/document.ts';
import { analyse } from '../language/analysis.ts';
import type { AnswerSpan } from '../language/answer-types/answer-span.ts';
import { DATES, MEASURES } from '../language/answer-types/span.ts';
import type { SpanKind } from '../language/answer-types/span.ts';
import { datesIn } from '../language/dates.ts';
import type { DateMention } from '../language/dates.ts';
import { numbersIn } from '../language/numbers.ts';
import { shortSpan } from './short-span.ts';

/** What a sentence answers with, found in its Sorani text; `text` holds it. */
export interface AnswerValue {
  readonly kind: SpanKind;
  readonly text: string;
}

/** What a sentence surely answers with; null where that is nothing that could be compared. */
export function valueOf(answer: AnswerSpan, sentence: string): AnswerValue | null {
  const span = shortSpan(answer, sentence);
  if (span === null || span.kind === null || isRange(sentence, span)) return null;
  return { kind: span.kind, text: span.text };
}

const RANGE_BEFORE = /\p{N}\s*(?:بۆ|تا|هەتا|\p{Pd})\s*$/u;
const RANGE_BEHIND = /^\s*(?:بۆ|تا|هەتا|\p{Pd})\s*\p{N}/u;

/** Whether another number stands beside, from or up to which it goes. */
function isRange(sentence: string, { start, end }: Span): boolean {
  return RANGE_BEFORE.test(sentence.slice(0, start)) || RANGE_BEHIND.test(sentence.slice(end));
}

/** Kinds that tell a time, a name, an amount; what is of two sorts, or of none, can't be compared. */
const TIMES: ReadonlySet<SpanKind> = new Set<SpanKind>(DATES);
/** No `region`, `place` or `group`: of those that lie within one another two names may both be true. */
const NAMES: ReadonlySet<SpanKind> = new Set<SpanKind>(['person', 'country', 'city']);
/** An `ordinal` too: who is the second isn't the third. */
const AMOUNTS: ReadonlySet<SpanKind> = new Set<SpanKind>([...MEASURES, 'number', 'ordinal']);

/** Whether only one of two values can be true of the same thing. */
export function exclude(one: AnswerValue, other: AnswerValue): boolean {
  if (TIMES.has(one.kind) && TIMES.has(other.kind)) return timesExclude(one.text, other.text);
  if (one.kind !== other.kind) return false;
  if (NAMES.has(one.kind)) return !shareWord(one.text, other.text);
  return AMOUNTS.has(one.kind) && amountsExclude(one.text, other.text);
}

/** Whether two texts give times of which none agrees with one of the other; "in April" and "on 7 April" agree. */
export function timesExclude(one: string, other: string): boolean {
  const [left, right] = [timesIn(one), timesIn(other)];
  return (
    left.length > 0 &&
    right.length > 0 &&
    !left.some((said) => right.some((stands) => couldBeOne(said, stands)))
  );
}

/** Dates, and years that stand alone. */
function timesIn(text: string): DateMention[] {
  const dates = datesIn(text);
  const years = numbersIn(text).filter(
    ({ value, unit, start, end }) =>
      unit === null &&
      /^(?:1[0-9]|20)[0-9]{2}$/u.test(String(value)) &&
      !dates.some((date) => date.start < end && start < date.end),
  );
  return [
    ...dates,
    ...years.map(({ value: year, start, end }) => {
      return { year, month: null, day: null, weekday: null, start, end };
    }),
  ];
}

const FIELDS = ['year', 'month', 'day', 'weekday'] as const;

/** What one leaves open the other may say. */
function couldBeOne(one: DateMention, other: DateMention): boolean {
  return FIELDS.every(
    (field) => one[field] === null || other[field] === null || one[field] === other[field],
  );
}

function amountsExclude(one: string, other: string): boolean {
  const [[first, ...moreLeft], [second, ...moreRight]] = [numbersIn(one), numbersIn(other)];
  // Of a range, or of two numbers side by side, nobody knows which is meant.
  if (first === undefined || second === undefined || moreLeft.length + moreRight.length > 0) {
    return false;
  }
  return first.unit === second.unit && first.value !== second.value && haveOneUnit(one, other);
}

/** What is counted or measured: kilometres are no metres. */
function haveOneUnit(one: string, other: string): boolean {
  const [left, right] = [unitWords(one), unitWords(other)];
  return left.length === 0 || right.length === 0 || left.some((stem) => right.includes(stem));
}

function unitWords(text: string): string[] {
  const numbers = numbersIn(text);
  return analyse(text)
    .filter(({ start }) => !numbers.some((number) => number.start <= start && start < number.end))
    .filter(({ script, text: word }) => script !== 'number' && word.length > 1)
    .map(({ folded }) => folded);
}

/** A name may be said in full or in part: فوئاد حوسێن, د. فوئاد. */
function shareWord(one: string, other: string): boolean {
  const stems = new Set(analyse(one).map(({ folded }) => folded));
  return analyse(other).some(({ folded }) => stems.has(folded));
}
