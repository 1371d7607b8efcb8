import { describe, expect, it } from 'vitest';

import type { Answer } from '../../src/answering/answer.ts';
import type { Gold } from '../../src/evaluation/questions.ts';
import { discountedGain, isRightEvidence, isRightPassage } from '../../src/evaluation/scores.ts';

const GOLD: Gold = {
  document: 'd',
  passage: { start: 100, end: 200 },
  answer: 'هەولێر',
  evidence: null,
};

describe('isRightPassage', () => {
  it.each([
    [100, 200, true, 'the gold passage itself'],
    [100, 150, true, 'covers half of it'],
    [100, 149, true, 'lies in it, however small'],
    [190, 195, true, 'lies in it, however small'],
    [50, 149, false, '49 of 100 covered, 49 of 99 inside'],
    [50, 150, true, 'exactly half covered'],
    [100, 250, true, '1.5 times as long'],
    [100, 251, false, 'more than 1.5 times as long'],
    [0, 1000, false, 'covers all of it, and far too much besides'],
    [195, 205, true, 'half inside it'],
    [196, 206, false, 'four of ten inside it'],
    [200, 300, false, 'only touches it'],
    [0, 100, false, 'only touches it'],
  ])('%i to %i: %s, because it %s', (start, end, right) => {
    const passage = { start, end, document: 'd', id: 'p', text: '', sentences: [] };
    expect(isRightPassage(passage, GOLD)).toBe(right);
    expect(isRightPassage({ ...passage, document: 'e' }, GOLD)).toBe(false);
  });
});

describe('discountedGain', () => {
  it.each([
    [1, 1],
    [2, 0.6309],
    [3, 0.5],
    [7, 1 / 3],
    [10, 0.2891],
    [null, 0],
  ])('of rank %s is %d', (rank, gain) => {
    expect(discountedGain(rank)).toBeCloseTo(gain, 4);
  });
});

/** "هەولێر" stands at 10 (before the gold passage), 110, 150 and 210 (behind it). */
const SOURCE = Array.from('.'.repeat(300), (dot, index) =>
  [10, 110, 150, 210].some((at) => index >= at && index < at + 6)
    ? 'هەولێر'.charAt((index - 10) % 20)
    : dot,
).join('');

function answer(start: number, end: number, change: Partial<Answer> = {}, quote = 'دەق.'): Answer {
  const citation = {
    document: 'd',
    passage: 'p',
    sentence: 's',
    quote,
    start,
    end,
    rendition: null,
  };
  return {
    question: '؟',
    questionLanguage: 'ckb',
    language: 'ckb',
    status: 'answered',
    confidence: 1,
    answer: '',
    citations: [
      { ...citation, marker: 1 },
      { ...citation, marker: 2, start: 110, end: 116 },
    ],
    composer: 'extractive',
    emphasis: [],
    degraded: null,
    ...change,
  };
}

describe('isRightEvidence', () => {
  it('has a source in which the answer stands where the table says', () => {
    expect([10, 110, 150, 210].map((at) => SOURCE.slice(at, at + 6))).toEqual(
      Array.from({ length: 4 }, () => 'هەولێر'),
    );
  });

  it.each([
    [100, 140, true, 'holds the first occurrence'],
    [140, 200, true, 'holds the second'],
    [115, 117, true, 'overlaps an occurrence by one unit'],
    [116, 150, false, 'stands between two'],
    [0, 50, false, 'holds an occurrence outside the gold passage'],
    [205, 220, false, 'holds an occurrence behind the gold passage'],
  ])('without gold evidence, a quote from %i to %i is %s: it %s', (start, end, right) => {
    expect(isRightEvidence(answer(start, end), GOLD, SOURCE)).toBe(right);
  });

  it.each([
    [120, 160, true, 'is the evidence'],
    [110, 170, true, 'contains it'],
    [130, 140, true, 'lies in it'],
    [110, 150, false, 'only overlaps it'],
    [110, 116, false, 'holds the answer, not the evidence'],
  ])('with gold evidence, a quote from %i to %i is %s: it %s', (start, end, right) => {
    const gold = { ...GOLD, evidence: { start: 120, end: 160 } };
    expect(isRightEvidence(answer(start, end), gold, SOURCE)).toBe(right);
  });

  it.each([
    ['a refusal', answer(100, 140, { status: 'not-in-document' })],
    ['no citation', answer(100, 140, { citations: [] })],
    ['a quote of 401 units', answer(100, 140, {}, 'x'.repeat(401))],
    ['a quote of three sentences', answer(100, 140, {}, 'یەک. دوو. سێ.')],
  ])('%s is wrong', (_, wrong) => {
    expect(isRightEvidence(wrong, GOLD, SOURCE)).toBe(false);
  });

  it('takes two sentences and 400 units, and judges the first citation only', () => {
    expect(isRightEvidence(answer(100, 140, {}, 'یەک. دوو.'), GOLD, SOURCE)).toBe(true);
    expect(isRightEvidence(answer(100, 140, {}, 'x'.repeat(400)), GOLD, SOURCE)).toBe(true);
    expect(isRightEvidence(answer(100, 140), { ...GOLD, document: 'e' }, SOURCE)).toBe(false);
  });
});
