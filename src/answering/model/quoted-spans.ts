import type { Span } from '../../corpus/document.ts';

/** Pairs of quotation marks of both scripts; straight ones pair with themselves. */
const QUOTED = /«([^«»]+)»|“([^“”]+)”|„([^„“”]+)[“”]|"([^"]+)"|‹([^‹›]+)›/gu;
/** Fewer words in quotation marks are a name or a term, which is proven as a claim is. */
const LEAST_WORDS = 3;

/** What stands in quotation marks in a text and is long enough to be a quote, without the marks; in order, not overlapping. */
export function quotedSpans(text: string): Span[] {
  return Array.from(text.matchAll(QUOTED), (match) => ({
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  })).filter(({ start, end }) => {
    const words = text.slice(start, end).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length >= LEAST_WORDS;
  });
}
