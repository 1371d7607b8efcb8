import type { SearchResult } from '../retrieval/search.ts';
import { TEXT_SIDES } from '../retrieval/text-side.ts';
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
  coverage: 1.3,
  context: 1.44,
  untyped: -3.03,
  missingNumerals: -1.94,
  unknown: -2.51,
};
const INTERCEPT = 0.07;

/** Below this the answer is "not in the document". */
export const ANSWER_THRESHOLD = 0.5;

/** What is known of a question's best sentence; null where there is none, or the question has no word of content. */
export function readSignals(
  asked: SearchResult['asked'],
  ranked: readonly Evidence[],
): Signals | null {
  const [best] = ranked;
  const words = contentWords(asked);
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

/** A word that is said as surely as this is known: what is misspelt is no less in the document. */
const SURE_ENOUGH = 0.65;
/** One that is said no more surely than this isn't: "prices" has letters in common with "prime". */
const DOUBTFUL = 0.2;

/** The question's words of content by their place in it, and how surely any document holds them, 0 to 1. */
function contentWords(asked: SearchResult['asked']): Map<string, number> {
  const words = new Map<string, number>();
  for (const { concepts } of TEXT_SIDES.map((side) => asked[side])) {
    for (const { term, words: ways, phrases } of concepts) {
      if (term.stopword) continue;
      const place = `${term.start} ${term.text}`;
      const said = phrases.filter((phrase) => phrase.words.every((forms) => forms.size > 0));
      const surest = Math.max(0, ...ways.values(), ...said.map(({ strength }) => strength));
      const known = Math.min(1, Math.max(0, (surest - DOUBTFUL) / (SURE_ENOUGH - DOUBTFUL)));
      words.set(place, Math.max(words.get(place) ?? 0, known));
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
