import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mendBrackets } from '../../../../src/corpus/extraction/pdf/brackets.ts';

const MENDED: readonly (readonly [given: string, mended: string])[] = [
  ['جۆری )HDPE)ن و', 'جۆری (HDPE)ن و'],
  ['وتی: »داوا دەکەین.« هەروەها', 'وتی: «داوا دەکەین.» هەروەها'],
  ['کراوە )بڕیاری ژمارە ١١٨( و لە', 'کراوە (بڕیاری ژمارە ١١٨) و لە'],
  ['(یەک) و (دوو)', '(یەک) و (دوو)'],
  ['١) یەکەم', '١) یەکەم'],
  ['وتی ”ئەمە ڕاستە“ و', 'وتی “ئەمە ڕاستە” و'],
  ['دەقی ]سێیەم[.', 'دەقی [سێیەم].'],
];

describe('mendBrackets', () => {
  it.each(MENDED)('%s', (given, mended) => {
    expect(mendBrackets(given)).toBe(mended);
  });

  it('changes nothing but brackets, and nothing twice', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('()«»[] ئاa.،')), maxLength: 30 });
    fc.assert(
      fc.property(text, (given) => {
        const mended = mendBrackets(given);
        expect(mendBrackets(mended)).toBe(mended);
        expect(mended.replaceAll(/[()[\]«»]/gu, '|')).toBe(given.replaceAll(/[()[\]«»]/gu, '|'));
      }),
    );
  });
});
