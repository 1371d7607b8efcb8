import { describe, expect, it } from 'vitest';

import { summarise } from '../../src/evaluation/report.ts';
import { outcome } from './outcomes.ts';

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

  it('counts a question in another spelling beside its base question only by spelling', () => {
    const variant = outcome({ id: 'q-chat', of: 'q', spelling: 'chat', rank: 10 });
    const report = summarise([outcome({ rank: 1 }), variant], SET);
    expect(report.languages.ckb).toMatchObject({ answerable: 1, ndcg10: 1 });
    expect(report.types['who']?.ckb).toMatchObject({ answerable: 1 });
    expect(report.spellings['chat']?.languages.ckb).toMatchObject({ answerable: 1, ndcg10: 0.289 });
    expect(report.outcomes).toHaveLength(2);
    const alone = summarise([variant], SET);
    expect(alone.languages.ckb).toMatchObject({ answerable: 1, ndcg10: 0.289 });
  });
});
