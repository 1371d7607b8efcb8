import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cutForModel, inBatches } from '../../src/openai/embedding-batches.ts';
import { estimateTokens } from '../../src/openai/usage.ts';
import { anyText, FIXED } from '../support/any-text.ts';

describe('the batches of texts', () => {
  it('hold every text once, in order, and no more than a request may', () => {
    const text = fc.oneof(
      anyText,
      fc.integer({ min: 1, max: 8000 }).map((length) => 'ا'.repeat(length)),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 250, size: 'max' }), (texts) => {
        const batches = inBatches(texts);
        expect(batches.flat()).toEqual(texts);
        for (const batch of batches) {
          const tokens = batch.reduce((sum, one) => sum + estimateTokens(one, 'embedding'), 0);
          expect(batch.length).toBeLessThanOrEqual(96);
          expect(tokens <= 6000 || batch.length === 1).toBe(true);
        }
      }),
      { ...FIXED, numRuns: 100 },
    );
  });

  it('are cut at 8,000 units, and never within a letter', () => {
    for (const before of [7998, 7999, 8000]) {
      const cut = cutForModel(`${'ا'.repeat(before)}💧💧`);
      expect(cut.length).toBeLessThanOrEqual(8000);
      expect(cut).not.toMatch(/\p{Surrogate}/u);
    }
  });
});
