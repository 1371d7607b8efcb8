import type { Passage, Sentence, Span } from '../corpus/document.ts';
import { widen } from '../language/answer-types/span.ts';
import { detectLanguage } from '../language/detect.ts';
import { findQuote } from '../proof/find-quote.ts';
import { locateIn } from '../proof/locate.ts';
import type { QuotePlace } from '../proof/locate.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { sentenceText, TEXT_SIDES } from '../retrieval/text-side.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import type { Citation } from './answer.ts';
import { contentOf } from './content-words.ts';
import { placeOf } from './sentence-places.ts';

/** The sentence that marked words stand in, and where in it or in its rendition. */
export interface FoundMark {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly side: TextSide;
  /** Whole words, in UTF-16 code units of the sentence's text or of its rendition's. */
  readonly span: Span;
}

/**
 * Finds the words that a reader marked in a message: in the sentences that it cites first, then in all documents. A mark may begin or end
 * inside a word, hold a citation's number, or run over several lines, of which then the longest that is found counts. Null where no
 * document has them.
 */
export function findMark(
  snapshot: Snapshot,
  quote: string,
  citations: readonly Citation[],
): FoundMark | null {
  const pieces = piecesOf(quote);
  const cited = citations.flatMap((citation) => sentenceOf(snapshot, citation));
  for (const find of [
    (piece: string) => inSentences(piece, cited),
    (piece: string) => anywhere(piece, snapshot),
  ]) {
    for (const piece of pieces) {
      const found = find(piece);
      if (found !== null) return found;
    }
  }
  return null;
}

const NUMBER_OF_CITATION = /\s*\[\d+\]/gu;

/** The whole mark, then its lines, the longest first; without the numbers of citations. */
function piecesOf(quote: string): string[] {
  const whole = quote.replaceAll(NUMBER_OF_CITATION, '').trim();
  const lines = whole.split('\n').map((line) => line.trim());
  return [whole, ...lines.toSorted((left, right) => right.length - left.length)].filter((piece) =>
    /[\p{L}\p{N}]/u.test(piece),
  );
}

type CitedSentence = Pick<FoundMark, 'passage' | 'sentence'>;

function sentenceOf({ documents }: Snapshot, citation: Citation): CitedSentence[] {
  const place = placeOf(documents, citation.sentence);
  const passage = place && documents.get(place.document)?.passages[place.number];
  const sentence = passage?.sentences.find(({ id }) => id === citation.sentence);
  return passage && sentence ? [{ passage, sentence }] : [];
}

/** Fewer letters stand inside any word. */
const LEAST_LETTERS = 3;

/** As they were copied out of a message, or, in other letters, as whole words. */
function inSentences(piece: string, cited: readonly CitedSentence[]): FoundMark | null {
  const isLong = (piece.match(/[\p{L}\p{N}]/gu) ?? []).length >= LEAST_LETTERS;
  const copied = isLong ? cited.flatMap((one) => copiedFrom(one, piece)) : [];
  if (copied[0] !== undefined) return copied[0];
  const ids = new Set(cited.map(({ sentence }) => sentence.id));
  const passages = new Set(cited.map(({ passage }) => passage));
  const places = TEXT_SIDES.flatMap((side) => locateIn(passages, piece, { side }));
  return places.map(toMark).find(({ sentence }) => ids.has(sentence.id)) ?? null;
}

function copiedFrom({ passage, sentence }: CitedSentence, piece: string): FoundMark[] {
  return TEXT_SIDES.flatMap((side) => {
    const text = sentenceText(sentence, side);
    const start = text.indexOf(piece);
    if (start === -1) return [];
    return [{ passage, sentence, side, span: widen(text, start, start + piece.length) }];
  });
}

/** In any document: words that only join others are nobody's. */
function anywhere(piece: string, snapshot: Snapshot): FoundMark | null {
  for (const cut of cutsOf(piece)) {
    if (contentOf(cut.words).length === 0) continue;
    const options = { language: detectLanguage(cut.words), document: undefined };
    for (const { place } of findQuote(snapshot, cut.words, options)) {
      const whole = withHalves(toMark(place), cut);
      if (whole !== null) return whole;
    }
  }
  return null;
}

/** Words of a mark, and the halves of words that it may have before and behind them. */
interface Cut {
  readonly head: string;
  readonly words: string;
  readonly tail: string;
}

/** A mark whole, then with its first word, its last, and both as halves of words. */
function cutsOf(piece: string): Cut[] {
  const words = piece.split(/\s+/u);
  const cut = (from: number, behind: number): Cut => ({
    head: words.slice(0, from).join(' '),
    words: words.slice(from, words.length - behind).join(' '),
    tail: words.slice(words.length - behind).join(' '),
  });
  return [cut(0, 0), cut(1, 0), cut(0, 1), cut(1, 1)];
}

/** A found mark widened to the words whose halves stand beside it; null where they don't. */
function withHalves(mark: FoundMark, { head, tail }: Cut): FoundMark | null {
  const text = sentenceText(mark.sentence, mark.side);
  const before = text.slice(0, mark.span.start).trimEnd();
  const behind = text.slice(mark.span.end).trimStart();
  if (!before.endsWith(head) || !behind.startsWith(tail)) return null;
  const start = head === '' ? mark.span.start : before.length - head.length;
  const end = tail === '' ? mark.span.end : text.length - behind.length + tail.length;
  return { ...mark, span: widen(text, start, end) };
}

/** The sentence that holds most of a place. */
function toMark({ passage, sentences, side, start, end }: QuotePlace): FoundMark {
  const marks = sentences.map((sentence): FoundMark => {
    const base = (side === 'sorani' ? sentence : sentence.rendition)?.start ?? 0;
    const { length } = sentenceText(sentence, side);
    const span = { start: Math.max(0, start - base), end: Math.min(length, end - base) };
    return { passage, sentence, side, span };
  });
  const lengthOf = ({ span }: FoundMark): number => span.end - span.start;
  return marks.reduce((best, mark) => (lengthOf(mark) > lengthOf(best) ? mark : best));
}
