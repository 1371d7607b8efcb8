import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { estimateTranslations } from '../../src/language/word-alignment.ts';
import type { AlignedTexts, TranslationTable } from '../../src/language/word-alignment.ts';
import { FIXED } from '../support/any-text.ts';

/** A pair that counts once. */
function pair(source: readonly number[], target: readonly number[], weight = 1): AlignedTexts {
  return { source, target, weight };
}

function estimate(
  pairs: readonly AlignedTexts[],
  sources: number,
  { rounds = 8, diagonal = 0 } = {},
): TranslationTable {
  return estimateTranslations(pairs, { sources, rounds, diagonal });
}

/** The target word that each source word most probably means; null where it was seen with none. */
function likeliest(table: TranslationTable): (number | null)[] {
  return table.map((row) => {
    const [best] = [...row].toSorted(([, one], [, other]) => other - one);
    return best?.[0] ?? null;
  });
}

function probability(table: TranslationTable, from: number, to: number): number {
  return table[from]?.get(to) ?? 0;
}

/** Word n of one language is word 10 + n of the other; each pair of words stands in one sentence, its words in turned order. */
const DICTIONARY = [
  pair([0, 1], [11, 10]),
  pair([1, 2], [12, 11]),
  pair([2, 3], [13, 12]),
  pair([3, 0], [10, 13]),
  pair([0, 2], [12, 10]),
];

describe('the estimate of what words mean', () => {
  it('finds the dictionary that texts were made with', () => {
    const table = estimate(DICTIONARY, 4);
    expect(likeliest(table)).toEqual([10, 11, 12, 13]);
    for (const word of [0, 1, 2, 3])
      expect(probability(table, word, word + 10)).toBeGreaterThan(0.5);
  });

  it('grows surer by the round', () => {
    const rounds = [1, 2, 4, 8].map((count) =>
      probability(estimate(DICTIONARY, 4, { rounds: count }), 0, 10),
    );
    expect(rounds).toEqual(rounds.toSorted((one, other) => one - other));
    expect(new Set(rounds).size).toBe(4);
  });

  it('finds any dictionary, by the words that come and go together', () => {
    const words = [0, 1, 2, 3, 4];
    const dictionary = fc.shuffledSubarray(words, { minLength: 5 });
    fc.assert(
      fc.property(dictionary, (meanings) => {
        const pairs = words.flatMap((one) =>
          words
            .filter((other) => other > one)
            .map((other) => pair([one, other], [meanings[other] ?? -1, meanings[one] ?? -1])),
        );
        expect(likeliest(estimate(pairs, 5))).toEqual(meanings);
      }),
      { ...FIXED, numRuns: 50 },
    );
  });

  it('is the same every time', () => {
    expect(estimate(DICTIONARY, 4, { diagonal: 2 })).toEqual(
      estimate(DICTIONARY, 4, { diagonal: 2 }),
    );
  });

  it('is what can be counted by hand for one word in one round', () => {
    // The null word takes 0.08 of the target word; 0.3 is added to the total.
    expect(probability(estimate([pair([0], [7])], 1, { rounds: 1 }), 0, 7)).toBeCloseTo(
      0.92 / (0.92 + 0.3),
      10,
    );
  });

  it('leaves a word that is in every text to the null word', () => {
    const withParticle = DICTIONARY.map(({ source, target }) => pair(source, [...target, 99]));
    const table = estimate(withParticle, 4);
    expect(likeliest(table)).toEqual([10, 11, 12, 13]);
    for (const [word, row] of table.entries()) {
      expect(row.get(99) ?? 0).toBeLessThan(probability(table, word, word + 10) / 2);
    }
  });

  it('has no row for the null word', () => {
    expect(estimate(DICTIONARY, 4)).toHaveLength(4);
  });
});

describe('the place of words', () => {
  const once = [pair([0, 1, 2], [10, 11, 12])];

  it('tells the words of a single pair apart where it counts', () => {
    expect(likeliest(estimate(once, 3, { diagonal: 4 }))).toEqual([10, 11, 12]);
  });

  it('tells nothing where it does not', () => {
    const table = estimate(once, 3, { diagonal: 0 });
    expect(probability(table, 0, 10)).toBeCloseTo(probability(table, 0, 12), 10);
  });

  it('is a share of the text, not a count of words', () => {
    const table = estimate([pair([0, 1], [10, 11, 12, 13])], 2, { diagonal: 4 });
    expect(probability(table, 0, 11)).toBeGreaterThan(probability(table, 0, 12));
    expect(probability(table, 1, 12)).toBeGreaterThan(probability(table, 1, 11));
  });

  it('gives way to what other texts say', () => {
    const turned = pair([0, 1], [11, 10]);
    const alone = [pair([0], [10]), pair([1], [11])];
    expect(likeliest(estimate([turned], 2, { diagonal: 2 }))).toEqual([11, 10]);
    expect(likeliest(estimate([turned, ...alone], 2, { diagonal: 2 }))).toEqual([10, 11]);
  });
});

describe('how surely a word is translated', () => {
  it('is less where it was seen less', () => {
    const seen = [1, 2, 10].map((times) =>
      probability(
        estimate(
          Array.from({ length: times }, () => pair([0], [7])),
          1,
        ),
        0,
        7,
      ),
    );
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(new Set(seen).size).toBe(3);
    expect(seen.at(-1)).toBeLessThan(1);
  });

  it('grows with the weight of a pair as with its repetition', () => {
    const twice = estimate([...DICTIONARY, ...DICTIONARY], 4);
    const heavy = estimate(
      DICTIONARY.map(({ source, target }) => pair(source, target, 2)),
      4,
    );
    for (const word of [0, 1, 2, 3]) {
      expect(probability(heavy, word, word + 10)).toBeCloseTo(
        probability(twice, word, word + 10),
        3,
      );
    }
    expect(likeliest(estimate([...DICTIONARY, pair([0], [99], 20)], 4))[0]).toBe(99);
  });

  it.each([
    ['a word that no text has', [pair([1], [7])]],
    ['a text that counts nothing', [pair([0], [7], 0)]],
    ['a text without translation', [pair([0], [])]],
    ['a translation without text', [pair([], [7])]],
    ['no texts', []],
  ])('is not known of %s', (_, pairs) => {
    expect([...(estimate(pairs, 2)[0] ?? [])]).toEqual([]);
  });

  it('is not known of any word before the first round', () => {
    expect(estimate(DICTIONARY, 4, { rounds: 0 })).toEqual([]);
  });

  it('is above 0, and at most 1 over all translations of a word, whatever the texts', () => {
    const text = fc.array(fc.nat({ max: 4 }), { maxLength: 6 });
    const texts = fc.array(
      fc.record({ source: text, target: text, weight: fc.constantFrom(0.5, 1, 3) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(0, 2), (pairs, diagonal) => {
        const table = estimate(pairs, 5, { rounds: 3, diagonal });
        expect(table).toHaveLength(5);
        for (const row of table) {
          const probabilities = [...row.values()];
          expect(probabilities.every((one) => one > 0)).toBe(true);
          expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1);
        }
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('is kept of words that stand in a common text only', () => {
    const together = new Map<number, Set<number>>();
    for (const { source, target } of DICTIONARY) {
      for (const word of source) {
        together.set(word, new Set([...(together.get(word) ?? []), ...target]));
      }
    }
    for (const [word, row] of estimate(DICTIONARY, 4, { rounds: 1 }).entries()) {
      expect(new Set(row.keys())).toEqual(together.get(word));
    }
  });
});
