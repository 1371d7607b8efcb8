import type { DocumentId, Span } from '../corpus/document.ts';
import type { DetectedLanguage } from '../language/detect.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { splitSentences } from '../language/sentences.ts';
import { readQuery } from '../retrieval/query.ts';
import { dictionaryOf } from '../retrieval/snapshot.ts';
import { sentenceText } from '../retrieval/text-side.ts';
import { placedWords, sameWords } from './compare-words.ts';
import { locate } from './locate.ts';
import type { QuotePlace } from './locate.ts';
import { nearSentences } from './near-sentences.ts';
import type { NearSentence, ProofSnapshot } from './near-sentences.ts';
import { isOtherKeyboard } from './other-letters.ts';
import { cutAssertion, holdsAssertion } from './reporting.ts';
import { alignWords } from './word-difference.ts';

/** Where a text stands, and what it leaves out of the sentences there. */
export interface FoundQuote {
  readonly place: QuotePlace;
  readonly variant: boolean;
  /** Words that were cut off and that change what is asserted; null where nothing of the kind was. */
  readonly cut: string | null;
  /** Whether what was cut off denies the rest. */
  readonly isDenied: boolean;
}

interface FindOptions {
  readonly language: DetectedLanguage;
  readonly document: DocumentId | undefined;
}

/**
 * The places where a text stands word for word: under the fold; in letters of another keyboard, an old font or Latin; or, several
 * sentences of it, one after the other though a paragraph ends between them.
 */
export function findQuote(
  snapshot: ProofSnapshot,
  quote: string,
  { language, document }: FindOptions,
): FoundQuote[] {
  const { lexicon } = snapshot;
  const side = language === 'en' ? 'english' : 'sorani';
  const places = locate(snapshot, quote, { side, document });
  if (places.length > 0) return places.map((place) => toFound(place, place.variant, lexicon));
  const across = acrossPassages(snapshot, quote, { side, document });
  if (across !== null) return [toFound(across, across.variant, lexicon)];
  const respelt =
    language === 'ckb-Latn'
      ? inLatin(snapshot, quote, document)
      : ofOtherKeyboard(snapshot, quote, document);
  return respelt.map((place) => toFound(place, true, lexicon));
}

function toFound(place: QuotePlace, variant: boolean, lexicon: Lexicon): FoundQuote {
  const cut =
    [
      ...place.omitted.map((span) => omittedDenial(place, span, lexicon)),
      ...place.sentences.map((sentence) => {
        const text = sentenceText(sentence, place.side);
        const base = place.side === 'sorani' ? sentence : sentence.rendition;
        return cutAssertion(text, within(place, base ?? sentence), lexicon);
      }),
    ].find((one) => one !== null) ?? null;
  return { place, variant, cut, isDenied: cut !== null && isOneWord(cut) };
}

/** A report that was cut off is longer. */
function isOneWord(cut: string): boolean {
  return !/\s/u.test(cut);
}

/** The part of a sentence that a place covers, counted from the sentence's beginning. */
function within({ start, end }: Span, sentence: Span): Span {
  return {
    start: Math.max(0, start - sentence.start),
    end: Math.min(end, sentence.end) - sentence.start,
  };
}

/** What an ellipsis leaves out must deny or report nothing. */
function omittedDenial(place: QuotePlace, { start, end }: Span, lexicon: Lexicon): string | null {
  if (place.side !== 'sorani') return null;
  const text = place.passage.text.slice(start - place.passage.start, end - place.passage.start);
  return holdsAssertion(text, lexicon) ? text.trim() : null;
}

/** Sentences that follow one another in a document but not in a passage. */
function acrossPassages(
  snapshot: ProofSnapshot,
  quote: string,
  { side, document }: { side: QuotePlace['side']; document: DocumentId | undefined },
): QuotePlace | null {
  const parts = splitSentences(quote).map(({ start, end }) => quote.slice(start, end));
  if (parts.length < 2) return null;
  const [first, ...others] = parts.map((part) => locate(snapshot, part, { side, document })[0]);
  if (first === undefined) return null;
  let before = first;
  for (const place of others) {
    if (place === undefined || !follows(before, place, snapshot)) return null;
    before = place;
  }
  return { ...first, end: before.end, text: '' };
}

/** Whether nothing but white space and punctuation stands between two places. */
function follows(before: QuotePlace, place: QuotePlace, { documents }: ProofSnapshot): boolean {
  const source = documents.get(place.passage.document)?.source ?? '';
  const isSame = before.passage.document === place.passage.document && place.side === 'sorani';
  return (
    isSame &&
    place.start >= before.end &&
    /^[^\p{L}\p{N}]*$/u.test(source.slice(before.end, place.start))
  );
}

/** Sentences that a text in other letters is laid beside. */
const CANDIDATES = 3;

/** Sorani in Latin letters: the run of a sentence's words that sounds so, word for word. */
function inLatin(snapshot: ProofSnapshot, quote: string, document?: DocumentId): QuotePlace[] {
  const isSame = sameWords('ckb-Latn');
  const said = placedWords(quote).map(({ text }) => text);
  return nearSentences(snapshot, quote, 'sorani', document)
    .slice(0, CANDIDATES)
    .flatMap((near) => {
      const words = placedWords(near.sentence.text);
      const aligned = alignWords(
        said,
        words.map(({ text }) => text),
        isSame,
      );
      if (aligned.difference.length > 0) return [];
      return [placeOf(near, words[aligned.first]?.start ?? 0, words[aligned.end - 1]?.end ?? 0)];
    });
}

function placeOf(
  { passage, sentence, side }: NearSentence,
  start: number,
  end: number,
): QuotePlace {
  return {
    passage,
    side,
    sentences: [sentence],
    start: sentence.start + start,
    end: sentence.start + end,
    text: sentence.text.slice(start, end),
    variant: true,
    omitted: [],
  };
}

/** Sorani typed without the letters of Kurdish, as the documents' words are read from it. */
function ofOtherKeyboard(
  snapshot: ProofSnapshot,
  quote: string,
  document?: DocumentId,
): QuotePlace[] {
  const { words } = readQuery(quote, dictionaryOf(snapshot));
  return locate(snapshot, words, { document }).filter(({ text }) => isOtherKeyboard(quote, text));
}
