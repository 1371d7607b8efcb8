import { normalise, toSource } from '../normalise.ts';
import type { NormalisedText } from '../normalise.ts';
import { restoreVowels } from '../spelling.ts';

/** What a span of a text is. */
export type SpanKind =
  | 'person'
  | 'group'
  | 'country'
  | 'city'
  /** A state, province or part of the world, known by name. */
  | 'region'
  /** An institution, a spot, a name behind "in". */
  | 'place'
  /** A day of a year, or the whole of what says when: day, year, hour, side by side. */
  | 'date'
  | 'month'
  | 'year'
  | 'weekday'
  | 'time'
  /** A time that is told by another: last year, in the coming talks. */
  | 'relative-time'
  | 'duration'
  | 'age'
  | 'money'
  | 'length'
  | 'weight'
  | 'percent'
  | 'ordinal'
  /** A number that counts or tells something else. */
  | 'number'
  | 'reason'
  | 'manner';

/** Kinds that a calendar tells. A time of day and what is told by another time aren't among them. */
export const DATES = ['date', 'month', 'year', 'weekday'] as const satisfies readonly SpanKind[];

/** Kinds that tell how much by a number and a unit. */
export const MEASURES = [
  'duration',
  'age',
  'money',
  'length',
  'weight',
  'percent',
] as const satisfies readonly SpanKind[];

/** A half-open span in UTF-16 code units of the text; it begins and ends at whole words. */
export interface TypedSpan {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
  /** Only likely to be of its kind: two unknown words in a row may be a name. */
  readonly weak: boolean;
}

/** A text and its words in one spelling, ready to be looked through by patterns. */
export interface ReadableText {
  readonly source: string;
  /** Normalised, ە put back where a keyboard lacked it. */
  readonly text: string;
  readonly normalised: NormalisedText;
}

const WORD_WITH_HEH = /\p{L}*\u0647\p{L}*/gu;

/** Prepares a text for the finders of this folder. */
export function readable(source: string): ReadableText {
  const normalised = normalise(source);
  // Letter by letter, so that offsets stay.
  const text = normalised.text.replaceAll(WORD_WITH_HEH, restoreVowels);
  return { source, text, normalised };
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}\u200C]/u;

/**
 * The span of the source from which `[start, end)` of the readable text was made, widened to whole words.
 */
export function wholeWords(
  { source, normalised }: ReadableText,
  start: number,
  end: number,
): Pick<TypedSpan, 'start' | 'end'> {
  const span = toSource(normalised, start, end);
  return widen(source, span.start, span.end);
}

/** A span of a source widened to whole words. */
export function widen(
  source: string,
  start: number,
  end: number,
): Pick<TypedSpan, 'start' | 'end'> {
  let [from, to] = [start, end];
  while (from > 0 && isInside(source, from)) from -= 1;
  while (to < source.length && isInside(source, to)) to += 1;
  return { start: from, end: to };
}

/** Whether a position stands between two characters of one word. */
function isInside(source: string, position: number): boolean {
  return isWordCharacter(source, position - 1) && isWordCharacter(source, position);
}

function isWordCharacter(source: string, position: number): boolean {
  const unit = source.charAt(position);
  return WORD_CHARACTER.test(unit) || /[\uD800-\uDFFF]/u.test(unit);
}

/** Every place where a pattern (with the flags `gu`) stands, as spans of one kind. */
export function findAll(
  text: ReadableText,
  pattern: RegExp,
  kind: SpanKind,
  weak = false,
): TypedSpan[] {
  return Array.from(text.text.matchAll(pattern), (match) => {
    const end = match.index + match[0].length;
    return { kind, weak, ...wholeWords(text, match.index, end) };
  });
}

/** Text order; of spans that begin together the longest first. */
export function byPlace(left: TypedSpan, right: TypedSpan): number {
  return left.start - right.start || right.end - left.end;
}

/** Whether two spans share a character. */
export function overlaps(
  left: Pick<TypedSpan, 'start' | 'end'>,
  right: Pick<TypedSpan, 'start' | 'end'>,
): boolean {
  return left.start < right.end && right.start < left.end;
}
