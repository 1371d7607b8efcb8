import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { SIGNAL_NAMES } from '../../src/answering/signals.ts';
import type { Signals } from '../../src/answering/signals.ts';
import type { Pirsyar } from '../../src/app.ts';
import { openAhead, smallCorpusParts } from '../support/open-pirsyar.ts';
import { QUESTIONS } from '../support/small-corpus.ts';

const parts = smallCorpusParts();
let pirsyar: Pirsyar;

beforeAll(async () => {
  pirsyar = await openAhead(parts);
});

async function signalsOf(text: string, history: readonly string[] = []): Promise<Signals> {
  const { trace } = await pirsyar.answerer.explain({ text, history });
  if (trace.signals === null) throw new Error(`Nothing is known of "${text}".`);
  return trace.signals;
}

describe('readSignals', () => {
  it('finds all that speaks for an answer in a question that the document answers', async () => {
    const signals = await signalsOf(QUESTIONS.roads);
    expect(signals).toMatchObject({ untyped: 0, missingNumerals: 0, asksPerson: 0 });
    expect(signals.agreeing).toBeGreaterThanOrEqual(5 / 6);
    expect(signals.near).toBeGreaterThan(0.3);
    expect(signals.uncounted).toBeLessThan(0.2);
  });

  it('misses the noun that nothing counts', async () => {
    const [counted, uncounted] = await Promise.all([
      signalsOf('حکومەتی هەرێم چەند بەنداوی دروست کرد؟'),
      signalsOf('حکومەتی هەرێم چەند ملیۆن دۆلاری بۆ بەنداوەکان خەرج کرد؟'),
    ]);
    expect(counted.uncounted).toBeLessThan(uncounted.uncounted);
    expect(uncounted).toMatchObject({ untyped: 1, uncounted: 1 });
  });

  it('misses a number that only another sentence gives', async () => {
    expect((await signalsOf('How many dams were built in 2019?')).missingNumerals).toBe(0);
    expect((await signalsOf('How many dams were built in 2014?')).missingNumerals).toBe(1);
  });

  it('hangs a fact on the word that its passage lacks, and an account on nothing', async () => {
    const told = await signalsOf('Who is the director general of water resources?');
    const untold = await signalsOf('Who murdered the director general of water resources?');
    expect(untold.missingWord).toBeGreaterThan(told.missingWord + 0.1);
    expect(told.asksPerson).toBe(1);
    expect((await signalsOf('Why are the dams good for the villages?')).missingWord).toBe(0);
  });

  it('tells an English question on a document with a rendition from one without', async () => {
    const withRendition = await signalsOf('How much did the three new dams in Erbil cost?');
    const without = await signalsOf('How much did the Nali school cost?');
    expect(withRendition).toMatchObject({ untyped: 1, untypedAcross: 0 });
    expect(without).toMatchObject({ untyped: 1, untypedAcross: 1 });
  });

  it('knows the questions that ask whether something is so', async () => {
    expect((await signalsOf('ئایا بەنداوەکان ئاوی خواردنەوە دابین دەکەن؟')).asksWhether).toBe(1);
    expect((await signalsOf(QUESTIONS.dams)).asksWhether).toBe(0);
  });

  it('is null where the question has no word of content', async () => {
    for (const text of ['؟', 'چی؟', 'and?']) {
      const { trace } = await pirsyar.answerer.explain({ text });
      expect(trace.signals).toBeNull();
    }
  });

  it('is 0 to 1 for whatever is asked', async () => {
    const told = Object.values(QUESTIONS).flatMap((question) => question.split(' '));
    const others = ['who', 'how', 'many', 'چەند', 'کێ', 'دۆلار', '2020', 'or', 'یان', 'xyz', '💧'];
    const words = fc.constantFrom(...told, ...others);
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 9 }), async (asked) => {
        const { trace } = await pirsyar.answerer.explain({ text: asked.join(' ') });
        const { signals } = trace;
        if (signals === null) return;
        for (const name of SIGNAL_NAMES) {
          expect(signals[name]).toBeGreaterThanOrEqual(0);
          expect(signals[name]).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
