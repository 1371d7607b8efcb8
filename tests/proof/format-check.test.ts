import { describe, expect, it } from 'vitest';

import { createMessages } from '../../src/messages.ts';
import { differenceLines } from '../../src/proof/format-check.ts';
import type { QuoteCheck } from '../../src/proof/quote-check.ts';
import type { WordDifference } from '../../src/proof/word-difference.ts';

const WORDS = createMessages('en', [
  [
    'check-differences = DIFFERS',
    'check-replace = { $said } > { $document }',
    'check-insert = + { $said }',
    'check-delete = - { $document }',
  ].join('\n'),
]);

function lines(text: string, quote: string, difference: readonly WordDifference[]): string[] {
  const citation = {
    marker: 0,
    document: 'd',
    passage: 'p',
    sentence: 's',
    quote,
    start: 0,
    end: quote.length,
    rendition: null,
  };
  const check: QuoteCheck = {
    text,
    verdict: 'altered',
    variant: false,
    via: 'source',
    citation,
    difference,
  };
  return differenceLines(check, WORDS).slice(1);
}

const missing = (document: string): WordDifference => ({ op: 'delete', said: '', document });
const replaced = (said: string, document: string): WordDifference => ({
  op: 'replace',
  said,
  document,
});

describe('the lines of what differs', () => {
  it('join words that are missing side by side, with what the document has between them', () => {
    const quote = 'حکومەتی عێراق، لە بەغدا، ڕایگەیاند.';
    expect(
      lines('حکومەتی ڕایگەیاند', quote, [missing('عێراق'), missing('لە'), missing('بەغدا')]),
    ).toEqual(['- عێراق، لە بەغدا']);
  });

  it('never join words between which the document has others: it would quote what it does not say', () => {
    const quote = 'the United States of America and Iraq agreed, which was on Wednesday';
    expect(lines('the agreed', quote, [missing('America'), missing('Iraq')])).toEqual([
      '- America',
      '- Iraq',
    ]);
  });

  it('join words that stand for others side by side', () => {
    const text = 'بە هەرێمی کوردستان';
    const quote = 'بە حکومەتی عێراق';
    const difference = [replaced('هەرێمی', 'حکومەتی'), replaced('کوردستان', 'عێراق')];
    expect(lines(text, quote, difference)).toEqual(['هەرێمی کوردستان > حکومەتی عێراق']);
  });

  it('keep changes of different kinds apart', () => {
    const difference = [replaced('a', 'b'), missing('c')];
    expect(lines('a', 'b c', difference)).toEqual(['a > b', '- c']);
  });
});
