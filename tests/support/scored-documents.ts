import type { Passage } from '../../src/corpus/document.ts';
import type { Concept } from '../../src/retrieval/concepts.ts';
import { scorePassages } from '../../src/retrieval/passage-scores.ts';
import type { WordIndex } from '../../src/retrieval/word-index.ts';
import { passagesOf } from './passages.ts';
import { queryTerm } from './query-terms.ts';
import { wordIndexOf } from './word-index.ts';

/** Documents of passages of sentences of words. */
export type Documents = readonly (readonly (readonly (readonly string[])[])[])[];

/** What a concept is said by, word by word, not yet numbered; `term` is whether it is grammar and how much it weighs. */
export interface Ways {
  readonly stopword: boolean;
  readonly weight: number;
  readonly words: Readonly<Record<string, number>>;
  readonly phrases: readonly {
    readonly words: readonly Readonly<Record<string, number>>[];
    readonly strength: number;
  }[];
}

/** A concept that counts in full and is said by nothing yet. */
export const ONE: Ways = { stopword: false, weight: 1, words: {}, phrases: [] };

/** Concepts that are said by one word each. */
export function plain(...words: readonly string[]): Ways[] {
  return words.map((word) => ({ ...ONE, words: { [word]: 1 } }));
}

function indexOf(documents: Documents): WordIndex {
  const passages: Passage[] = documents.flatMap((document, number) =>
    passagesOf(
      `d${number}`,
      document.map((sentences) => sentences.map((words) => words.join(' '))),
    ),
  );
  return wordIndexOf(passages, 'sorani');
}

function toConcept(index: WordIndex, { stopword, weight, words, phrases }: Ways): Concept {
  const number = (strengths: Readonly<Record<string, number>>): Map<number, number> =>
    new Map(
      Object.entries(strengths)
        .map(([word, strength]) => [index.vocabulary.numberOf(word), strength] as const)
        .filter(([word]) => word !== -1),
    );
  return {
    term: queryTerm('ئاو', { weight, stopword }),
    words: number(words),
    phrases: phrases.map((phrase) => ({ ...phrase, words: phrase.words.map(number) })),
  };
}

/** What scorePassages makes of documents and a question. */
export function score(
  documents: Documents,
  ways: readonly Ways[],
): { scores: number[]; weights: number[] } {
  const index = indexOf(documents);
  const concepts = ways.map((one) => toConcept(index, one));
  const { scores, weights } = scorePassages(index, concepts);
  return { scores: [...scores], weights: [...weights] };
}
