import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { ANSWER_THRESHOLD, confidenceOf, toldConfidence } from '../../src/answering/confidence.ts';
import { SIGNAL_NAMES } from '../../src/answering/signals.ts';
import type { Signals } from '../../src/answering/signals.ts';
import type { Pirsyar } from '../../src/app.ts';
import { openAhead, smallCorpusParts } from '../support/open-pirsyar.ts';
import { QUESTIONS } from '../support/small-corpus.ts';

const parts = smallCorpusParts();
let pirsyar: Pirsyar;
let signals: Signals;

beforeAll(async () => {
  pirsyar = await openAhead(parts);
  const { trace } = await pirsyar.answerer.explain({ text: QUESTIONS.dams });
  if (trace.signals === null) throw new Error('A question on the document has no signals.');
  signals = trace.signals;
});

/** The signals of a real question with some of them set to other values. */
function changed(values: readonly number[]): Signals {
  return {
    ...signals,
    ...Object.fromEntries(SIGNAL_NAMES.map((name, index) => [name, values[index] ?? 0])),
  };
}

describe('confidenceOf', () => {
  it('is 0 where there is no evidence', () => {
    expect(confidenceOf(null)).toBe(0);
  });

  it('is a probability for whatever signals', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: SIGNAL_NAMES.length,
      maxLength: SIGNAL_NAMES.length,
    });
    fc.assert(
      fc.property(values, (some) => {
        const confidence = confidenceOf(changed(some));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(['agreeing', 'distinct', 'near'] as const)('never falls with more that is %s', (name) => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const values = fc.array(share, {
      minLength: SIGNAL_NAMES.length,
      maxLength: SIGNAL_NAMES.length,
    });
    fc.assert(
      fc.property(values, share, share, (some, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const base = changed(some);
        expect(confidenceOf({ ...base, [name]: more })).toBeGreaterThanOrEqual(
          confidenceOf({ ...base, [name]: less }),
        );
      }),
    );
  });

  it.each(['untyped', 'missingNumerals', 'missingWord', 'uncounted'] as const)(
    'never rises with more that is %s',
    (name) => {
      const share = fc.double({ min: 0, max: 1, noNaN: true });
      fc.assert(
        fc.property(share, share, (one, other) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          expect(confidenceOf({ ...signals, [name]: more })).toBeLessThanOrEqual(
            confidenceOf({ ...signals, [name]: less }),
          );
        }),
      );
    },
  );
});

describe('toldConfidence', () => {
  it.each([
    [0.948, true, 0.948, 'as it is'],
    [0.94781, true, 0.948, 'three digits'],
    [0.57997, false, 0.579, 'a refusal is never rounded up to the threshold'],
    [ANSWER_THRESHOLD, true, ANSWER_THRESHOLD, 'an answer begins at the threshold'],
    [0.948, false, 0.579, 'sure, but not proven'],
    [0.2, true, ANSWER_THRESHOLD, 'a model found what the words did not'],
    [0, false, 0, 'nothing is known'],
  ])('tells %d (answered: %s) as %d: %s', (confidence, isAnswered, told) => {
    expect(toldConfidence(confidence, isAnswered)).toBe(told);
  });

  it('reaches the threshold exactly where there is an answer, and is off by no more than rounding where that agrees', () => {
    const confidences = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: ANSWER_THRESHOLD - 0.002, max: ANSWER_THRESHOLD + 0.002, noNaN: true }),
    );
    fc.assert(
      fc.property(confidences, fc.boolean(), (confidence, isAnswered) => {
        expect(toldConfidence(confidence, isAnswered) >= ANSWER_THRESHOLD).toBe(isAnswered);
        const agreeing = toldConfidence(confidence, confidence >= ANSWER_THRESHOLD);
        expect(Math.abs(agreeing - confidence)).toBeLessThanOrEqual(0.001);
      }),
    );
  });
});

describe('the confidence of an answer', () => {
  it('is higher where the documents hold the answer, and the threshold parts answers from refusals', async () => {
    const asked = await Promise.all(
      [...Object.values(QUESTIONS), 'پایتەختی یابان کوێیە؟', 'Who won the football cup?', '؟'].map(
        (text) => pirsyar.answerer.answer({ text }),
      ),
    );
    for (const { status, confidence } of asked) {
      expect(status).toBe(confidence >= ANSWER_THRESHOLD ? 'answered' : 'not-in-document');
    }
    const [known, unknown] = [asked.slice(0, -3), asked.slice(-3)];
    expect(Math.min(...known.map(({ confidence }) => confidence))).toBeGreaterThan(
      Math.max(...unknown.map(({ confidence }) => confidence)),
    );
  });
});
