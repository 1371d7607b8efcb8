import { answerSpan } from '../language/answer-types/answer-span.ts';
import type { AnswerSpan, AskedWords, Presence } from '../language/answer-types/answer-span.ts';
import type { AnswerableText } from '../language/answer-types/answerable-text.ts';
import type { ExpectedAnswer } from '../language/answer-types/expected-answer.ts';
import { FIGURES } from '../language/answer-types/expected-kind.ts';
import type { ExpectedKind } from '../language/answer-types/expected-kind.ts';
import { DATES } from '../language/answer-types/span.ts';
import type { Query } from '../retrieval/query.ts';
import type { SearchResult } from '../retrieval/search.ts';
import { TEXT_SIDES } from '../retrieval/text-side.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import type { WordStrengths } from '../retrieval/vocabulary.ts';

/** What of a sentence may answer, in the Sorani and in the rendition, and how surely the better of the two does. */
export interface SentenceAnswer extends Readonly<Record<TextSide, AnswerSpan>> {
  readonly presence: Presence;
  /** 0 to 1: how little speaks against the sentence holding the kind of thing asked for. */
  readonly typed: number;
}

/** A sentence as answers are looked for in it. */
export interface AnswerableSentence extends Readonly<Record<TextSide, readonly number[]>> {
  readonly answerable: Readonly<Record<TextSide, AnswerableText>>;
}

interface AskedSide {
  /** Words of the vocabulary, and how surely they say something of the question. */
  readonly asked: WordStrengths;
  /** The same for each word of the noun that is counted or named. */
  readonly nouns: readonly WordStrengths[];
}

/**
 * What lacks a trace of its answer may yet hold it: which kinds a missing trace tells against. Of names only countries, which are all
 * known; of times the hour too.
 */
export const TELLING: ReadonlySet<ExpectedKind> = new Set<ExpectedKind>([
  'country',
  ...DATES,
  'time',
  ...FIGURES,
]);
/** Of kinds whose absence tells little, and of what only the question's own words or a weak guess tell. */
const DOUBTFUL = 0.7;
/** A person is named, but nothing near says the office or part that the question asks for. */
const OTHER_PERSON = 0.4;

const ORDER: readonly Presence[] = ['absent', 'untold', 'present', 'new'];

/** Looks in sentences for what one question asks. */
export class AnswerFinder {
  readonly expected: ExpectedAnswer;
  readonly #sides: Readonly<Record<TextSide, AskedSide>>;

  /** @param asked what the search looked for, concept by concept in the order of the query's terms. */
  constructor(query: Query, asked: SearchResult['asked'], expected: ExpectedAnswer) {
    this.expected = expected;
    this.#sides = {
      sorani: gather(query, asked, 'sorani', expected),
      english: gather(query, asked, 'english', expected),
    };
  }

  find(sentence: AnswerableSentence): SentenceAnswer {
    const [sorani, english] = TEXT_SIDES.map((side) => this.#findIn(sentence, side));
    if (sorani === undefined || english === undefined) throw new Error('A side is missing.');
    const presence =
      sentence.english.length > 0 &&
      ORDER.indexOf(english.presence) > ORDER.indexOf(sorani.presence)
        ? english.presence
        : sorani.presence;
    return { sorani, english, presence, typed: typedness(this.expected.kind, presence) };
  }

  #findIn(sentence: AnswerableSentence, side: TextSide): AnswerSpan {
    const words = sentence[side];
    const { asked, nouns } = this.#sides[side];
    const strengths: AskedWords = {
      asked: words.map((word) => asked.get(word) ?? 0),
      nouns: nouns.map((noun) => words.map((word) => noun.get(word) ?? 0)),
    };
    return answerSpan(this.expected, sentence.answerable[side], strengths);
  }
}

function typedness(kind: ExpectedKind, presence: Presence): number {
  if (presence === 'absent') return TELLING.has(kind) ? 0 : DOUBTFUL;
  if (presence === 'present') return kind === 'person' ? OTHER_PERSON : DOUBTFUL;
  return 1;
}

function gather(
  query: Query,
  asked: SearchResult['asked'],
  side: TextSide,
  { noun }: ExpectedAnswer,
): AskedSide {
  const all: WordStrengths = new Map();
  const nouns = noun.map((): WordStrengths => new Map());
  for (const [place, { words, phrases }] of asked[side].concepts.entries()) {
    const term = query.terms[side][place];
    if (term === undefined || term.stopword) continue;
    strengthen(all, words, 1);
    for (const phrase of phrases) {
      for (const forms of phrase.words) strengthen(all, forms, PART_OF_PHRASE);
    }
    const own = nouns[term.weight === 1 ? noun.indexOf(term.text) : -1];
    if (own !== undefined) strengthen(own, words, 1);
  }
  return { asked: all, nouns };
}

/** How much a word of a phrase alone says what the phrase says. */
const PART_OF_PHRASE = 0.4;

function strengthen(into: WordStrengths, strengths: WordStrengths, share: number): void {
  for (const [word, strength] of strengths) {
    if (strength * share > (into.get(word) ?? 0)) into.set(word, strength * share);
  }
}
