import type { Answer, Citation } from '../answering/answer.ts';
import { QUOTE_UNITS } from '../corpus/citation.ts';
import type { DocumentId, Passage, Span } from '../corpus/document.ts';
import { splitSentences } from '../language/sentences.ts';
import type { Gold } from './questions.ts';

/** A hit may be at most this many times as long as the gold passage. */
const LONGEST_HIT = 1.5;
const MOST_SENTENCES = 2;

/** What is shown of a document, and where it stands. */
type Quoted = Pick<Citation, 'document' | 'quote' | 'start' | 'end'>;

/** Whether a passage is the gold one: it covers half of it or lies half inside it, and is not much longer. */
export function isRightPassage(passage: Passage, gold: Gold): boolean {
  if (passage.document !== gold.document) return false;
  const shared = overlap(passage, gold.passage);
  const length = passage.end - passage.start;
  const goldLength = gold.passage.end - gold.passage.start;
  return (shared >= goldLength / 2 || shared >= length / 2) && length <= LONGEST_HIT * goldLength;
}

/** The rank of the first right passage, from 1; null where none is right. */
export function rankOfGold(passages: readonly Passage[], gold: Gold): number | null {
  const found = passages.findIndex((passage) => isRightPassage(passage, gold));
  return found === -1 ? null : found + 1;
}

/** 1 / log2(rank + 1) for the first right hit, rank counted from 1; 0 where none is right. */
export function discountedGain(rank: number | null): number {
  return rank === null ? 0 : 1 / Math.log2(rank + 1);
}

/**
 * Whether the first citation proves the gold answer: it contains the gold evidence or lies in it, or, where the set names
 * none, overlaps a place in the gold passage where the answer stands. A quote of more than two sentences or
 * 400 units is wrong.
 */
export function isRightEvidence(answer: Answer, gold: Gold, source: string): boolean {
  const [first] = answer.citations;
  return answer.status === 'answered' && first !== undefined && isRightQuote(first, gold, source);
}

/** The same for one quote. `source` is that of the gold document. */
export function isRightQuote(quoted: Quoted, gold: Gold, source: string): boolean {
  const { document, quote } = quoted;
  if (document !== gold.document) return false;
  if (quote.length > QUOTE_UNITS || splitSentences(quote).length > MOST_SENTENCES) return false;
  return gold.evidence === null
    ? overlapsAnswer(quoted, gold, source)
    : contains(quoted, gold.evidence) || contains(gold.evidence, quoted);
}

function overlapsAnswer(citation: Quoted, gold: Gold, source: string): boolean {
  let start = source.indexOf(gold.answer, gold.passage.start);
  while (start !== -1 && start < gold.passage.end) {
    if (overlap(citation, { start, end: start + gold.answer.length }) > 0) return true;
    start = source.indexOf(gold.answer, start + 1);
  }
  return false;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function overlap(left: Span, right: Span): number {
  return Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
}

/** Documents by id, as sources. */
export type Sources = ReadonlyMap<DocumentId, { readonly source: string }>;
