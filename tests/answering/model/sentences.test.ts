import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { AnswerLanguage } from '../../../src/answering/answer.ts';
import { createProver } from '../../../src/answering/model/prove-sentence.ts';
import { openStatement } from '../../support/statement.ts';

/** A sentence as a model may write it, and true quotes of the statement. */
interface Written {
  readonly id: string;
  readonly language: AnswerLanguage;
  readonly text: string;
  readonly quotes: readonly string[];
}

const snapshot = await openStatement();
const { passages } = snapshot;

function read(name: string): Written[] {
  const lines = readFileSync(`tests/data/${name}.jsonl`, 'utf8').trimEnd().split('\n');
  return lines.map((line): Written => JSON.parse(line));
}

function isProven({ language, text, quotes }: Written): boolean {
  const prove = createProver({ snapshot, language, passages, told: '' });
  const claimed = quotes.map((quote) => ({
    passage: passages.findIndex((passage) => passage.text.includes(quote)) + 1,
    quote,
  }));
  expect(claimed.every(({ passage }) => passage > 0)).toBe(true);
  return prove({ parts: [text], quotes: claimed }).isProven;
}

const honest = read('honest-sentences').map((one) => ({ ...one, isProven: isProven(one) }));
const invented = read('false-sentences').map((one) => ({ ...one, isProven: isProven(one) }));

describe.each(['ckb', 'en'] as const)('sentences in %s with true quotes', (language) => {
  function rate(sentences: typeof honest): number {
    const all = sentences.filter((one) => one.language === language);
    expect(all.length).toBeGreaterThanOrEqual(40);
    return all.filter((one) => one.isProven).length / all.length;
  }

  it('are proven where they say honestly in other words what stands there', () => {
    expect(rate(honest)).toBeGreaterThanOrEqual(0.88);
  });

  it('are not proven where they say something else, or more', () => {
    expect(rate(invented)).toBeLessThanOrEqual(0.05);
  });
});

describe('honest sentences', () => {
  it('are proven, nine of ten', () => {
    const proven = honest.filter((one) => one.isProven);
    expect(proven.length / honest.length).toBeGreaterThanOrEqual(0.9);
  });
});
