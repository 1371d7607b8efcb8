import { canonicalNumber } from '../language/digits.ts';
import { normalise, toSource } from '../language/normalise.ts';
import type { NormalisedText } from '../language/normalise.ts';

/**
 * A text as quotes are compared: two texts are the same quote where their folds are equal.
 *
 * `text` holds words without what stands between them, each number behind a `#`. Joined are the letters that keyboards, fonts and habit
 * mix up (ڕ ر, ڵ ل, ۆ و, ێ ی, ە ه and all that `normalise` joins), joiners, tatweel, vowel marks, kinds of digits, capitals,
 * punctuation and white space, so that a compound is the same apart and together. Kept apart is what changes a word or an amount:
 * other letters, doubled ones, numbers (3.5, 35 and 3 5), a minus, per cent, currencies, and signs of comparison.
 *
 * Unit `i` of `text` was made from `[starts[i], ends[i])` of the source, in UTF-16 code units; neither ever decreases.
 */
export interface QuoteFold {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For each unit, and for the end of the text: what begins there. */
  readonly edges: Uint8Array;
}

/** What a unit of a fold begins: nothing, letters behind a number or the other way round (٢٠٠٨ی), or a word. */
export const EDGE = { none: 0, number: 1, word: 2 } as const;

/** A piece of a source, and where it begins there. */
export interface SourcePiece {
  readonly text: string;
  readonly start: number;
}

const SIGNS = '%\\u066A\\u2030\\p{Sc}';
const MINUS = '[-\\u2010-\\u2013\\u2212]';
/** A number with the signs that belong to it; one behind a dash is negative unless that dash stands between two numbers or parts of a word. */
const NUMBER = `(?<before>[${SIGNS}][ \\u00A0\\u202F]?)?(?<minus>(?<![\\p{L}\\p{N}]|[0-9] +)${MINUS})?(?<digits>[0-9]+(?:[.,\\u066B\\u066C][0-9]+)*)(?<after>[ \\u00A0\\u202F]?[${SIGNS}])?`;
const UNITS = new RegExp(
  `${NUMBER}|(?:(?![0-9])[\\p{L}\\p{M}\\p{N}])+(?:'(?=\\p{Script=Latin})(?:(?![0-9])[\\p{L}\\p{M}\\p{N}])+)*|[<>=\\u2260\\u2264\\u2265\\u00B1\\u00D7\\u00F7${SIGNS}]`,
  'gu',
);

/** 07.04.2021 and 2021.04.07: points between the parts of a date. */
export const DATE_WITH_POINTS = /^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{1,2}\.\d{1,2})$/u;
/** What may stand between two numbers that belong together: dates, ranges, fractions; times. */
const BETWEEN_NUMBERS = new RegExp(`^\\s*(?:(?:/|${MINUS}|\\u2014)|(?<colon>:))\\s*$`, 'u');

/** The fold of a text. Never throws. */
export function foldQuote(source: string): QuoteFold {
  return foldPieces([{ text: source, start: 0 }]);
}

/** The fold of pieces of one source, in order, as if only white space stood between them. */
export function foldPieces(pieces: readonly SourcePiece[]): QuoteFold {
  const writer = new FoldWriter();
  for (const piece of pieces) writePiece(writer, piece);
  return writer.finish();
}

/** Whether two texts are the same quote. */
export function isSameQuote(left: string, right: string): boolean {
  return foldQuote(left).text === foldQuote(right).text;
}

function writePiece(writer: FoldWriter, { text, start }: SourcePiece): void {
  const normalised = normalise(text);
  const place: Place = { normalised, offset: start };
  let end = -1;
  let numberBefore = false;
  for (const match of normalised.text.matchAll(UNITS)) {
    const { digits } = match.groups ?? {};
    const gap = end === -1 ? null : normalised.text.slice(end, match.index);
    const edge = gap === '' ? edgeWithin(numberBefore, digits !== undefined) : EDGE.word;
    if (digits === undefined) {
      writer.writeLetters(match[0], { ...place, index: match.index }, edge);
    } else {
      if (numberBefore && gap !== null) writeBetween(writer, gap, place, end);
      writeNumber(writer, match, place, edge);
    }
    numberBefore = digits !== undefined;
    end = match.index + match[0].length;
  }
}

