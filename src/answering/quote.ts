import { QUOTE_UNITS } from '../corpus/citation.ts';
import type { Sentence, Span } from '../corpus/document.ts';

/** Where a clause may end: behind a comma or semicolon, Sorani or English, or a dash between spaces. */
const CLAUSE_END = /[،,؛;:](?=\s)|\s[-–—](?=\s)/gu;

/**
 * What of a sentence is quoted: all of it up to 400 units; of a longer one, as many whole clauses round the best place as
 * fit, or, where a clause is itself too long, as many whole words. Offsets are those of the sentence's source.
 *
 * `worth` says how much a span of the sentence's text (offsets within it) tells about the question.
 */
export function quoteSpan(sentence: Sentence, worth: (span: Span) => number): Span {
  if (sentence.text.length <= QUOTE_UNITS) return { start: sentence.start, end: sentence.end };
  const pieces = clauses(sentence.text).flatMap((clause) => words(sentence.text, clause));
  const windows = pieces.map((piece, first) => windowFrom(pieces, first) ?? piece);
  const best = windows.reduce((left, right) => (worth(right) > worth(left) ? right : left));
  return { start: sentence.start + best.start, end: sentence.start + best.end };
}

/** The longest run of pieces from `first` that fits. */
function windowFrom(pieces: readonly Span[], first: number): Span | null {
  const start = pieces[first]?.start ?? 0;
  const last = pieces.findLast((piece) => piece.start >= start && piece.end - start <= QUOTE_UNITS);
  return last === undefined ? null : { start, end: last.end };
}

function clauses(text: string): Span[] {
  const ends = Array.from(text.matchAll(CLAUSE_END), (match) => match.index + match[0].length);
  return cut(text, [...ends, text.length]);
}

/** A clause that fits stays whole; of a longer one every word is a piece. */
function words(text: string, clause: Span): Span[] {
  if (clause.end - clause.start <= QUOTE_UNITS) return [clause];
  const found = Array.from(text.slice(clause.start, clause.end).matchAll(/\S+/gu), (match) => ({
    start: clause.start + match.index,
    end: clause.start + match.index + match[0].length,
  }));
  return found.flatMap((word) => chunks(text, word));
}

/** A "word" above 400 units is no word; it is cut between characters, never inside a surrogate pair. */
function chunks(text: string, word: Span): Span[] {
  const spans: Span[] = [];
  let start = word.start;
  while (start < word.end) {
    let end = Math.min(start + QUOTE_UNITS, word.end);
    if (end < word.end && /[\uD800-\uDBFF]/u.test(text.charAt(end - 1))) end -= 1;
    spans.push({ start, end });
    start = end;
  }
  return spans;
}

function cut(text: string, ends: readonly number[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of ends) {
    const piece = text.slice(start, end);
    const from = start + piece.length - piece.trimStart().length;
    const to = from + piece.trim().length;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  }
  return spans;
}
