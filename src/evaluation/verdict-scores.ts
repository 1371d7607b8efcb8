import type { QuoteCheck } from '../proof/quote-check.ts';

export type Verdict = QuoteCheck['verdict'];

/** What checking a quote may come to, in the order of reports. */
export const VERDICTS = [
  'exact',
  'altered',
  'not-in-document',
] as const satisfies readonly Verdict[];

/** One text that was checked: the verdict that a person gave it, and the one that was found. */
export interface CheckedQuote {
  readonly verdict: Verdict;
  readonly found: Verdict;
}

/** How well one verdict is told; shares from 0 to 1, null where there is no text to judge. */
export interface VerdictScores {
  /** How many of the texts with this label were found to be each. */
  readonly found: Readonly<Record<Verdict, number>>;
  readonly precision: number | null;
  readonly recall: number | null;
  /** The harmonic mean of precision and recall; 0 where nothing is told right. */
  readonly f1: number | null;
}

/** Scores each verdict over all texts that were checked. */
export function scoreVerdicts(
  checked: readonly CheckedQuote[],
): Readonly<Record<Verdict, VerdictScores>> {
  const score = (verdict: Verdict): VerdictScores => {
    const labelled = checked.filter((quote) => quote.verdict === verdict);
    const found = {
      exact: countFound(labelled, 'exact'),
      altered: countFound(labelled, 'altered'),
      'not-in-document': countFound(labelled, 'not-in-document'),
    };
    const right = found[verdict];
    const taken = countFound(checked, verdict);
    return {
      found,
      precision: share(right, taken),
      recall: share(right, labelled.length),
      f1: share(2 * right, taken + labelled.length),
    };
  };
  return {
    exact: score('exact'),
    altered: score('altered'),
    'not-in-document': score('not-in-document'),
  };
}

function countFound(checked: readonly CheckedQuote[], verdict: Verdict): number {
  return checked.filter(({ found }) => found === verdict).length;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