function edgeWithin(numberBefore: boolean, isNumber: boolean): number {
  return numberBefore || isNumber ? EDGE.number : EDGE.none;
}

function writeBetween(writer: FoldWriter, gap: string, place: Place, index: number): void {
  const between = BETWEEN_NUMBERS.exec(gap);
  if (between === null) return;
  const sign = between.groups?.['colon'] === undefined ? '/' : ':';
  writer.write(sign, spanOf(place, index, index + gap.length), EDGE.word);
}

function writeNumber(writer: FoldWriter, match: RegExpExecArray, place: Place, edge: number): void {
  const { before = '', minus, digits = '', after = '' } = match.groups ?? {};
  if (DATE_WITH_POINTS.test(digits)) {
    writeDate(writer, match, place, edge);
    return;
  }
  const signs = Array.from((before + after).replaceAll('\u066A', '%').replaceAll(/\s/gu, ''));
  const sign = minus === undefined ? '' : '-';
  writer.write(
    `#${sign}${canonicalNumber(digits)}${signs.toSorted().join('')}`,
    spanOf(place, match.index, match.index + match[0].length),
    edge,
  );
}

function writeDate(writer: FoldWriter, match: RegExpExecArray, place: Place, edge: number): void {
  let index = match.index + match[0].indexOf(match.groups?.['digits'] ?? '');
  for (const [position, part] of (match.groups?.['digits'] ?? '').split('.').entries()) {
    if (position > 0) {
      writer.write('/', spanOf(place, index, index + 1), EDGE.word);
      index += 1;
    }
    const partEdge = position === 0 ? edge : EDGE.word;
    const span = spanOf(place, index, index + part.length);
    writer.write(`#${canonicalNumber(part)}`, span, partEdge);
    index += part.length;
  }
}

/** A normalised piece and where it begins in its source. */
interface Place {
  readonly normalised: NormalisedText;
  readonly offset: number;
}

function spanOf({ normalised, offset }: Place, from: number, to: number): SourceSpan {
  const { start, end } = toSource(normalised, from, to);
  return { start: start + offset, end: end + offset };
}

interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

const FOLDED_LETTERS: ReadonlyMap<string, string> = new Map([
  ['\u0695', '\u0631'], // ڕ → ر
  ['\u06B5', '\u0644'], // ڵ → ل
  ['\u06C6', '\u0648'], // ۆ → و
  ['\u06CE', '\u06CC'], // ێ → ی
  ['\u06D5', '\u0647'], // ە → ه
  ['\u066A', '%'],
]);
const MARKED_LATIN = /[\u00C0-\u024F]/u;

function foldLetter(letter: string): string {
  const folded = FOLDED_LETTERS.get(letter);
  if (folded !== undefined) return folded;
  return MARKED_LATIN.test(letter) ? letter.normalize('NFD').charAt(0) : letter;
}

class FoldWriter {
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #edges: number[] = [];

  /** Writes what was made from one span as a whole. */
  write(text: string, { start, end }: SourceSpan, edge: number): void {
    this.#parts.push(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#starts.push(start);
      this.#ends.push(end);
      this.#edges.push(unit === 0 ? edge : EDGE.none);
    }
  }

  /** Writes letters, each of which knows where it came from. */
  writeLetters(
    word: string,
    { normalised, offset, index }: Place & { index: number },
    edge: number,
  ): void {
    for (let unit = 0; unit < word.length; unit += 1) {
      this.#parts.push(foldLetter(word.charAt(unit)));
      this.#starts.push((normalised.starts[index + unit] ?? 0) + offset);
      this.#ends.push((normalised.ends[index + unit] ?? 0) + offset);
      this.#edges.push(unit === 0 ? edge : EDGE.none);
    }
  }

  finish(): QuoteFold {
    return {
      text: this.#parts.join(''),
      starts: Uint32Array.from(this.#starts),
      ends: Uint32Array.from(this.#ends),
      edges: Uint8Array.from([...this.#edges, EDGE.word]),
    };
  }
}
