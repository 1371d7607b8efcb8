import { describe, expect, it } from 'vitest';

import type { Answer, Citation } from '../../src/answering/answer.ts';
import { formatAnswer } from '../../src/answering/format-answer.ts';

const citation: Citation = {
  marker: 1,
  document: 'd',
  passage: 'p',
  sentence: 's',
  quote: 'دەقێک\u200Cی «دوور»،  وەک خۆی.',
  start: 0,
  end: 26,
  rendition: null,
};

const answer: Answer = {
  question: '؟',
  questionLanguage: 'ckb',
  language: 'ckb',
  status: 'answered',
  confidence: 0.9,
  answer: 'وەڵام [1]',
  citations: [citation],
  composer: 'extractive',
  degraded: null,
};

describe('formatAnswer', () => {
  it('gives the answer, each quote on a line of its own, and a blank line', () => {
    const second = { ...citation, marker: 2, document: 'e', quote: 'دووەم' };
    const text = formatAnswer({ ...answer, citations: [citation, second] }, (id) => `<${id}>`);
    expect(text).toBe(`وەڵام [1]\n[1] <d>:\n${citation.quote}\n[2] <e>:\nدووەم\n\n`);
  });

  it('marks the nearest sentences of a refusal with a dot', () => {
    const near = { ...citation, marker: 0 };
    const refusal: Answer = {
      ...answer,
      status: 'not-in-document',
      answer: 'نییە',
      citations: [near],
    };
    expect(formatAnswer(refusal, () => 'ئاو')).toBe(`نییە\n• ئاو:\n${citation.quote}\n\n`);
  });

  it('of a long quote breaks nothing', () => {
    const quote = 'وشە '.repeat(100).trim();
    const text = formatAnswer({ ...answer, citations: [{ ...citation, quote }] }, () => 'd');
    expect(text.split('\n')).toContain(quote);
  });
});
