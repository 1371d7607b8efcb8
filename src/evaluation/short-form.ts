import { createHash } from 'node:crypto';

import { ENGLISH_STOPWORDS } from '../language/stopwords.ts';

const SHORT_FORM_WORDS = 5;
/** A word with its inner apostrophes and hyphens, or a number with its separators. */
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['\u2019-][\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,]\p{N}+)*/gu;

/**
 * Five content words of an English sentence, as they stand in it and in its order, joined by spaces: what a person would
 * type who is in a hurry. A sentence with fewer gives what it has, at worst the empty text.
 *
 * Content words are all words and numbers but the stop words, each once. Which five is decided by pseudo-chance that
 * anyone can repeat: those whose SHA-256 of `<sentence>\n<word in lower case>`, in hex, comes first.
 */
export function shortForm(sentence: string): string {
  const words = contentWords(sentence);
  const picked = new Set(
    [...words.keys()]
      .map((word) => ({ word, lot: drawLot(sentence, word) }))
      .toSorted((left, right) => (left.lot < right.lot ? -1 : 1))
      .slice(0, SHORT_FORM_WORDS)
      .map(({ word }) => word),
  );
  return Array.from(words)
    .flatMap(([word, written]) => (picked.has(word) ? [written] : []))
    .join(' ');
}

/** The content words in lower case, each with how it is first written, in the order of the sentence. */
function contentWords(sentence: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [written] of sentence.matchAll(WORD)) {
    const word = written.toLowerCase();
    if (!ENGLISH_STOPWORDS.has(word) && !words.has(word)) words.set(word, written);
  }
  return words;
}

function drawLot(sentence: string, word: string): string {
  return createHash('sha256').update(`${sentence}\n${word}`).digest('hex');
}
