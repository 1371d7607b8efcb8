import type { Concept } from '../retrieval/concepts.ts';
import type { Query, QueryTerm } from '../retrieval/query.ts';
import type { SearchResult } from '../retrieval/search.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import type { WordStrengths } from '../retrieval/vocabulary.ts';
import type { AnalysedSentence, TextWords } from './analysed-corpus.ts';

interface WeightedConcept extends Pick<Concept, 'words' | 'phrases'> {
  /** What it tells: its rarity, times its weight in the question. */
  readonly weight: number;
}

type SideConcepts = Readonly<Record<TextSide, readonly WeightedConcept[]>>;

/** How much of a question's information a text holds, in Sorani and in its rendition. */
export interface Match {
  /** 0 to 1: the weight of what was matched in the Sorani, divided by the weight of all. */
  readonly sorani: number;
  /** The same for the English rendition; 0 without one. */
  readonly english: number;
  /** The better of the two. */
  readonly coverage: number;
  /** For each term of the better side: matched weight, in the order of the question. */
  readonly gains: readonly number[];
}

/** Matches one question with many sentences, all of which have been analysed before. */
export class Matcher {
  readonly #sides: SideConcepts;
  /** What a "how many" question counts; null for other questions. */
  readonly #counted: SideConcepts | null;
  /** What an answer must be about: each number and ordinal. */
  readonly #numerals: readonly (SideConcepts | null)[];

  /** @param asked what the search looked for, concept by concept in the order of the query's terms. */
  constructor(query: Query, asked: SearchResult['asked']) {
    const prepare = (side: TextSide): WeightedConcept[] =>
      asked[side].concepts.map(({ words, phrases }, place) => ({
        words,
        phrases,
        weight: asked[side].weights[place] ?? 0,
      }));
    this.#sides = { sorani: prepare('sorani'), english: prepare('english') };
    this.#counted = this.#find(query, countedPlaces(query));
    this.#numerals = numeralPlaces(query).map((place) => this.#find(query, new Set([place])));
  }

  #find(query: Query, places: ReadonlySet<number> | null): SideConcepts | null {
    if (places === null) return null;
    const at = (side: TextSide): WeightedConcept[] =>
      this.#sides[side].filter((_, position) => {
        const term = query.terms[side][position];
        return term !== undefined && term.weight === 1 && places.has(term.start);
      });
    return { sorani: at('sorani'), english: at('english') };
  }

  /** The share of the numbers and ordinals of a question that a text lacks, 0 to 1; 0 where the question has none. */
  missingNumerals({ sorani, english }: TextWords): number {
    if (this.#numerals.length === 0) return 0;
    const lacking = this.#numerals.filter((numeral) => {
      const met =
        Math.max(0, ...(numeral?.sorani ?? []).map((term) => matchConcept(term, sorani))) +
        Math.max(0, ...(numeral?.english ?? []).map((term) => matchConcept(term, english)));
      return met < LEAST_MET;
    });
    return lacking.length / this.#numerals.length;
  }

  /** Whether a sentence gives the number of what a "how many" question counts; null for other questions. */
  counts({ sorani, english, counting, normalised }: AnalysedSentence): boolean | null {
    const counted = this.#counted;
    if (counted === null) return null;
    if (counted.sorani.length === 0 && counted.english.length === 0)
      return /[0-9]/u.test(normalised);
    return (
      stands(counted.sorani, sorani, counting.sorani) ||
      stands(counted.english, english, counting.english)
    );
  }

  match(words: TextWords): Match {
    const sorani = matchSide(this.#sides.sorani, words.sorani);
    const english = matchSide(this.#sides.english, words.english);
    const better = english.coverage > sorani.coverage ? english : sorani;
    return { sorani: sorani.coverage, english: english.coverage, ...better };
  }
}

/** Words between the one that asks for a number and what is counted, at most. */
const NOUN_REACH = 4;
/** Words between a number and what it counts, at most. */
const COUNTING_REACH = 2;
/** From here on a word is taken to be what a question asks the number of. */
const SAME_THING = 0.5;
const ASKS_NUMBER = /^چەند/u;
/** Behind "how". */
const HOW_MUCH = /^(?:many|much|long|old|far|often)$/u;
/** From here on a number or ordinal is taken to be in a text. */
const LEAST_MET = 0.3;

/** Whether the term at a position asks for a number. */
function asks({ text }: QueryTerm, position: number, side: readonly QueryTerm[]): boolean {
  return ASKS_NUMBER.test(text) || (side[position - 1]?.text === 'how' && HOW_MUCH.test(text));
}

/**
 * Where in a question the terms stand that are counted: the next word of content behind the one that asks for a number, and the
 * one before it (گەڕی چەندەم). Null where nothing asks for a number.
 */
function countedPlaces({ terms }: Query): Set<number> | null {
  const asked = [terms.sorani, terms.english].find((side) => side.some(asks));
  if (asked === undefined) return null;
  const asking = asked.findIndex(asks);
  const behind = asked.slice(asking + 1, asking + 1 + NOUN_REACH).find((term) => !term.stopword);
  const before = asked[asking - 1];
  return new Set(
    [behind, before].flatMap((term) => (term === undefined || term.stopword ? [] : [term.start])),
  );
}

/** Where the numbers and ordinals of a question stand; those of earlier questions don't bind. */
function numeralPlaces({ terms }: Query): number[] {
  const numerals = [...terms.sorani, ...terms.english].filter(
    ({ numeral, weight }) => numeral && weight === 1,
  );
  return [...new Set(numerals.map(({ start }) => start))];
}

function matchSide(
  terms: readonly WeightedConcept[],
  words: readonly number[],
): Pick<Match, 'coverage' | 'gains'> {
  const most = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (most === 0 || words.length === 0) return { coverage: 0, gains: [] };
  const gains = terms.map((term) => term.weight * matchConcept(term, words));
  return { coverage: gains.reduce((sum, gain) => sum + gain, 0) / most, gains };
}

function matchConcept({ words: ways, phrases }: WeightedConcept, words: readonly number[]): number {
  let best = nearest(ways, words);
  for (const phrase of phrases) {
    if (phrase.strength <= best) continue;
    const weakest = Math.min(...phrase.words.map((one) => nearest(one, words)));
    best = Math.max(best, phrase.strength * weakest);
  }
  return best;
}

function nearest(ways: WordStrengths, words: readonly number[]): number {
  let best = 0;
  for (const word of words) {
    const alike = ways.get(word) ?? 0;
    if (alike > best) best = alike;
  }
  return best;
}

/** Whether something counted stands within reach of a number. */
function stands(
  counted: readonly WeightedConcept[],
  words: readonly number[],
  numbers: readonly number[],
): boolean {
  return numbers.some((position) => {
    const beside = words.slice(Math.max(0, position - COUNTING_REACH), position);
    beside.push(...words.slice(position + 1, position + 1 + COUNTING_REACH));
    return counted.some(({ words: ways }) => nearest(ways, beside) >= SAME_THING);
  });
}
