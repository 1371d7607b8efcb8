import type { Query } from '../retrieval/query.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { Evidence } from './evidence.ts';

/** What speaks for and against the documents answering a question. All figures are 0 to 1. */
export interface Signals {
  /** Share of the question's information that the best sentence holds. */
  readonly coverage: number;
  /** Share that its passage holds. */
  readonly context: number;
  /** 1 where the sentence lacks the kind of thing asked for, such as the number of what is counted. */
  readonly untyped: number;
  /** Share of the question's numbers and ordinals that the passage lacks. */
  readonly missingNumerals: number;
  /** Share of the question's words that no document says; one said in another way counts in part. */
  readonly unknown: number;
}

export const SIGNAL_NAMES = [
  'coverage',
  'context',
  'untyped',
  'missingNumerals',
  'unknown',
] as const;

/** Weights of a logistic regression, fitted by `npm run fit:confidence`; see docs/evaluation.md. */
const WEIGHTS: Readonly<Record<keyof Signals, number>> = {
  coverage: 0.57,
  context: 1.16,
  untyped: -2.9,
  missingNumerals: -2.07,
  unknown: -2.86,
};
const INTERCEPT = 1.16;

/**
 * Below this the answer is "not in the document". Above one half, because most questions of the sets are answerable, and
 * a wrong answer costs a reader more than a wrong refusal that shows the nearest sentences.
 */
export const ANSWER_THRESHOLD = 0.58;

/** What is known of a question's best sentence; null where there is none, or the question has no word of content. */
export function readSignals(
  snapshot: Snapshot,
  query: Query,
  ranked: readonly Evidence[],
): Signals | null {
  const [best] = ranked;
  const words = contentWords(snapshot, query);
  if (best === undefined || words.size === 0) return null;
  const known = [...words.values()].reduce((sum, surety) => sum + surety, 0);
  return {
    coverage: best.match.coverage,
    context: best.context.coverage,
    untyped: best.typed ? 0 : 1,
    missingNumerals: best.missingNumerals,
    unknown: 1 - known / words.size,
  };
}

/** The question's words of content by their place in it, and how surely any document holds them, 0 to 1. */
function contentWords(snapshot: Snapshot, { terms }: Query): Map<string, number> {
  const words = new Map<string, number>();
  for (const side of ['sorani', 'english'] as const) {
    const index = snapshot.lexical[`${side}-stems`];
    for (const { start, text, folded, stopword, alternatives } of terms[side]) {
      if (stopword) continue;
      const place = `${start} ${text}`;
      const ways = [{ stems: [folded], strength: 1 }, ...alternatives].filter(({ stems }) =>
        stems.every((stem) => index.documentFrequency(stem) > 0),
      );
      const surest = Math.max(0, ...ways.map(({ strength }) => strength));
      words.set(place, Math.max(words.get(place) ?? 0, surest));
    }
  }
  return words;
}

/** The probability, 0 to 1, that the documents answer the question; 0 where nothing is known. */
export function confidenceOf(signals: Signals | null): number {
  if (signals === null) return 0;
  const sum = SIGNAL_NAMES.reduce(
    (total, name) => total + WEIGHTS[name] * signals[name],
    INTERCEPT,
  );
  return 1 / (1 + Math.exp(-sum));
}
