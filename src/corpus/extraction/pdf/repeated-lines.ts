import type { TextLine } from './text-lines.ts';

/** How many lines at the top of a page, and at its foot, may be its header and footer. */
const EDGE_LINES = 2;
/** A line is a header where this share of the pages has it. */
const SHARE_OF_PAGES = 0.5;
/** How far apart headers of two pages may stand, in points. */
const HEIGHT_DIFFERENCE = 3;
const DIGITS = /\p{Nd}+/gu;

/** Leaves out headers, footers and page numbers: what stands at the same height of most pages, with other digits at most. */
export function withoutRepeatedLines(pages: readonly (readonly TextLine[])[]): TextLine[][] {
  const seen = new Map<string, number[]>();
  for (const lines of pages) {
    for (const line of edgeLines(lines)) {
      const key = shapeOf(line);
      seen.set(key, [...(seen.get(key) ?? []), line.baseline]);
    }
  }
  const needed = Math.max(
    2,
    Math.ceil(pages.filter((lines) => lines.length > 0).length * SHARE_OF_PAGES),
  );
  const kept = pages.map((lines) => {
    const edges = new Set(edgeLines(lines));
    return lines.filter((line) => !edges.has(line) || countNear(seen, line) < needed);
  });
  // Pages that say nothing else say it for its own sake.
  return kept.some((lines) => lines.length > 0) ? kept : pages.map((lines) => [...lines]);
}

function edgeLines(lines: readonly TextLine[]): TextLine[] {
  const fromTop = lines.toSorted((one, other) => other.baseline - one.baseline);
  return [...new Set([...fromTop.slice(0, EDGE_LINES), ...fromTop.slice(-EDGE_LINES)])];
}

function shapeOf(line: TextLine): string {
  return line.text.replaceAll(DIGITS, '0');
}

function countNear(seen: ReadonlyMap<string, readonly number[]>, line: TextLine): number {
  const heights = seen.get(shapeOf(line)) ?? [];
  return heights.filter((height) => Math.abs(height - line.baseline) <= HEIGHT_DIFFERENCE).length;
}
