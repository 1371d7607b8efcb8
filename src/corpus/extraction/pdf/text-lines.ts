import { CELL_SEPARATOR } from '../blocks.ts';
import { withoutControls } from '../tidy.ts';
import { mendBrackets } from './brackets.ts';
import type { GlyphPage } from './glyph.ts';
import { groupLines } from './lines.ts';
import type { GlyphLine } from './lines.ts';
import { toLogicalOrder } from './logical-order.ts';
import type { Direction } from './logical-order.ts';
import { lettersOfForms } from './presentation-forms.ts';

/** A line as it is read, and where it stands on its page. */
export interface TextLine {
  readonly text: string;
  /** Points from the edge at which lines of the page's direction begin to where this one begins, and where it ends. */
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
  /** Whether wide gaps part it into cells, as in a table. */
  readonly isRow: boolean;
}

/** What stands apart before an item of a list: a bullet, also one of a font of symbols, or a number. */
const LIST_MARK = /^(?:[^\p{L}\p{N}]|\p{N}{1,3}[.)-])$/u;
const RIGHT_TO_LEFT_LETTERS = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const LETTERS = /\p{L}/gu;
/** Of the letters of a line: so many are a word or two of another language. */
const SHARE_OF_A_WORD = 0.2;

/** The lines of a page in the order of reading, in a document whose lines mostly run in `direction`. */
export function readTextLines(page: GlyphPage, direction: Direction): TextLine[] {
  return groupLines(page.glyphs, page.blanks).map((line) => readLine(line, direction));
}

function readLine(line: GlyphLine, direction: Direction): TextLine {
  const cells = direction === 'rtl' ? line.cells.toReversed() : line.cells;
  const texts = cells.map((shapes) => readCell(shapes, direction)).filter((text) => text !== '');
  const [first = '', second] = texts;
  if (second !== undefined && LIST_MARK.test(first)) texts.splice(0, 2, `${first} ${second}`);
  const places =
    direction === 'rtl'
      ? { start: -line.right, end: -line.left }
      : { start: line.left, end: line.right };
  return {
    ...places,
    text: texts.join(CELL_SEPARATOR),
    baseline: line.baseline,
    size: line.size,
    isRow: texts.length > 1,
  };
}

function readCell(shapes: readonly string[], direction: Direction): string {
  const letters = shapes.map(lettersOfForms);
  const run = directionOf(letters.join(''), direction);
  const read = tidyLine(toLogicalOrder(letters, run));
  return run === 'rtl' ? mendBrackets(read) : read;
}

/** A line that has hardly a letter of its document's direction runs the other way; one without letters doesn't. */
function directionOf(text: string, document: Direction): Direction {
  const all = text.match(LETTERS)?.length ?? 0;
  const right = text.match(RIGHT_TO_LEFT_LETTERS)?.length ?? 0;
  if (all === 0) return document;
  const share = right / all;
  return share > (document === 'rtl' ? SHARE_OF_A_WORD : 1 - SHARE_OF_A_WORD) ? 'rtl' : 'ltr';
}

const SPACE_BEFORE_MARK = /\s+(?=[،؛؟,.;:!?%](?:\s|$))/gu;

function tidyLine(text: string): string {
  return withoutControls(text)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?\u200C ?/gu, '\u200C')
    .replaceAll(SPACE_BEFORE_MARK, '')
    .replaceAll(/^\u200C|\u200C$/gu, '')
    .trim();
}
