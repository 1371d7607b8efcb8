import type { Passage } from '../corpus/document.ts';
import { canonicalNumber } from '../language/digits.ts';
import { shapeOf } from '../language/spelling.ts';
import { tokenise } from '../language/tokens.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import type { WordIndex } from '../retrieval/word-index.ts';
import { DATE_WITH_POINTS, foldQuote } from './quote-fold.ts';

/** Rare words of a quote whose passages are looked at. One would do, but that the document may write it together with its neighbour. */
const ANCHORS = 4;
/** The shortest part that a compound is taken apart into, in letters. */
const LEAST_PART = 2;

/**
 * The passages that may hold a quote, in order: those with one of its four rarest words, in any spelling that folds alike, written
 * together with a neighbour or apart. A place that writes all four in yet other ways is missed.
 */
export function candidatePassages(
  { passages, words }: Pick<Snapshot, 'passages' | 'words'>,
  quote: string,
  side: TextSide,
): Passage[] {
  const index = words[side];
  const anchors = anchorsOf(quote, index).toSorted(
    (left, right) => frequencyOf(left, index) - frequencyOf(right, index),
  );
  const numbers = new Set<number>();
  for (const anchor of anchors.slice(0, ANCHORS)) {
    for (const word of anchor) {
      for (const sentence of index.sentencesOf(word)) {
        numbers.add(index.data.passageOf[sentence] ?? 0);
      }
    }
  }
  return Array.from(numbers)
    .toSorted((left, right) => left - right)
    .flatMap((number) => passages[number] ?? []);
}

/** The words of the documents that a word of a quote may stand as. */
type Anchor = readonly number[];

function frequencyOf(anchor: Anchor, index: WordIndex): number {
  return anchor.reduce((sum, word) => sum + index.frequency(word), 0);
}

function anchorsOf(quote: string, index: WordIndex): Anchor[] {
  const words = [...new Set(wordsOf(quote))];
  const asWritten = words.map((word) => wordsOfFold(word, index));
  const known = asWritten.filter((anchor) => anchor.length > 0);
  if (known.length >= ANCHORS) return known;
  return [...known, ...compounds(quote, index)];
}

function wordsOf(quote: string): string[] {
  return tokenise(quote).flatMap(({ text }) =>
    DATE_WITH_POINTS.test(text) ? text.split('.').map(canonicalNumber) : [text],
  );
}

/** Neighbours written together, and unknown words taken apart: only where too few words are known as they stand. */
function compounds(quote: string, index: WordIndex): Anchor[] {
  const words = wordsOf(quote);
  const joined = words.flatMap((word, place) => {
    const next = words[place + 1];
    return next === undefined ? [] : [wordsOfFold(word + next, index)];
  });
  const unknown = words.filter((word) => wordsOfFold(word, index).length === 0);
  const parted = unknown.flatMap((word) => {
    const halves: Anchor[] = [];
    for (let length = LEAST_PART; length <= word.length - LEAST_PART; length += 1) {
      const before = wordsOfFold(word.slice(0, length), index);
      const behind = wordsOfFold(word.slice(length), index);
      if (before.length > 0 && behind.length > 0) halves.push(before, behind);
    }
    return halves;
  });
  return [...joined, ...parted].filter((anchor) => anchor.length > 0);
}

function wordsOfFold(word: string, { vocabulary }: WordIndex): number[] {
  const fold = foldQuote(word).text;
  const same = vocabulary.numberOf(word);
  const alike = Array.from(vocabulary.ofShape(shapeOf(word))).filter(
    (number) => number !== same && foldQuote(vocabulary.data.words[number] ?? '').text === fold,
  );
  return same === -1 ? alike : [same, ...alike];
}
