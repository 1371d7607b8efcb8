import type { DocumentId, Passage, Sentence, Span } from '../corpus/document.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import { foldPassage, renditionPieces } from './folded-passage.ts';
import { candidatePassages } from './quote-candidates.ts';
import { EDGE, foldQuote } from './quote-fold.ts';
import type { QuoteFold } from './quote-fold.ts';

/**
 * Where a quote stands: a span of whole words, in UTF-16 code units of the document's source (of the rendition's on the English
 * side). On the Sorani side `text === source.slice(start, end)`: the document's own spelling, which is what may be shown.
 */
export interface QuotePlace extends Span {
  readonly passage: Passage;
  readonly side: TextSide;
  readonly text: string;
  /** The sentences that the span touches, in order; at least one. */
  readonly sentences: readonly Sentence[];
  /** Whether letters or digits of the quote have another form than the document's: another keyboard, other digits, a joiner. */
  readonly variant: boolean;
  /** What the quote's ellipses leave out; empty for a quote without any. */
  readonly omitted: readonly Span[];
}

/** What to look through. */
export interface LocateOptions {
  /** Default: the Sorani text. */
  readonly side?: TextSide;
}

/**
 * Every place where a quote stands in passages, in their order.
 *
 * A quote stands where the folds are equal (see quote-fold.ts) and whole words of the document begin and end it. It may run through
 * several sentences of one passage, never from one passage into the next. An ellipsis (… or three points) that the document doesn't
 * have stands for words left out: the parts must then follow one another in one passage, the span runs from the first to the
 * last, and what is between them is `omitted`. A quote without a word stands nowhere.
 */
export function locateIn(
  passages: Iterable<Passage>,
  quote: string,
  { side = 'sorani' }: LocateOptions = {},
): QuotePlace[] {
  const whole = foldQuote(quote);
  const parts = partsOf(quote);
  const found: QuotePlace[] = [];
  for (const passage of passages) {
    const fold = foldPassage(passage, side);
    let spans = spansOf(fold, whole).map((span) => [span]);
    if (spans.length === 0 && parts.length > 1) spans = partSpans(fold, parts);
    for (const span of spans) found.push(toPlace({ passage, side, fold }, span, quote));
  }
  return found;
}

/**
 * Every place where a quote stands in a snapshot, or in one of its documents, in their order. Only passages that hold rare words of
 * the quote are looked at, so that many passages cost little; see quote-candidates.ts for what that might miss.
 */
export function locate(
  snapshot: Pick<Snapshot, 'passages' | 'words'>,
  quote: string,
  {
    side = 'sorani',
    document,
  }: LocateOptions & { readonly document?: DocumentId | undefined } = {},
): QuotePlace[] {
  const candidates = candidatePassages(snapshot, quote, side).filter(
    (passage) => document === undefined || passage.document === document,
  );
  return locateIn(candidates, quote, { side });
}

const ELLIPSIS = /[[(]?(?:\u2026|\.{3,})[\])]?/u;

function partsOf(quote: string): QuoteFold[] {
  return quote
    .split(ELLIPSIS)
    .map(foldQuote)
    .filter(({ text }) => text !== '');
}

/** A span of units of a fold. */
type FoldSpan = Span;

const LONE_NUMBER = /^#[^#/:\p{L}]+$/u;

/** Where a fold stands in another as whole words; a number alone may have an ending behind it (٢٠٠٨ی). */
function spansOf(within: QuoteFold, { text }: QuoteFold): FoldSpan[] {
  if (text === '') return [];
  const least = LONE_NUMBER.test(text) ? EDGE.number : EDGE.word;
  const isEdge = (unit: number): boolean => (within.edges[unit] ?? EDGE.none) >= least;
  const spans: FoldSpan[] = [];
  let start = within.text.indexOf(text);
  while (start !== -1) {
    const end = start + text.length;
    if (isEdge(start) && isEdge(end)) spans.push({ start, end });
    start = within.text.indexOf(text, start + 1);
  }
  return spans;
}

/** Where parts of a quote stand one after the other: for each place of the first, the nearest of each next. */
function partSpans(within: QuoteFold, [first, ...others]: readonly QuoteFold[]): FoldSpan[][] {
  if (first === undefined) return [];
  return spansOf(within, first).flatMap((span) => {
    const spans = [span];
    for (const part of others) {
      const behind = spans.at(-1)?.end ?? 0;
      const next = spansOf(within, part).find(({ start }) => start >= behind);
      if (next === undefined) return [];
      spans.push(next);
    }
    return [spans];
  });
}

interface FoldedPassage {
  readonly passage: Passage;
  readonly side: TextSide;
  readonly fold: QuoteFold;
}

function toPlace(
  { passage, side, fold }: FoldedPassage,
  spans: readonly FoldSpan[],
  quote: string,
): QuotePlace {
  const parts = spans.map(({ start, end }) => ({
    start: fold.starts[start] ?? 0,
    end: fold.ends[end - 1] ?? 0,
  }));
  const span = { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
  const shown = parts.map((part) => textAt(passage, side, part));
  return {
    ...span,
    passage,
    side,
    text: parts.length === 1 ? (shown[0] ?? '') : textAt(passage, side, span),
    sentences: passage.sentences.filter((sentence) => touches(sentence, side, span)),
    variant: formsOf(quote) !== formsOf(shown.join(' ')),
    omitted: parts
      .slice(1)
      .map(({ start }, index) => ({ start: parts[index]?.end ?? 0, end: start })),
  };
}

function textAt(passage: Passage, side: TextSide, { start, end }: Span): string {
  if (side === 'sorani') return passage.text.slice(start - passage.start, end - passage.start);
  return renditionPieces(passage)
    .map((piece) =>
      piece.text.slice(Math.max(0, start - piece.start), Math.max(0, end - piece.start)),
    )
    .filter((text) => text !== '')
    .join(' ');
}

function touches(sentence: Sentence, side: TextSide, { start, end }: Span): boolean {
  const stands = side === 'sorani' ? sentence : sentence.rendition;
  return stands !== null && stands.start < end && stands.end > start;
}

/** Letters, marks and digits as they were typed, and joiners inside words. */
function formsOf(text: string): string {
  const forms = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]|(?<=\p{L})\u200C(?=\p{L})/gu);
  return forms?.join('') ?? '';
}
