import { comparable } from '../language/similarity.ts';
import type { TextSide } from '../retrieval/fields.ts';
import type { Query, QueryTerm } from '../retrieval/query.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { AnalysedSentence, TextWords } from './analysed-corpus.ts';
import { analysedCorpus } from './analysed-corpus.ts';
import type { SimilarityTable, Vocabulary } from './vocabulary.ts';

/** How much a stop word counts beside a content word of the same rarity. */
const STOPWORD_WEIGHT = 0.15;

/** A way to say a term that is less sure than this doesn't tell how rare the term is. */
const LEAST_TELLING = 0.3;

/** A phrase that means the same: a table for each of its words, all of which must be found. */
interface Phrase {
  readonly tables: readonly SimilarityTable[];
  readonly strength: number;
}

interface WeightedTerm {
  /** The term itself and its alternatives of one word. */
  readonly table: SimilarityTable;
  readonly phrases: readonly Phrase[];
  /** What the term tells: its inverse document frequency, times its weight in the question. */
  readonly weight: number;
}

type SideTerms = Readonly<Record<TextSide, readonly WeightedTerm[]>>;

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
  readonly #sides: SideTerms;
  /** What a "how many" question counts; null for other questions. */
  readonly #counted: SideTerms | null;
  /** What an answer must be about: each number and ordinal. */
  readonly #numerals: readonly (SideTerms | null)[];

  constructor(snapshot: Snapshot, query: Query) {
    const { vocabulary } = analysedCorpus(snapshot);
    const prepare = (side: TextSide): WeightedTerm[] =>
      query.terms[side].map((term) => ({
        ...lookUp(vocabulary, term),
        weight: weightOf(snapshot, side, term),
      }));
    this.#sides = { sorani: prepare('sorani'), english: prepare('english') };
    this.#counted = this.#find(query, countedPlaces(query));
    this.#numerals = numeralPlaces(query).map((place) => this.#find(query, new Set([place])));
  }

  #find(query: Query, places: ReadonlySet<number> | null): SideTerms | null {
    if (places === null) return null;
    const at = (side: TextSide): WeightedTerm[] =>
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
        Math.max(0, ...(numeral?.sorani ?? []).map((term) => matchTerm(term, sorani))) +
        Math.max(0, ...(numeral?.english ?? []).map((term) => matchTerm(term, english)));
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

function lookUp(vocabulary: Vocabulary, term: QueryTerm): Pick<WeightedTerm, 'table' | 'phrases'> {
  const table = vocabulary.emptyTable();
  vocabulary.markSimilar(table, comparable(term));
  const phrases: Phrase[] = [];
  for (const { stems, strength } of term.alternatives) {
    const [only, ...more] = stems;
    if (only !== undefined && more.length === 0) vocabulary.markForms(table, only, strength);
    else phrases.push({ tables: stems.map((stem) => formsOf(vocabulary, stem)), strength });
  }
  return { table, phrases };
}

function formsOf(vocabulary: Vocabulary, stem: string): SimilarityTable {
  const table = vocabulary.emptyTable();
  vocabulary.markForms(table, stem, 1);
  return table;
}

/** The inverse document frequency of the most frequent way to say a term, times the term's weight. */
function weightOf(snapshot: Snapshot, side: TextSide, term: QueryTerm): number {
  const index = snapshot.lexical[`${side}-stems`];
  const alternatives = term.alternatives.flatMap(({ stems, strength }) =>
    stems.length === 1 && strength >= LEAST_TELLING ? stems : [],
  );
  const rarity = Math.min(
    ...[term.folded, ...alternatives].map((stem) => index.inverseDocumentFrequency(stem)),
  );
  return term.weight * rarity * (term.stopword ? STOPWORD_WEIGHT : 1);
}

function matchSide(
  terms: readonly WeightedTerm[],
  words: readonly number[],
): Pick<Match, 'coverage' | 'gains'> {
  const most = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (most === 0 || words.length === 0) return { coverage: 0, gains: [] };
  const gains = terms.map((term) => term.weight * matchTerm(term, words));
  return { coverage: gains.reduce((sum, gain) => sum + gain, 0) / most, gains };
}

function matchTerm({ table, phrases }: WeightedTerm, words: readonly number[]): number {
  let best = nearest(table, words);
  for (const { tables, strength } of phrases) {
    if (strength <= best) continue;
    const weakest = Math.min(...tables.map((one) => nearest(one, words)));
    best = Math.max(best, strength * weakest);
  }
  return best;
}

function nearest(table: SimilarityTable, words: readonly number[]): number {
  let best = 0;
  for (const word of words) {
    const alike = table[word] ?? 0;
    if (alike > best) best = alike;
  }
  return best;
}

/** Whether something counted stands within reach of a number. */
function stands(
  counted: readonly WeightedTerm[],
  words: readonly number[],
  numbers: readonly number[],
): boolean {
  return numbers.some((position) => {
    const beside = words.slice(Math.max(0, position - COUNTING_REACH), position);
    beside.push(...words.slice(position + 1, position + 1 + COUNTING_REACH));
    return counted.some(({ table }) => nearest(table, beside) >= SAME_THING);
  });
}
