import { SIGNAL_NAMES } from './signals.ts';
import type { Signals } from './signals.ts';

/**
 * Weights of a logistic regression, fitted by `npm run fit:confidence`: where three in four questions have an answer in the documents, of
 * those with a confidence of 0.8 eight in ten do; see docs/evaluation.md.
 */
const WEIGHTS: Readonly<Record<keyof Signals, number>> = {
  untyped: -1.89,
  untypedAcross: 1.27,
  agreeing: 3.85,
  complete: 0.89,
  unsaid: -0.32,
  missingNumerals: -1.13,
  missingWord: -1.53,
  distinct: 2.3,
  near: 1.36,
  uncounted: -1.1,
  asksPerson: -0.72,
  asksWhether: -0.37,
};
const INTERCEPT = -1.22;

/**
 * Below this the answer is "not in the document": set so that of each set in data/evaluation at most 8 % of the answerable questions are
 * refused; of English ones on the news it is 9 %.
 */
export const ANSWER_THRESHOLD = 0.58;

/** The probability, 0 to 1, that the documents answer the question; 0 where nothing is known. */
export function confidenceOf(signals: Signals | null): number {
  if (signals === null) return 0;
  const sum = SIGNAL_NAMES.reduce(
    (total, name) => total + WEIGHTS[name] * signals[name],
    INTERCEPT,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** More digits would claim more than is known. */
const STEPS = 1000;
/** One step below the threshold. */
const JUST_BELOW = ANSWER_THRESHOLD - 1 / STEPS;

/**
 * A confidence as a reader is told it: rounded to three digits, and at or above the threshold exactly where there is an answer. Where
 * rounding, a model or what couldn't be proven would tell otherwise, the nearest that agrees.
 */
export function toldConfidence(confidence: number, isAnswered: boolean): number {
  const rounded = Math.round(confidence * STEPS) / STEPS;
  return isAnswered ? Math.max(rounded, ANSWER_THRESHOLD) : Math.min(rounded, JUST_BELOW);
}
