import type { LexiconFiles } from '../../src/retrieval/build-snapshot.ts';
import { draw, shuffle } from './random.ts';
import type { Random } from './random.ts';

/** Grammar, without which no text is like a text. */
const FUNCTION_WORDS = ['لە', 'بە', 'بۆ', 'کە', 'و', 'ئەم', 'ئەو', 'لەگەڵ', 'بەڵام', 'دوای'];
/** What stands behind a noun, or a verb. */
const ENDINGS = ['ی', 'ەکە', 'ەکەی', 'ەکان', 'ەکانی', 'ێک', 'ێکی', 'ان', 'یان', 'دا', 'ەوە', 'ین'];
/** Share of the words that bear an ending. */
const INFLECTED = 0.25;

/**
 * How usual the word of rank r is: in proportion to (r + FLATNESS) ^ −STEEPNESS (Zipf–Mandelbrot). With endings this gives about
 * 60,000 different words in 10,000 passages of 78, and ever new ones after that, as real text does.
 */
const STEEPNESS = 1.5;
const FLATNESS = 45;
/** Ranks beyond are this one: no word comes from further out in a corpus of millions. */
const LAST_RANK = 100_000_000;

/** Words of Sorani look, an endless supply, the first ones usual and the later ones rarer and rarer. */
export class SyntheticWords {
  readonly #random: Random;
  readonly #words: readonly string[];

  /** @param words the usual ones; rarer ones are put together of their beginnings and ends. */
  constructor(words: readonly string[], random: Random) {
    this.#random = random;
    this.#words = shuffle(random, words);
  }

  drawFunctionWord(): string {
    return draw(this.#random, FUNCTION_WORDS);
  }

  /** A content word in its base form. */
  drawWord(): string {
    const tail = (1 - this.#random()) ** (-1 / (STEEPNESS - 1)) - 1;
    return this.#ofRank(Math.min(LAST_RANK, Math.floor(FLATNESS * tail)));
  }

  /** A word as it stands in a text: with an ending, or more often without. */
  inflect(word: string): string {
    return this.#random() < INFLECTED ? addEnding(word, this.#random) : word;
  }

  #ofRank(rank: number): string {
    const { length } = this.#words;
    if (rank < length) return this.#words[rank] ?? '';
    const beginning = this.#words[(rank * 40_503) % length] ?? '';
    const end = this.#words[(rank * 9973 + Math.floor(rank / length)) % length] ?? '';
    return (
      beginning.slice(0, Math.ceil(beginning.length / 2)) + end.slice(Math.floor(end.length / 2))
    );
  }
}

/** A word with a Sorani ending; of two ە that meet, one is written. */
export function addEnding(word: string, random: Random): string {
  return (word + draw(random, ENDINGS)).replace('ەە', 'ە');
}

/** The Sorani words of the lexicon's entries, each once, in the order in which they come. */
export function soraniWords({ files }: LexiconFiles): string[] {
  const entries = files.filter(({ name }) => name.startsWith('entries/'));
  const columns = entries.flatMap(({ text }) =>
    text
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[2] ?? ''),
  );
  const words = columns.flatMap((column) => column.match(/\p{Script=Arabic}{2,}/gu) ?? []);
  return [...new Set(words)];
}
