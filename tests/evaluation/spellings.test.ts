import { describe, expect, it } from 'vitest';

import type { Outcome } from '../../src/evaluation/outcome.ts';
import { summariseSpellings } from '../../src/evaluation/spellings.ts';
import { outcome } from './outcomes.ts';

/** A question of the base set, found first and proved. */
function base(id: string, change: Partial<Outcome> = {}): Outcome {
  return outcome({ id, rank: 1, evidenceRight: true, ...change });
}

function variant(of: string, hand: string, change: Partial<Outcome>): Outcome {
  return outcome({ id: `${of}-${hand}`, of, hand, spelling: 'chat', ...change });
}

describe('summariseSpellings', () => {
  const spellings = summariseSpellings([
    base('a'),
    base('b', { rank: 3, evidenceRight: false }),
    base('never-asked-anew', { rank: null }),
    variant('a', 'h1', { rank: 3, evidenceRight: true }),
    variant('a', 'h2', { rank: null }),
    variant('b', 'h2', { rank: 1, evidenceRight: true }),
  ]);

  it('scores each spelling, and takes off the same base questions only', () => {
    expect(spellings['chat']?.languages.ckb).toMatchObject({
      answerable: 3,
      ndcg10: 0.5,
      compared: 3,
      // Bases (1 + 1 + 0.5) / 3 less (0.5 + 0 + 1) / 3; evidence (1 + 1 + 0) / 3 less (1 + 0 + 1) / 3.
      lost: { ndcg10: 33.3, evidence: 0 },
    });
  });

  it('says it for each hand; a hand may gain', () => {
    const hands = spellings['chat']?.hands ?? {};
    expect(Object.keys(hands)).toEqual(['h1', 'h2']);
    expect(hands['h1']?.ckb).toMatchObject({ compared: 1, lost: { ndcg10: 50, evidence: 0 } });
    expect(hands['h2']?.ckb).toMatchObject({ compared: 2, lost: { ndcg10: 25, evidence: 0 } });
    const gained = summariseSpellings([base('b', { rank: 3 }), variant('b', 'h1', { rank: 1 })]);
    expect(gained['chat']?.hands['h1']?.ckb.lost.ndcg10).toBe(-50);
  });

  it('has nothing to take off in standard spelling, or without the base question', () => {
    expect(spellings['standard']).toMatchObject({
      languages: { ckb: { answerable: 3, compared: 0, lost: { ndcg10: null, evidence: null } } },
      hands: {},
    });
    const alone = summariseSpellings([variant('a', 'h1', { rank: 1 })]);
    expect(alone['chat']?.languages.ckb).toMatchObject({ ndcg10: 1, compared: 0 });
  });

  it('compares within one language, and what can be answered', () => {
    const english = summariseSpellings([
      base('a'),
      variant('a', 'h1', { language: 'en', rank: 1 }),
      base('u', { answerable: false, rank: null }),
      variant('u', 'h1', { answerable: false, refused: true }),
    ]);
    expect(english['chat']?.languages.en).toMatchObject({ answerable: 1, compared: 0 });
    expect(english['chat']?.languages.ckb).toMatchObject({
      unanswerableRefused: 1,
      compared: 0,
      lost: { ndcg10: null },
    });
  });
});
