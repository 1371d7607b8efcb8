import type { Outcome } from '../../src/evaluation/outcome.ts';

/** An answerable question put in Sorani, for which nothing was found, but for what a test changes. */
export function outcome(change: Partial<Outcome>): Outcome {
  return {
    id: 'q',
    language: 'ckb',
    type: 'who',
    spelling: 'standard',
    hand: null,
    of: null,
    answerable: true,
    rank: null,
    refused: false,
    evidenceRight: false,
    confidence: 0.5,
    elapsedMs: 1,
    ...change,
  };
}
