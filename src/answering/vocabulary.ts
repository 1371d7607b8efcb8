import type { Term } from '../language/analysis.ts';
import { comparable, similarity, stemSimilarity } from '../language/similarity.ts';
import type { ComparableTerm } from '../language/similarity.ts';

/** How alike each word of a vocabulary is to one word of a question, 0 to 1, by the word's number. */
export type SimilarityTable = Float32Array;

/** Stems that share fewer beginning letters than this are compared only where they are equal. */
const PREFIX_LETTERS = 4;

/**
 * The words of the sentences that were looked at, each once and numbered, with indexes that find the similar ones without
 * comparing them all. Words are only ever added.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: ComparableTerm[] = [];
  readonly #byGram = new Map<string, number[]>();
  readonly #byPrefix = new Map<string, number[]>();

  /** The number of a word; a new one for a word that wasn't known. */
  add(term: Term): number {
    const known = this.#numbers.get(term.text);
    if (known !== undefined) return known;
    const number = this.#words.length;
    const word = comparable(term);
    this.#numbers.set(term.text, number);
    this.#words.push(word);
    for (const gram of trigrams(word)) push(this.#byGram, gram, number);
    push(this.#byPrefix, prefix(word.folded), number);
    return number;
  }

  /** An empty table over the words known now. */
  emptyTable(): SimilarityTable {
    return new Float32Array(this.#words.length);
  }

  /** Raises the entries of the words that are like a word somebody typed. */
  markSimilar(table: SimilarityTable, term: ComparableTerm): void {
    const same = this.#numbers.get(term.text);
    const candidates = new Set(same === undefined ? [] : [same]);
    for (const gram of trigrams(term)) {
      for (const number of this.#byGram.get(gram) ?? []) candidates.add(number);
    }
    for (const number of candidates) this.#raise(table, number, (word) => similarity(term, word));
  }

  /** Raises the entries of the words that may be forms of a folded stem, each times `strength`. */
  markForms(table: SimilarityTable, stem: string, strength: number): void {
    for (const number of this.#byPrefix.get(prefix(stem)) ?? []) {
      this.#raise(table, number, (word) => strength * stemSimilarity(stem, word.folded));
    }
  }

  #raise(table: SimilarityTable, number: number, measure: (word: ComparableTerm) => number): void {
    const word = this.#words[number];
    if (word === undefined) return;
    table[number] = Math.max(table[number] ?? 0, measure(word));
  }
}

/** Every pair of words that similarity doesn't call different shares one of these. */
function trigrams(word: ComparableTerm): string[] {
  return word.grams.filter((gram) => gram.length === 3);
}

function prefix(stem: string): string {
  return stem.slice(0, PREFIX_LETTERS);
}

function push(map: Map<string, number[]>, key: string, number: number): void {
  const numbers = map.get(key);
  if (numbers === undefined) map.set(key, [number]);
  else numbers.push(number);
}
