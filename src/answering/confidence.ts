import type { QuestionType } from '../language/question-type.ts';
import type { Query } from '../retrieval/query.ts';
import type { Evidence } from './evidence.ts';

/** What speaks for and against the best sentence being the answer. All figures are 0 to 1. */
export interface Signals {
  /** Share of the question's information that the sentence holds. */
  readonly coverage: number;
  /** Share that its passage holds. */
  readonly context: number;
  /** How far the best sentence stands above the best of another passage, as a share of its score. */
  readonly margin: number;
  /** Similarity of the vectors of question and passage. */
  readonly dense: number;
  /** 1 where the sentence holds the kind of thing asked for. */
  readonly typed: number;
  /** 1 where the question asks for a number or a date, which can be missed plainly. */
  readonly counted: number;
}

/** Weights of a logistic regression; see docs/evaluation.md for the command that fits them. */
const WEIGHTS: Readonly<Record<keyof Signals, number>> = {
  coverage: 2,
  context: 2,
  margin: 1,
  dense: 1,
  typed: 2,
  counted: -1,
};
const INTERCEPT = -2;

const SIGNAL_NAMES = ['coverage', 'context', 'margin', 'dense', 'typed', 'counted'] as const;

/** Below this the answer is "not in the document". */
export const ANSWER_THRESHOLD = 0.5;

/** What is known of the best sentence; null where there is none, or the question has no word of content to judge it by. */
export function readSignals(
  query: Query,
  type: QuestionType,
  ranked: readonly Evidence[],
): Signals | null {
  const [best] = ranked;
  const terms = [...query.terms.sorani, ...query.terms.english];
  if (best === undefined || terms.every(({ stopword }) => stopword)) return null;
  const rival = ranked.find(({ hit }) => hit.passage !== best.hit.passage);
  return {
    coverage: best.match.coverage,
    context: best.context.coverage,
    margin: best.score === 0 ? 0 : 1 - (rival?.score ?? 0) / best.score,
    dense: best.hit.parts.dense,
    typed: best.typed ? 1 : 0,
    counted: type === 'how-many' || type === 'when' ? 1 : 0,
  };
}

/** The probability, 0 to 1, that the best sentence proves the answer; 0 where there is none. */
export function confidenceOf(signals: Signals | null): number {
  if (signals === null) return 0;
  const sum = SIGNAL_NAMES.reduce(
    (total, name) => total + WEIGHTS[name] * signals[name],
    INTERCEPT,
  );
  return 1 / (1 + Math.exp(-sum));
}
