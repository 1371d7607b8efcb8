import { mean, median } from './averages.ts';
import type { Outcome } from './outcome.ts';
import type { EvaluationLanguage } from './questions.ts';
import { discountedGain } from './scores.ts';

/** How well right passages are found; shares from 0 to 1, null where there is no question to judge. */
export interface RetrievalScores {
  readonly ndcg10: number | null;
  readonly recall1: number | null;
  readonly recall5: number | null;
}

/** The scores of a group of questions; shares from 0 to 1, null where the group has none to judge. */
export interface Scores extends RetrievalScores {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly evidence: number | null;
  readonly unanswerableRefused: number | null;
  readonly answerableRefused: number | null;
  readonly medianMs: number;
}

/** One value for each language in which questions are put. */
export type ByLanguage<T> = Readonly<Record<EvaluationLanguage, T>>;

/** Scores the ranks of the first right passage, each from 1; null where none was among the first ten. */
export function scoreRanks(ranks: readonly (number | null)[]): RetrievalScores {
  const within = (most: number): number[] =>
    ranks.map((rank) => (rank !== null && rank <= most ? 1 : 0));
  return {
    ndcg10: mean(ranks.map(discountedGain)),
    recall1: mean(within(1)),
    recall5: mean(within(5)),
  };
}

/** Scores what a group of questions came to. */
export function scoreGroup(outcomes: readonly Outcome[]): Scores {
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  const unanswerable = outcomes.filter((outcome) => !outcome.answerable);
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    ...scoreRanks(answerable.map(({ rank }) => rank)),
    evidence: mean(answerable.map(({ evidenceRight }) => Number(evidenceRight))),
    unanswerableRefused: mean(unanswerable.map(({ refused }) => Number(refused))),
    answerableRefused: mean(answerable.map(({ refused }) => Number(refused))),
    medianMs: median(outcomes.map(({ elapsedMs }) => elapsedMs)),
  };
}

/** Scores the outcomes of each language on their own. */
export function byLanguage<T>(
  outcomes: readonly Outcome[],
  score: (ofLanguage: readonly Outcome[]) => T,
): ByLanguage<T> {
  const of = (language: EvaluationLanguage): T =>
    score(outcomes.filter((outcome) => outcome.language === language));
  return { ckb: of('ckb'), en: of('en') };
}

/** Scores the outcomes by the value of one of their fields, its values in the order of code units; null is left out. */
export function byField<T>(
  outcomes: readonly Outcome[],
  field: (outcome: Outcome) => string | null,
  score: (group: readonly Outcome[]) => T,
): Record<string, T> {
  const names = new Set(outcomes.map(field).filter((name) => name !== null));
  return Object.fromEntries(
    [...names]
      .toSorted()
      .map((name) => [name, score(outcomes.filter((one) => field(one) === name))]),
  );
}
