import { numberWord } from './number-words.ts';
import type { NumberWord } from './number-words.ts';
import type { TextSpan } from './text-span.ts';
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A number that a text gives, in digits or words of either language; the span is that of the text. */
export interface NumberMention extends TextSpan {
  readonly value: number;
  /** `%`, a currency (`$`, `€`, `£`, `IQD`), or null where neither stands beside it. */
  readonly unit: string | null;
  readonly ordinal: boolean;
}

/** Numbers as they are read, word by word. */
interface Piece extends NumberWord, TextSpan {
  /** Whether it came as digits: 1.5 million is a product, "one five" is not. */
  readonly digits: boolean;
}

/**
 * The numbers of a text, in order: ٢٠٠٨, 2,008, two thousand and eight, دوو هەزار و هەشت; ordinals (third, سێیەم, 3rd, ٣یەم) are numbers
 * too. Plurals that count nothing (thousands, هەزاران) are none.
 *
 * @param tokens the words of the text, where they are known.
 */
export function numbersIn(
  text: string,
  tokens: readonly Token[] = tokenise(text),
): NumberMention[] {
  const mentions: NumberMention[] = [];
  let position = 0;
  while (position < tokens.length) {
    const { pieces, next } = runOfPieces(tokens, position, text);
    for (const group of groups(pieces)) mentions.push(toMention(group, text));
    position = Math.max(next, position + 1);
  }
  return mentions;
}

/** A text with each number that it gives in several words in digits: دوو هەزار و هەشت becomes 2008. */
export function numbersInDigits(text: string): string {
  return numbersIn(text).reduceRight(
    (changed, { value, start, end }) =>
      /\p{L}\s/u.test(text.slice(start, end))
        ? `${changed.slice(0, start)}${value} ${changed.slice(end)}`
        : changed,
    text,
  );
}

const AND = new Set(['and', 'و']);

/** The number words that follow one another from a position, joined by "and" or nothing. */
function runOfPieces(
  tokens: readonly Token[],
  first: number,
  text: string,
): { pieces: Piece[]; next: number } {
  const pieces: Piece[] = [];
  let next = first;
  for (let position = first; position < tokens.length; position += 1) {
    const token = tokens[position];
    if (token === undefined) break;
    const piece = toPiece(token, tokens[position + 1], text, pieces.at(-1));
    const isJoint = pieces.length > 0 && AND.has(token.text);
    if (piece === null && !isJoint) break;
    if (piece !== null && isApart(pieces.at(-1), piece, text)) break;
    if (piece !== null) {
      pieces.push(piece);
      next = position + 1;
    }
  }
  return { pieces, next };
}

/** Whether more than blanks, a hyphen or "and" stands between two pieces. */
function isApart(before: Piece | undefined, { start }: Piece, text: string): boolean {
  if (before === undefined) return false;
  return !/^\s*(?:-|(?:and|و)\s)?\s*$/iu.test(text.slice(before.end, start));
}

function toPiece(
  token: Token,
  following: Token | undefined,
  text: string,
  before: Piece | undefined,
): Piece | null {
  if (token.script === 'number') {
    const value = Number(token.text);
    if (Number.isNaN(value)) return null;
    const minus = /(?<![\p{L}\p{N}]|\p{N}\s)[-\u2212]$/u.test(text.slice(0, token.start));
    const ordinal = following?.start === token.end && ORDINAL.test(following.text);
    return { ...spanOf(token), value: minus ? -value : value, kind: 'unit', ordinal, digits: true };
  }
  const word = numberWord(token) ?? partOf(before, token);
  return word === null ? null : { ...word, ...spanOf(token), digits: false };
}

/** A word that is a number only behind another that it goes on: نۆی in بیست و نۆی. */
function partOf(before: Piece | undefined, token: Token): NumberWord | null {
  const word = before === undefined || before.ordinal ? null : numberWord(token, true);
  if (before === undefined || word === null) return null;
  return word.kind === 'scale' || word.value < roomBehind(before) ? word : null;
}

