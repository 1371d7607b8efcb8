import { leastOverlap, similarity, stemSimilarity } from '../language/similarity.ts';
import type { ComparableTerm } from '../language/similarity.ts';
import { skeletons, soundSimilarity } from '../language/sound-similarity.ts';
import { soundsOfSorani } from '../language/sounds.ts';
import type { Sounds } from '../language/sounds.ts';
import { findString } from '../language/string-table.ts';
import { postingsOf } from './posting-lists.ts';
import { atOnce } from './slices.ts';
import { prefixOf, toComparable, vocabularyData } from './vocabulary-data.ts';
import type { VocabularyData } from './vocabulary-data.ts';

/** How alike words of a vocabulary are to something, above 0, at most 1, by the word's number; the others aren't. */
export type WordStrengths = Map<number, number>;

/** Words compared with a term letter by letter, those with the most trigrams in common first: only great vocabularies have more. */
const MOST_COMPARED = 256;
/** Shorter words sound like too many others. */
const LEAST_SOUNDS = 3;

/** The words of a corpus, with indexes that find the similar ones without comparing them all. Immutable. */
export class Vocabulary {
  readonly data: VocabularyData;
  /** What was derived of words that were compared before. */
  readonly #comparable = new Map<number, ComparableTerm>();
  readonly #sounds = new Map<number, Sounds>();
  /** Shared trigrams by word; all 0 between two look-ups. */
  readonly #shared: Uint8Array;

  constructor(data: VocabularyData) {
    this.data = data;
    this.#shared = new Uint8Array(data.words.length);
  }

  /** @param words normalised, each once, in any order. */
  static build(words: Iterable<string>): Vocabulary {
    return new Vocabulary(atOnce(vocabularyData([...words].toSorted())));
  }

  /** The number of a normalised word; −1 for one that isn't there. */
  numberOf(word: string): number {
    return findString(this.data.words, word);
  }

  /** The words that have a shape, or whose stem has it; see shapeOf. */
  ofShape(shape: string): Uint32Array {
    return postingsOf(this.data.byShape, shape);
  }

  /** The word that sounds most like one; null where none is at least as alike as said. Ties: the first by code unit. */
  soundingMost(name: Sounds, least: number): { word: number; alike: number } | null {
    const found: WordStrengths = new Map();
    this.markSounding(found, name, (alike) => alike, least);
    const [best = null] = Array.from(found, ([word, alike]) => ({ word, alike })).toSorted(
      (left, right) => right.alike - left.alike || left.word - right.word,
    );
    return best;
  }

  /** Raises the strengths of the words that are like a word somebody typed. */
  markSimilar(strengths: WordStrengths, term: ComparableTerm): void {
    const same = this.numberOf(term.text);
    if (same !== -1) strengths.set(same, 1);
    const sharing = this.#sharingTrigrams(term);
    const verb = term.verb === null ? [] : postingsOf(this.data.byVerb, term.verb);
    for (const numbers of [sharing, verb]) {
      for (const number of numbers) {
        raise(strengths, number, similarity(term, this.#word(number)));
      }
    }
  }

  /** Raises the strengths of the words that may be forms of a folded stem, to at most `strength`. */
  markForms(strengths: WordStrengths, stem: string, strength: number): void {
    for (const number of postingsOf(this.data.byPrefix, prefixOf(stem))) {
      raise(strengths, number, strength * stemSimilarity(stem, this.data.stems[number] ?? ''));
    }
  }

  /** Raises the strengths of the words that sound like a name, as `toStrength` makes them of a similarity of sounds that is at least `least`. */
  markSounding(
    strengths: WordStrengths,
    name: Sounds,
    toStrength: (alike: number) => number,
    least: number,
  ): void {
    if (name.length < LEAST_SOUNDS) return;
    for (const skeleton of skeletons(name)) {
      for (const number of postingsOf(this.data.bySkeleton, skeleton)) {
        const sounds = this.#soundsOf(number);
        if (sounds.length < LEAST_SOUNDS) continue;
        const alike = soundSimilarity(name, sounds, least);
        if (alike > 0) raise(strengths, number, toStrength(alike));
      }
    }
  }

  /** The words that share enough trigrams with a term that they may be similar. */
  #sharingTrigrams(term: ComparableTerm): number[] {
    const touched: number[] = [];
    const shared = this.#shared;
    for (const trigram of term.trigrams) {
      for (const number of postingsOf(this.data.byTrigram, trigram)) {
        if (shared[number] === 0) touched.push(number);
        shared[number] = (shared[number] ?? 0) + 1;
      }
    }
    const { length } = term.folded;
    const share = (number: number): number =>
      (shared[number] ?? 0) / (length + this.#stemLength(number));
    const alike = touched.filter(
      (number) => (shared[number] ?? 0) >= leastOverlap(length, this.#stemLength(number)),
    );
    const nearest =
      alike.length > MOST_COMPARED
        ? alike.toSorted((left, right) => share(right) - share(left)).slice(0, MOST_COMPARED)
        : alike;
    for (const number of touched) shared[number] = 0;
    return nearest;
  }

  #stemLength(number: number): number {
    return this.data.stems[number]?.length ?? 0;
  }

  #word(number: number): ComparableTerm {
    const known = this.#comparable.get(number);
    if (known !== undefined) return known;
    const word = toComparable(this.data.words[number] ?? '');
    this.#comparable.set(number, word);
    return word;
  }

  #soundsOf(number: number): Sounds {
    const known = this.#sounds.get(number);
    if (known !== undefined) return known;
    const sounds = soundsOfSorani(this.data.words[number] ?? '');
    this.#sounds.set(number, sounds);
    return sounds;
  }
}

function raise(strengths: WordStrengths, number: number, strength: number): void {
  if (strength > (strengths.get(number) ?? 0)) strengths.set(number, strength);
}
