import { describe, expect, it } from 'vitest';

import { formatReport, summarise } from '../../src/evaluation/report.ts';
import type { Outcome } from '../../src/evaluation/report.ts';

function outcome(change: Partial<Outcome>): Outcome {
  return {
    id: 'q',
    language: 'ckb',
    type: 'who',
    answerable: true,
    rank: null,
    refused: false,
    evidenceRight: false,
    confidence: 0.5,
    elapsedMs: 1,
    ...change,
  };
}

const SET = { questions: 'set.jsonl', documents: 'folder', passages: 12 };
const unanswerable = { type: 'unanswerable', answerable: false };

const REPORT = summarise(
  [
    outcome({ rank: 1, evidenceRight: true, elapsedMs: 5 }),
    outcome({ rank: 3, refused: true, elapsedMs: 1 }),
    outcome({ rank: 6, type: 'when', elapsedMs: 9 }),
    outcome({ ...unanswerable, refused: true, elapsedMs: 2 }),
    outcome({ ...unanswerable, elapsedMs: 3 }),
    outcome({ language: 'en', rank: 2 }),
  ],
  SET,
);

describe('summarise', () => {
  it('gives the figures of the rules, computed by hand, for each language', () => {
    expect(REPORT.languages.ckb).toEqual({
      answerable: 3,
      unanswerable: 2,
      // (1/log2(2) + 1/log2(4) + 1/log2(7)) / 3 = (1 + 0.5 + 0.3562) / 3
      ndcg10: 0.619,
      recall1: 0.333,
      recall5: 0.667,
      evidence: 0.333,
      unanswerableRefused: 0.5,
      answerableRefused: 0.333,
      medianMs: 3,
    });
    expect(REPORT.languages.en).toMatchObject({
      answerable: 1,
      ndcg10: 0.631,
      recall1: 0,
      recall5: 1,
      unanswerableRefused: null,
    });
  });

  it('gives them by type too, in alphabetical order, null where there is nothing to judge', () => {
    expect(Object.keys(REPORT.types)).toEqual(['unanswerable', 'when', 'who']);
    expect(REPORT.types['who']?.ckb).toMatchObject({ answerable: 2, ndcg10: 0.75, recall1: 0.5 });
    expect(REPORT.types['unanswerable']?.ckb).toMatchObject({ ndcg10: null, evidence: null });
    expect(REPORT.types['when']?.en).toMatchObject({ answerable: 0, ndcg10: null, medianMs: 0 });
  });
});

describe('formatReport', () => {
  it('is a table with one row for each language and type', () => {
    const lines = formatReport(REPORT).trimEnd().split('\n');
    expect(lines[0]).toBe('set.jsonl over folder (12 passages)');
    const rows = lines.slice(2).map((line) => line.split('|').map((cell) => cell.trim()));
    expect(rows).toHaveLength(2 + 2 * 4);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[2]).toEqual([
      '',
      'all',
      'ckb',
      '5',
      '0.619',
      '0.333',
      '0.667',
      '0.333',
      '0.500',
      '0.333',
      '3.0',
      '',
    ]);
    expect(rows[3]).toEqual([
      '',
      'unanswerable',
      'ckb',
      '2',
      '–',
      '–',
      '–',
      '–',
      '0.500',
      '–',
      '3.0',
      '',
    ]);
  });
});
