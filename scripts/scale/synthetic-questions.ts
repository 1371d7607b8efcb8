import type { Passage } from '../../src/corpus/document.ts';
import { draw, drawNumber, shuffle } from './random.ts';
import type { Random } from './random.ts';
import { addEnding } from './synthetic-words.ts';

/** A question made of words of a passage. */
export interface SyntheticQuestion {
  readonly words: readonly string[];
  readonly source: Passage;
}

const WORDS = 7;
/** Shorter words are hardly misspelt, and are mostly grammar. */
const LEAST_LETTERS = 4;

/** Questions of seven different words of a passage each. */
export function makeQuestions(
  count: number,
  passages: readonly Passage[],
  random: Random,
): SyntheticQuestion[] {
  return Array.from({ length: count }, () => {
    const source = draw(random, passages);
    const words = new Set(source.text.match(/\p{L}+/gu));
    return { words: shuffle(random, [...words]).slice(0, WORDS), source };
  });
}

/** The same question with one word misspelt and another one in another form. */
export function distort({ words, source }: SyntheticQuestion, random: Random): SyntheticQuestion {
  const long = words.flatMap((word, place) => (word.length < LEAST_LETTERS ? [] : [place]));
  const [misspelt, inflected] = shuffle(random, long);
  return {
    source,
    words: words.map((word, place) => {
      if (place === misspelt) return misspell(word, random);
      return place === inflected ? addEnding(word, random) : word;
    }),
  };
}

/** Leaves a letter out, or types two in the wrong order; never the first. */
function misspell(word: string, random: Random): string {
  const place = 1 + drawNumber(random, word.length - 2);
  const [letter = '', next = ''] = word.slice(place, place + 2);
  const typed = random() < 0.5 ? next : next + letter;
  return word.slice(0, place) + typed + word.slice(place + 2);
}
