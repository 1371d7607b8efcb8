import type { Concept } from '../retrieval/concepts.ts';
import { matchConcept } from '../retrieval/match-concept.ts';
import type { Query } from '../retrieval/query.ts';
import type { SearchResult } from '../retrieval/search.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import type { WordStrengths } from '../retrieval/vocabulary.ts';
import type { TextWords } from './analysed-corpus.ts';
import { joinSides } from './question-words.ts';
import type { QuestionWord, QuestionWords } from './question-words.ts';

/** A term of the question, as it is looked for in sentences. */
export interface WeightedConcept extends Concept {
  /** What it tells: its rarity, times its weight in the question. */
  readonly weight: number;
}

/** What a question asks for on each side, in the order of its terms. */
export type SideConcepts = Readonly<Record<TextSide, readonly WeightedConcept[]>>;

/** How much of a question's information a text holds, in Sorani and in its rendition. */
export interface Match {
  /** 0 to 1: the weight of what was matched in the Sorani, divided by the weight of all. */
  readonly sorani: number;
  /** The same for the English rendition; 0 without one. */
  readonly english: number;
  /** The better of the two. */
  readonly coverage: number;
  /** How surely each term of the question is said on each side, 0 to 1, in the order of the question; none without a text. */
  readonly strengths: Readonly<Record<TextSide, readonly number[]>>;
  /** How surely each of the matcher's words is held, on the better side for that word, 0 to 1. */
  readonly held: readonly number[];
}

/** What a question asks for on one side, and what tells of it there. */
interface AskedSide {
  readonly terms: readonly WeightedConcept[];
  /** What all of the terms tell. */
  readonly weight: number;
  /** The words of the vocabulary that say something of any term. */
  readonly telling: ReadonlySet<number>;
}

/** Matches one question with many sentences, all of which have been analysed before. */
export class Matcher {
  /** The question's terms. */
  readonly asked: SideConcepts;
  /** The words of the question, in its order; then those of earlier questions. */
  readonly words: readonly QuestionWord[];
  readonly #wordOf: QuestionWords['wordOf'];
  readonly #sides: Readonly<Record<TextSide, AskedSide>>;
  /** How surely each word of the Sorani vocabulary says something of the question. */
  readonly #asks: WordStrengths = new Map();
  /** What an answer must be about: each number and ordinal. */
  readonly #numerals: readonly SideConcepts[];

  /** @param asked what the search looked for, concept by concept in the order of the query's terms. */
  constructor(query: Query, asked: SearchResult['asked']) {
    const prepare = (side: TextSide): WeightedConcept[] =>
      asked[side].concepts.map((concept, place) => ({
        ...concept,
        weight: asked[side].weights[place] ?? 0,
      }));
    this.asked = { sorani: prepare('sorani'), english: prepare('english') };
    this.#sides = { sorani: toSide(this.asked.sorani), english: toSide(this.asked.english) };
    const { words, wordOf } = joinSides(query, asked);
    this.words = words;
    this.#wordOf = wordOf;
    for (const { words: ways } of this.asked.sorani) strengthen(this.#asks, ways);
    this.#numerals = numeralPlaces(query).map((place) => this.#find(place));
  }

  #find(place: number): SideConcepts {
    const at = (side: TextSide): WeightedConcept[] =>
      this.asked[side].filter(({ term }) => term.weight === 1 && term.start === place);
    return { sorani: at('sorani'), english: at('english') };
  }

  /** The share of the numbers and ordinals of a question that a text lacks, 0 to 1; 0 where the question has none. */
  missingNumerals({ sorani, english }: TextWords): number {
    if (this.#numerals.length === 0) return 0;
    const lacking = this.#numerals.filter((numeral) => {
      const met =
        Math.max(0, ...numeral.sorani.map((term) => matchConcept(term, sorani))) +
        Math.max(0, ...numeral.english.map((term) => matchConcept(term, english)));
      return met < LEAST_MET;
    });
    return lacking.length / this.#numerals.length;
  }

  match(words: TextWords): Match {
    const sorani = matchSide(this.#sides.sorani, words.sorani);
    const english = matchSide(this.#sides.english, words.english);
    const held = this.words.map(() => 0);
    raise(held, sorani.strengths, this.#wordOf.sorani);
    raise(held, english.strengths, this.#wordOf.english);
    return {
      sorani: sorani.coverage,
      english: english.coverage,
      coverage: Math.max(sorani.coverage, english.coverage),
      strengths: { sorani: sorani.strengths, english: english.strengths },
      held,
    };
  }

  /** How surely a word of the Sorani vocabulary, given by its number, says something of the question, 0 to 1. */
  asks(word: number): number {
    return this.#asks.get(word) ?? 0;
  }
}

/** Raises what is held of each word to the strengths of the terms that stand for it. */
function raise(held: number[], strengths: readonly number[], wordOf: readonly number[]): void {
  for (const [term, strength] of strengths.entries()) {
    const word = wordOf[term] ?? 0;
    held[word] = Math.max(held[word] ?? 0, strength);
  }
}

function strengthen(into: WordStrengths, strengths: WordStrengths): void {
  for (const [word, strength] of strengths) {
    if (strength > (into.get(word) ?? 0)) into.set(word, strength);
  }
}

/** From here on a number or ordinal is taken to be in a text. */
const LEAST_MET = 0.3;

/** Where the numbers and ordinals of a question stand; those of earlier questions don't bind. */
function numeralPlaces({ terms }: Query): number[] {
  const numerals = [...terms.sorani, ...terms.english].filter(
    ({ numeral, weight }) => numeral && weight === 1,
  );
  return [...new Set(numerals.map(({ start }) => start))];
}

function toSide(terms: readonly WeightedConcept[]): AskedSide {
  const telling = new Set<number>();
  for (const { words, phrases } of terms) {
    for (const word of words.keys()) telling.add(word);
    for (const phrase of phrases) {
      for (const forms of phrase.words) for (const word of forms.keys()) telling.add(word);
    }
  }
  return { terms, weight: terms.reduce((sum, { weight }) => sum + weight, 0), telling };
}

function matchSide(
  { terms, weight: most, telling }: AskedSide,
  words: readonly number[],
): { readonly coverage: number; readonly strengths: readonly number[] } {
  if (most === 0 || words.length === 0) return { coverage: 0, strengths: [] };
  // A few words of a text tell something; every term is looked for among those alone.
  const told = words.filter((word) => telling.has(word));
  const strengths = terms.map((term) => matchConcept(term, told));
  const matched = terms.reduce((sum, { weight }, place) => {
    return sum + weight * (strengths[place] ?? 0);
  }, 0);
  return { coverage: matched / most, strengths };
}
