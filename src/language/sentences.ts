import type { TextSpan } from './text-span.ts';

/**
 * The marks that end a sentence, and whatever closes behind them, direction controls among it. ؛ and ; join two clauses
 * of one sentence.
 */
const ENDING =
  /[.!?\u061F\u06D4\u2026]+["'\u00BB\u201D\u2019)\]\u203A\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]*(?=\s|$)/gu;

/** A full stop alone, and no quote or bracket behind it. */
const FULL_STOP = /^\.[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/u;

/** Words before a full stop that end no sentence: titles and the like, and single letters ("د." is "Dr"). */
const ABBREVIATION =
  /(?:^|[\s"'«“(\u200F\u200E])(?:\p{L}|\p{Lu}(?:\.\p{Lu})+|پ\.د|م\.د|mr|mrs|ms|dr|prof|st|gen|lt|col|sen|rep|gov|no|vs|art|etc|e\.g|i\.e|u\.s|u\.k|u\.n)$/iu;

/** "No." and "art." are abbreviations only before a number. */
const BEFORE_NUMBER = /(?:^|\s)(?:no|art)$/iu;

/**
 * The sentences of a text, in order, without the white space between them; together they hold every other character.
 * A sentence ends at . ! ? ؟ ۔ … (with the quotes and brackets that close behind it) before white space or the end, or
 * at a blank line; not after an abbreviation such as "د." or "Dr.", not inside 3.5.
 */
export function splitSentences(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const end of boundaries(text)) {
    const span = trim(text, start, end);
    if (span.end > span.start) spans.push(span);
    start = end;
  }
  return spans;
}

function* boundaries(text: string): Generator<number> {
  const ends = Array.from(text.matchAll(ENDING))
    .filter((match) => !endsAbbreviation(text, match))
    .map((match) => match.index + match[0].length);
  const breaks = Array.from(text.matchAll(/\n[^\S\n]*\r?\n/gu), (match) => match.index);
  yield* [...new Set([...ends, ...breaks, text.length])].toSorted((a, b) => a - b);
}

function endsAbbreviation(text: string, match: RegExpExecArray): boolean {
  if (!FULL_STOP.test(match[0])) return false;
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const rest = text.slice(match.index + match[0].length);
  if (!ABBREVIATION.test(before) || rest.trim() === '') return false;
  return !BEFORE_NUMBER.test(before) || /^\s*\p{N}/u.test(rest);
}

function trim(text: string, start: number, end: number): TextSpan {
  const piece = text.slice(start, end);
  const leading = piece.length - piece.trimStart().length;
  return { start: start + leading, end: start + leading + piece.trim().length };
}
