import { describe, expect, it } from 'vitest';

import { scoreVerdicts } from '../../src/evaluation/verdict-scores.ts';
import type { CheckedQuote, Verdict } from '../../src/evaluation/verdict-scores.ts';

/** Some texts with one label that were all found to be the same. */
function quotes(count: number, verdict: Verdict, found: Verdict): CheckedQuote[] {
  return Array.from({ length: count }, () => ({ verdict, found }));
}

describe('scoreVerdicts', () => {
  const scores = scoreVerdicts([
    ...quotes(6, 'exact', 'exact'),
    ...quotes(2, 'exact', 'altered'),
    ...quotes(3, 'altered', 'altered'),
    ...quotes(1, 'altered', 'not-in-document'),
  ]);

  it('counts what the texts with a label were found to be', () => {
    expect(scores.exact.found).toEqual({ exact: 6, altered: 2, 'not-in-document': 0 });
    expect(scores.altered.found).toEqual({ exact: 0, altered: 3, 'not-in-document': 1 });
  });

  it('divides the right ones by those found, by those labelled, and by the mean of both', () => {
    expect(scores.exact).toMatchObject({ precision: 1, recall: 6 / 8, f1: 12 / 14 });
    expect(scores.altered).toMatchObject({ precision: 3 / 5, recall: 3 / 4, f1: 6 / 9 });
  });

  it('gives 0 to a verdict that is never right, and no recall where no text has the label', () => {
    expect(scores['not-in-document']).toMatchObject({ precision: 0, recall: null, f1: 0 });
    expect(scoreVerdicts(quotes(2, 'exact', 'altered')).exact).toMatchObject({
      precision: null,
      recall: 0,
      f1: 0,
    });
  });

  it('has nothing to say of no texts', () => {
    expect(scoreVerdicts([]).exact).toMatchObject({ precision: null, recall: null, f1: null });
  });
});
