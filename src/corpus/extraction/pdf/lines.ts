import type { Glyph } from './glyph.ts';

/** Glyphs that stand side by side. */
export interface GlyphLine {
  /** From left to right, each from left to right, with spaces between words; more than one where wide gaps part them. */
  readonly cells: readonly (readonly string[])[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** How far a glyph may stand above or below its line, in sizes of the font: raised figures belong to the line. */
const BASELINE_SHIFT = 0.4;
/** Glyphs that begin closer to each other than this, in sizes of the font, are drawn over each other. */
const DRAWN_OVER = 0.08;
/** A gap between two glyphs that is a space even where the file holds none there, in sizes of the font. */
const WORD_GAP = 0.18;
/** A gap that may part cells of a table, in sizes of the font, and how many times wider than its line's usual gap it is. */
const CELL_GAP = 0.7;
const CELL_GAP_IN_WORD_GAPS = 2.2;
/** As many gaps tell what is usual in their line; fewer go by what is usual on their page. */
const TELLING_GAPS = 4;
/** Wider than this, in sizes of the font, gaps are usual only on pages that hold little but tables. */
const USUAL_GAP = 0.4;
/** Gaps of a justified line differ by less than this factor; those of a table hardly ever do. */
const ALIKE = 1.15;

const NON_JOINER = '\u200C';
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * The lines of a page in the order in which it draws them. A line goes on as long as glyphs are drawn at its height, so
 * columns that are drawn one after the other stay apart.
 */
export function groupLines(glyphs: readonly Glyph[], blanks: readonly Glyph[]): GlyphLine[] {
  const groups: Glyph[][] = [];
  for (const glyph of glyphs) {
    const line = groups.at(-1);
    if (line?.[0] !== undefined && isOnLine(line[0], glyph)) line.push(glyph);
    else groups.push([glyph]);
  }
  const lines = groups
    .filter((group) => group.some(hasInk))
    .map((group) => orderLine(group, blanks));
  const usualGap = middleOf(lines.flatMap(wordGapsOf));
  return lines.map((line) => {
    const { left, right, baseline, size } = line;
    return { cells: splitCells(line, usualGap), left, right, baseline, size };
  });
}

/** The glyphs of a line from left to right. */
interface OrderedLine extends Omit<GlyphLine, 'cells'> {
  readonly glyphs: readonly Glyph[];
  /** The room on the left of each glyph with ink up to the one before; null for blanks. */
  readonly gaps: readonly (number | null)[];
}

function isOnLine(line: { baseline: number; turn: number; size: number }, glyph: Glyph): boolean {
  const size = Math.max(line.size, glyph.size);
  return (
    line.turn === glyph.turn && Math.abs(line.baseline - glyph.baseline) <= BASELINE_SHIFT * size
  );
}

function hasInk({ text }: Glyph): boolean {
  return text !== NON_JOINER && text.trim() !== '';
}

function orderLine(group: readonly Glyph[], blanks: readonly Glyph[]): OrderedLine {
  const inked = group.filter(hasInk);
  const left = Math.min(...inked.map((glyph) => glyph.left));
  const right = Math.max(...inked.map((glyph) => glyph.right));
  const size = Math.max(...inked.map((glyph) => glyph.size));
  const { baseline = 0, turn = 0 } = inked[0] ?? {};
  const within = blanks.filter(
    (blank) =>
      isOnLine({ baseline, turn, size }, blank) && blank.left >= left && blank.left <= right,
  );
  const glyphs = fromLeftToRight([...group, ...within], size);
  return { glyphs, gaps: gapsBefore(glyphs), left, right, baseline, size };
}

/**
 * Glyphs that begin in one place are drawn over each other (ل and ا of a ligature, say), and the later one is read later,
 * which in right-to-left text means more to the left. Blanks close the glyph on their right.
 */
function fromLeftToRight(glyphs: readonly Glyph[], size: number): Glyph[] {
  const ordered = glyphs
    .map((glyph, index) => ({ glyph, index }))
    .toSorted(
      (one, other) =>
        one.glyph.left - other.glyph.left ||
        Number(hasInk(one.glyph)) - Number(hasInk(other.glyph)) ||
        one.index - other.index,
    );
  for (const [position, one] of ordered.entries()) {
    const other = ordered[position + 1];
    if (other === undefined || !isDrawnOver(one.glyph, other.glyph, size)) continue;
    if (one.index < other.index) ordered.splice(position, 2, other, one);
  }
  return ordered.map(({ glyph }) => glyph);
}

function isDrawnOver(one: Glyph, other: Glyph, size: number): boolean {
  return (
    other.left - one.left < DRAWN_OVER * size &&
    RIGHT_TO_LEFT.test(one.text) &&
    RIGHT_TO_LEFT.test(other.text)
  );
}

function splitCells(line: OrderedLine, usualGap: number): string[][] {
  const { glyphs, gaps, size } = line;
  const cellGap = cellGapOf(line, usualGap);
  const cells: string[][] = [[]];
  for (const [index, { text }] of glyphs.entries()) {
    const gap = gaps[index] ?? 0;
    if (gap > cellGap) cells.push([text]);
    else if (gap > WORD_GAP * size) cells.at(-1)?.push(' ', text);
    else cells.at(-1)?.push(text);
  }
  return cells;
}

function gapsBefore(ordered: readonly Glyph[]): (number | null)[] {
  let edge: number | null = null;
  return ordered.map((glyph) => {
    if (!hasInk(glyph)) return null;
    const gap = edge === null ? 0 : glyph.left - edge;
    edge = Math.max(edge ?? glyph.right, glyph.right);
    return gap;
  });
}

/** The gaps between words, in sizes of the font. */
function wordGapsOf({ gaps, size }: OrderedLine): number[] {
  return gaps
    .filter((gap) => gap !== null && gap > WORD_GAP * size)
    .map((gap) => Number(gap) / size);
}

/** Justified lines have wide gaps too, but all of them alike. */
function cellGapOf(line: OrderedLine, usualOfPage: number): number {
  const gaps = wordGapsOf(line);
  const isJustified = gaps.length > 1 && Math.max(...gaps) < Math.min(...gaps) * ALIKE;
  const usual =
    gaps.length >= TELLING_GAPS || isJustified ? middleOf(gaps) : Math.min(usualOfPage, USUAL_GAP);
  return line.size * Math.max(CELL_GAP, usual * CELL_GAP_IN_WORD_GAPS);
}

function middleOf(values: readonly number[]): number {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
}
