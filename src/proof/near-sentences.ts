import type { DocumentId, Passage, Sentence } from '../corpus/document.ts';
import { tokenise } from '../language/tokens.ts';
import { toConcept } from '../retrieval/concepts.ts';
import type { Concept } from '../retrieval/concepts.ts';
import { matchConcept } from '../retrieval/match-concept.ts';
import { scorePassages } from '../retrieval/passage-scores.ts';
import { readQuery } from '../retrieval/query.ts';
import { dictionaryOf } from '../retrieval/snapshot.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { sentenceText } from '../retrieval/text-side.ts';
import type { TextSide } from '../retrieval/text-side.ts';

/** What proving needs of a snapshot. */
export type ProofSnapshot = Pick<Snapshot, 'documents' | 'passages' | 'words' | 'lexicon'>;

/** A sentence that a text may have been taken from. */
export interface NearSentence {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly side: TextSide;
  /** 0 to 1: what share of what the text tells stands in the sentence; a rare word tells more than a common one. */
  readonly coverage: number;
}

/** A word that comes less near than this isn't said: weak likenesses add up in a text of few words. */
const LEAST_SAID = 0.55;
/** Passages whose sentences are compared. */
const PASSAGES = 8;

/** The sentences that hold most of a text on one side, the nearest first; ties in the order of the documents. */
export function nearSentences(
  snapshot: ProofSnapshot,
  text: string,
  side: TextSide,
  document?: DocumentId,
): NearSentence[] {
  const index = snapshot.words[side];
  const query = readQuery(text, { ...dictionaryOf(snapshot), renditions: true });
  const concepts = query.terms[side].map((term) => toConcept(term, index.vocabulary));
  const { scores, weights } = scorePassages(index, concepts);
  const numbers = [...snapshot.passages.keys()].filter(
    (number) =>
      (scores[number] ?? 0) > 0 &&
      (document === undefined || snapshot.passages[number]?.document === document),
  );
  const best = numbers
    .toSorted((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0))
    .slice(0, PASSAGES);
  return best
    .flatMap((number) => {
      const passage = snapshot.passages[number];
      return (passage?.sentences ?? []).flatMap((sentence) =>
        passage === undefined
          ? []
          : [{ passage, sentence, side, coverage: 0, words: wordsOf(sentence, side, snapshot) }],
      );
    })
    .map(({ words, ...near }) => ({ ...near, coverage: coverageOf(concepts, weights, words) }))
    .toSorted((left, right) => right.coverage - left.coverage);
}

function wordsOf(sentence: Sentence, side: TextSide, { words }: ProofSnapshot): number[] {
  const { vocabulary } = words[side];
  return tokenise(sentenceText(sentence, side)).map(({ text }) => vocabulary.numberOf(text));
}

function coverageOf(
  concepts: readonly Concept[],
  weights: readonly number[],
  words: readonly number[],
): number {
  let held = 0;
  let total = 0;
  for (const [place, concept] of concepts.entries()) {
    const weight = weights[place] ?? 0;
    total += weight;
    const strength = matchConcept(concept, words);
    if (strength >= LEAST_SAID) held += weight * strength;
  }
  return total === 0 ? 0 : held / total;
}
