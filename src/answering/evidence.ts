import type { Sentence } from '../corpus/document.ts';
import { holdsAnswerTo } from '../language/answer-evidence.ts';
import type { QuestionType } from '../language/question-type.ts';
import type { Hit } from '../retrieval/search.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { analysedCorpus } from './analysed-corpus.ts';
import type { AnalysedSentence } from './analysed-corpus.ts';
import type { Match, Matcher } from './matcher.ts';

/** A sentence that may prove an answer, and why it stands where it stands. */
export interface Evidence {
  readonly hit: Hit;
  readonly sentence: Sentence;
  readonly analysed: AnalysedSentence;
  /** The order of evidence within one question; no probability. */
  readonly score: number;
  /** How much of the question the sentence holds. */
  readonly match: Match;
  /** How much of it the whole passage holds. */
  readonly context: Match;
  /** The share of the question's numbers and ordinals that the passage lacks. */
  readonly missingNumerals: number;
  /** Whether the sentence holds the kind of thing asked for, such as a number. */
  readonly typed: boolean;
}

/**
 * Weights of what is known of a sentence, fitted as a softmax over the sentences of each question on the statement and
 * news development sets (see docs/evaluation.md).
 */
const WEIGHTS = {
  sorani: 1,
  english: 0.88,
  contextSorani: 0.67,
  contextEnglish: 0.19,
  passage: 0.91,
  typed: 0.38,
  // Set by hand, to decide between sentences that are as good but for the name: the fit gives it nothing more.
  person: 0.1,
  length: -0.3,
} as const;

/** Sentences beyond this are equally long: what a reader gets is cut there. In UTF-16 code units. */
const LONG_SENTENCE = 400;

/** Compares the sentences of the passages found with a question; best first, ties in the order found. */
export function rankEvidence(
  snapshot: Snapshot,
  matcher: Matcher,
  type: QuestionType,
  hits: readonly Hit[],
): Evidence[] {
  const corpus = analysedCorpus(snapshot);
  const evidence = hits.flatMap((hit) => {
    const passage = corpus.passage(hit.passage);
    const context = matcher.match(passage);
    const missingNumerals = matcher.missingNumerals(passage);
    return passage.sentences.flatMap((analysed, number) => {
      const sentence = hit.passage.sentences[number];
      if (sentence === undefined) return [];
      const match = matcher.match(analysed);
      const typed = matcher.counts(analysed) ?? holdsAnswerTo(type, analysed.normalised);
      const found = { hit, sentence, analysed, match, context, missingNumerals, typed };
      const person = type === 'who' && analysed.namesPerson;
      return [{ ...found, score: scoreOf(found) + (person ? WEIGHTS.person : 0) }];
    });
  });
  return evidence.toSorted((left, right) => right.score - left.score);
}

function scoreOf({ hit, sentence, match, context, typed }: Omit<Evidence, 'score'>): number {
  return (
    WEIGHTS.sorani * match.sorani +
    WEIGHTS.english * match.english +
    WEIGHTS.contextSorani * context.sorani +
    WEIGHTS.contextEnglish * context.english +
    WEIGHTS.passage * hit.score +
    WEIGHTS.typed * (typed ? 1 : 0) +
    WEIGHTS.length * Math.min(1, sentence.text.length / LONG_SENTENCE)
  );
}
