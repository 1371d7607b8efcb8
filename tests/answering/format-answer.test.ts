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
  emphasis: [],
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

  it.each([
    ['quote [1]', '[1] ئاو:\nquote\n\n', 'a sentence alone: its document is named'],
    ['short\nquote [1]', 'short\n[1] ئاو:\nquote\n\n', 'behind what answers'],
    ['short\nلە «ئاو»:\nquote [1]', 'short\nلە «ئاو»: [1]\nquote\n\n', 'behind a named document'],
    ['“ئاو”:\nSo. [1]', '“ئاو”:\nSo. [1]\n[1]\nquote\n\n', 'behind its rendition'],
    ['ئاو says:\n“quote”\nGloss: so [1]', 'ئاو says: [1]\nquote\nGloss: so\n\n', 'in a frame'],
  ])('puts a quote in its place: %j is %j, %s', (text, expected) => {
    const cited = { ...citation, rendition: { text: 'So.', start: 0, end: 3 } };
    const inOwnWords = (words: string): string => words.replace('quote', citation.quote);
    const shown = formatAnswer(
      { ...answer, answer: inOwnWords(text), citations: [cited] },
      () => 'ئاو',
    );
    expect(shown).toBe(inOwnWords(expected));
  });

  it("names the document of a model's words, whatever they say", () => {
    const words = { ...answer, composer: 'model', answer: 'لە ئاو. [1]' } as const;
    expect(formatAnswer(words, () => 'ئاو')).toContain('[1] ئاو:\n');
  });

  it('of a long quote breaks nothing', () => {
    const quote = 'وشە '.repeat(100).trim();
    const text = formatAnswer({ ...answer, citations: [{ ...citation, quote }] }, () => 'd');
    expect(text.split('\n')).toContain(quote);
  });
});
