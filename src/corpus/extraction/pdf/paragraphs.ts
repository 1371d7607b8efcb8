import type { TextLine } from './text-lines.ts';

/** Baselines further apart than this many usual distances part paragraphs. */
const PARAGRAPH_GAP = 1.15;
/** Sizes that differ by more than this share belong to different paragraphs (a heading and its text). */
const SIZE_DIFFERENCE = 0.12;
/** How much further in than the line before a first line begins, in sizes of the font. */
const INDENT = 1;
/** Lines whose ends differ by less than this, in sizes of the font, end at one edge. */
const EDGE = 0.5;
/** Width of a letter, in sizes of the font: to judge whether a word would have had room. */
const LETTER_WIDTH = 0.5;
const BULLET = /^[\uE000-\uF8FF•▪‣◦●○■□–—\-*·][ \u200C]?(?=\S)/u;
const SENTENCE_END = /[.؟!:?][»”")\]]*$/u;

/** Joins the lines of pages to paragraphs; one that goes over the end of a page is joined too. */
export function joinParagraphs(pages: readonly (readonly TextLine[])[]): string[] {
  const paragraphs: TextLine[][] = [];
  let before: { line: TextLine; page: readonly TextLine[] } | null = null;
  for (const page of pages.map(alignedAtStart)) {
    const pitch = usualPitch(page);
    for (const line of page) {
      const goesOn =
        before !== null &&
        (before.page === page
          ? continues(before.line, line, { page, pitch })
          : continuesOverPages(before, line));
      if (goesOn) paragraphs.at(-1)?.push(line);
      else paragraphs.push([line]);
      before = { line, page };
    }
  }
  return paragraphs.map(textOfLines).filter((text) => text !== '');
}

/** Text that is aligned at the side where its lines end (an Arabic text set by a program that knows none) seen in a mirror. */
function alignedAtStart(page: readonly TextLine[]): readonly TextLine[] {
  const countAtEdge = (edges: readonly number[], edge: number): number =>
    page.filter((line, index) => Math.abs((edges[index] ?? 0) - edge) < EDGE * line.size).length;
  const starts = page.map(({ start }) => start);
  const ends = page.map(({ end }) => end);
  const atStart = countAtEdge(starts, Math.min(...starts));
  const atEnd = countAtEdge(ends, Math.max(...ends));
  if (atEnd <= atStart) return page;
  return page.map((line) => ({ ...line, start: -line.end, end: -line.start }));
}

/** The usual distance of baselines on a page, in sizes of the font. */
function usualPitch(lines: readonly TextLine[]): number {
  const pitches = lines
    .slice(1)
    .map((line, index) => ({ line, before: lines[index] ?? line }))
    .filter(({ line, before }) => before.baseline > line.baseline && isSameSize(before, line))
    .map(({ line, before }) => (before.baseline - line.baseline) / line.size)
    .toSorted((one, other) => one - other);
  // Lines within a paragraph stand closest; those of lists and tables further apart must not decide.
  return pitches[Math.floor(pitches.length / 4)] ?? 0;
}

function isSameSize(one: TextLine, other: TextLine): boolean {
  return Math.abs(one.size - other.size) <= SIZE_DIFFERENCE * Math.max(one.size, other.size);
}

function continues(
  before: TextLine,
  line: TextLine,
  { page, pitch }: { page: readonly TextLine[]; pitch: number },
): boolean {
  if (before.isRow || line.isRow || BULLET.test(line.text) || !isSameSize(before, line)) {
    return false;
  }
  const distance = (before.baseline - line.baseline) / line.size;
  if (distance <= 0 || distance > pitch * PARAGRAPH_GAP) return false;
  if (line.start - before.start > INDENT * line.size && !BULLET.test(before.text)) return false;
  return isFull(before, line, page);
}

function continuesOverPages(
  before: { line: TextLine; page: readonly TextLine[] },
  line: TextLine,
): boolean {
  return (
    !before.line.isRow &&
    !line.isRow &&
    !BULLET.test(line.text) &&
    isSameSize(before.line, line) &&
    !SENTENCE_END.test(before.line.text) &&
    isFull(before.line, line, before.page)
  );
}

/** Whether the first word of the next line would have had no room at the end of this one. */
function isFull(line: TextLine, next: TextLine, page: readonly TextLine[]): boolean {
  const edge = Math.max(
    ...page.filter((other) => isInColumn(line, other)).map((other) => other.end),
  );
  const [word = ''] = next.text.split(' ', 1);
  return edge - line.end < (word.length + 1) * LETTER_WIDTH * line.size + EDGE * line.size;
}

function isInColumn(line: TextLine, other: TextLine): boolean {
  return other.start < line.end && line.start < other.end && isSameSize(line, other);
}

function textOfLines(lines: readonly TextLine[]): string {
  let text = '';
  for (const line of lines) {
    if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line.text)) text = text.slice(0, -1) + line.text;
    else if (/\p{Nd}-$/u.test(text) && /^\p{Nd}/u.test(line.text)) text += line.text;
    else text = text === '' ? line.text : `${text} ${line.text}`;
  }
  return text.replace(BULLET, '').trim();
}
