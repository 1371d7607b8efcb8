import { UsageError } from '../errors.ts';
import { checkReading, NOWHERE } from './check-reading.ts';
import { readForwarded } from './forwarded.ts';
import type { ProofSnapshot } from './near-sentences.ts';
import type { QuoteCheck, QuoteChecker } from './quote-check.ts';

/** What checking rests on. */
export interface QuoteCheckerParts {
  /** The snapshot to check against, asked anew for each text: a re-index swaps it. */
  readonly snapshot: () => ProofSnapshot;
}

const RANK: Readonly<Record<QuoteCheck['verdict'], number>> = {
  exact: 2,
  altered: 1,
  'not-in-document': 0,
};

/**
 * Says whether the documents say what a text says. A forwarded text is read with and without what people put round a quote; the best
 * verdict counts, and of as good ones the reading that stands there word for word, or has the fewest differences.
 */
export function createQuoteChecker(parts: QuoteCheckerParts): QuoteChecker {
  return {
    check({ text, document }) {
      const snapshot = parts.snapshot();
      if (document !== undefined && !snapshot.documents.has(document)) {
        throw new UsageError(`No document "${document}" is in the index.`);
      }
      let best: Omit<QuoteCheck, 'text'> = NOWHERE;
      for (const reading of readForwarded(text)) {
        const found = checkReading(snapshot, reading, document);
        if (isBetter(found, best)) best = found;
        if (best.verdict === 'exact') break;
      }
      return { text, ...best };
    },
  };
}

function isBetter(found: Omit<QuoteCheck, 'text'>, best: Omit<QuoteCheck, 'text'>): boolean {
  if (found.verdict !== best.verdict) return RANK[found.verdict] > RANK[best.verdict];
  const stands = found.because !== undefined;
  if (stands !== (best.because !== undefined)) return stands;
  return found.difference.length < best.difference.length;
}
