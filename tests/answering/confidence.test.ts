import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { ANSWER_THRESHOLD, confidenceOf } from '../../src/answering/confidence.ts';
import type { Signals } from '../../src/answering/confidence.ts';
import { openPirsyar } from '../../src/app.ts';
import type { Pirsyar } from '../../src/app.ts';
import { smallCorpusParts } from '../support/open-pirsyar.ts';
import { QUESTIONS } from '../support/small-corpus.ts';

const parts = smallCorpusParts();
let pirsyar: Pirsyar;
let signals: Signals;

beforeAll(async () => {
  pirsyar = await openPirsyar(parts);
  const { trace } = await pirsyar.answerer.explain({ text: QUESTIONS.dams });
  if (trace.signals === null) throw new Error('A question on the document has no signals.');
  signals = trace.signals;
});

/** The signals of a real question with some of them set to other values. */
function changed(values: readonly number[]): Signals {
  const names = Object.keys(signals);
  return {
    ...signals,
    ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0])),
  };
}

describe('confidenceOf', () => {
  it('is 0 where there is no evidence', () => {
    expect(confidenceOf(null)).toBe(0);
  });

  it('is a probability for whatever signals', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, (some) => {
        const confidence = confidenceOf(changed(some));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never falls when the sentence holds more of the question', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const values = fc.array(share, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(values, share, share, (some, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const base = changed(some);
        expect(confidenceOf({ ...base, coverage: more })).toBeGreaterThanOrEqual(
          confidenceOf({ ...base, coverage: less }),
        );
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
