import type { TextLine } from './text-lines.ts';

/** What programs write in place of a title: names of files, and words for none. */
const NO_TITLE = /^(?:microsoft word - .*|untitled.*|document\d*|.*\.[a-z]{2,5})?$/iu;
/** How much larger than most lines the first one must be to be a heading. */
const HEADING_SIZE = 1.1;
const LONGEST_HEADING = 150;

/** The title of a PDF file: that of its metadata, or its first paragraph where that is set as a heading. */
export function titleOf(
  metadata: string,
  pages: readonly (readonly TextLine[])[],
  paragraphs: readonly string[],
): string | null {
  const named = metadata.replaceAll(/\s+/gu, ' ').trim();
  if (!NO_TITLE.test(named)) return named;
  const lines = pages.flat();
  const sizes = lines.map(({ size }) => size).toSorted((one, other) => one - other);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const [first] = lines;
  const [heading = ''] = paragraphs;
  const isHeading = first !== undefined && first.size > usual * HEADING_SIZE;
  return isHeading && heading.length <= LONGEST_HEADING ? heading : null;
}