const ORDINAL = /^(?:st|nd|rd|th|ی?ەم\p{L}{0,3})$/u;

function spanOf({ start, end }: Token): TextSpan {
  return { start, end };
}

/** The pieces of one number, and what they come to. */
interface Group extends TextSpan {
  value: number;
  /** What a scale may still multiply. */
  open: number;
  /** The greatest that may still be added. */
  room: number;
  ordinal: boolean;
  end: number;
}

/** Pieces put together to numbers: "two thousand and eight" is one, "three and four" are two. */
function groups(pieces: readonly Piece[]): Group[] {
  const found: Group[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last === undefined || last.ordinal || !add(last, piece)) found.push(begin(piece));
  }
  return joinYears(found);
}

function begin({ value, kind, start, end, ordinal }: Piece): Group {
  return { value, open: value, room: roomBehind({ value, kind }), ordinal, start, end };
}

/** Of what order a number may be that is added behind a word. */
function roomBehind({ value, kind }: Pick<Piece, 'value' | 'kind'>): number {
  return kind === 'scale' ? value : roomBelow(value);
}

/** The order of what may be added behind a number: units behind twenty, nothing behind three. */
function roomBelow(value: number): number {
  if (value >= 100 && value % 100 === 0) return 100;
  return value >= 20 && value % 10 === 0 ? 10 : 1;
}

/** Adds a piece to a number where it can be part of it. */
function add(group: Group, piece: Piece): boolean {
  if (piece.kind === 'scale') {
    if (piece.value <= group.open || group.open === 0) {
      return piece.value < group.room && addValue(group, piece, piece.value);
    }
    group.value += group.open * (piece.value - 1);
    group.open = piece.value === 100 ? group.open * 100 : 0;
    group.room = piece.value;
  } else {
    if (piece.value >= group.room || piece.value === 0) return false;
    return addValue(group, piece, roomBelow(piece.value));
  }
  group.end = piece.end;
  group.ordinal = piece.ordinal;
  return true;
}

function addValue(group: Group, piece: Piece, room: number): boolean {
  group.value += piece.value;
  group.open += piece.value;
  group.room = Math.min(group.room, room);
  group.end = piece.end;
  group.ordinal = piece.ordinal;
  return true;
}

/** English years are said in two halves: twenty twenty-one, nineteen ninety. */
function joinYears(found: readonly Group[]): Group[] {
  const joined: Group[] = [];
  for (const group of found) {
    const before = joined.at(-1);
    const isYear =
      before !== undefined &&
      !before.ordinal &&
      before.value >= 16 &&
      before.value <= 20 &&
      group.value >= 10 &&
      group.value < 100;
    if (isYear) Object.assign(before, { value: before.value * 100 + group.value, end: group.end });
    else joined.push(group);
  }
  return joined;
}

/** Signs and words beside a number, and what they stand for. */
const UNITS: readonly (readonly [unit: string, before: RegExp, behind: RegExp])[] = [
  [
    '%',
    /(?:[%\u066A]|لە\s+سەدا|لەسەدا|سەدی)\s*$/u,
    /^\s*(?:[%\u066A]|per\s?cent|لە\s+سەد|لەسەد)/iu,
  ],
  ['$', /\$\s*$/u, /^\s*(?:\$|(?:us\s+)?dollars?|دۆلار|دولار)/iu],
  ['€', /€\s*$/u, /^\s*(?:€|euros?|یۆرۆ|ئیۆرۆ)/iu],
  ['£', /£\s*$/u, /^\s*(?:£|pounds?|پاوەند)/iu],
  ['IQD', /IQD\s*$/iu, /^\s*(?:IQD|dinars?|دینار)/iu],
];

function toMention({ value, ordinal, start, end }: Group, text: string): NumberMention {
  const before = text.slice(Math.max(0, start - 12), start);
  const behind = text.slice(end, end + 16);
  const unit = UNITS.find(([, left, right]) => left.test(before) || right.test(behind));
  return { value, ordinal, start, end, unit: unit?.[0] ?? null };
}
