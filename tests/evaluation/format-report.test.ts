import { describe, expect, it } from 'vitest';

import { formatReport } from '../../src/evaluation/format-report.ts';
import { summarise } from '../../src/evaluation/report.ts';
import { outcome } from './outcomes.ts';

const SET = { questions: 'set.jsonl', documents: 'folder', passages: 12 };
const BITEXT = {
  file: 'pairs.tsv',
  pairs: 4,
  forms: {
    sentence: { accuracy1: 0.75, mrr10: 0.875, medianMs: 2.04, ranks: {} },
    fiveWords: { accuracy1: 0.5, mrr10: null, medianMs: 1, ranks: {} },
  },
};

const BASE = [
  outcome({ rank: 1, evidenceRight: true, elapsedMs: 3 }),
  outcome({ type: 'unanswerable', id: 'u', answerable: false, refused: true }),
  outcome({ language: 'en', rank: 2 }),
];
const CHAT = outcome({ id: 'q-chat', of: 'q', spelling: 'chat', rank: 3, elapsedMs: 2 });

/** The cells of the table rows of a text, without header and rule. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

describe('formatReport', () => {
  it('is one table by language and type where there is one spelling', () => {
    const text = formatReport({ set: summarise(BASE, SET), bitext: null });
    expect(text.split('\n')[0]).toBe('set.jsonl over folder (12 passages)');
    expect(rowsOf(text).map((row) => row.join(' '))).toEqual([
      'all ckb 2 1.000 1.000 1.000 1.000 1.000 0.000 3.0',
      'unanswerable ckb 1 – – – – 1.000 – 1.0',
      'who ckb 1 1.000 1.000 1.000 1.000 – 0.000 3.0',
      'all en 1 0.631 0.000 1.000 0.000 – 0.000 1.0',
      'unanswerable en 0 – – – – – – 0.0',
      'who en 1 0.631 0.000 1.000 0.000 – 0.000 1.0',
    ]);
  });

  it('adds a table by spelling, standard first, with the points lost', () => {
    const report = { set: summarise([CHAT, ...BASE], SET), bitext: null };
    const [, second = ''] = formatReport(report).split('By spelling');
    expect(rowsOf(second).map((row) => row.join(' '))).toEqual([
      'standard ckb 2 1.000 1.000 1.000 1.000 1.000 0.000 3.0 0 – –',
      'standard en 1 0.631 0.000 1.000 0.000 – 0.000 1.0 0 – –',
      'chat ckb 1 0.500 0.000 1.000 0.000 – 0.000 2.0 1 50.0 100.0',
    ]);
  });

  it('gives the bitext alone or behind the questions', () => {
    const alone = formatReport({ set: null, bitext: BITEXT });
    expect(alone).toMatch(/^pairs\.tsv: 4 English sentences/u);
    expect(rowsOf(alone)).toEqual([
      ['whole sentence', '0.750', '0.875', '2.0'],
      ['five content words', '0.500', '–', '1.0'],
    ]);
    const both = formatReport({ set: summarise(BASE, SET), bitext: BITEXT });
    expect(both.endsWith(`|\n\n${alone}`)).toBe(true);
  });
});
