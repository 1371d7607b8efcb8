import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FIXED } from '../support/any-text.ts';
import { ONE, plain, score } from '../support/scored-documents.ts';
import type { Documents, Ways } from '../support/scored-documents.ts';

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / Math.max(1, numbers.length);
}

/** Not just `strengths[word]`: every object has a `constructor`. */
function strengthOf(strengths: Readonly<Record<string, number>>, word: string): number {
  return Object.hasOwn(strengths, word) ? (strengths[word] ?? 0) : 0;
}

/** How rare something is that n passages of so many hold. */
function rarity(passages: number, n: number): number {
  return Math.log(1 + (passages - n + 0.5) / (n + 0.5));
}

/** How surely a sentence says a concept. */
function strengthIn(sentence: readonly string[], { words, phrases }: Ways): number {
  const best = (strengths: Readonly<Record<string, number>>): number =>
    Math.max(0, ...sentence.map((word) => strengthOf(strengths, word)));
  const byPhrase = phrases.map(({ words: all, strength }) => strength * Math.min(...all.map(best)));
  return Math.max(best(words), ...byPhrase);
}

/** How often a passage says a concept: each word counts each time, a phrase only where it is surer than all words together. */
function timesIn(passage: readonly (readonly string[])[], ways: Ways): number {
  const byWord = sum(passage.flat().map((word) => strengthOf(ways.words, word)));
  return Math.max(byWord, ...passage.map((one) => strengthIn(one, { ...ways, words: {} })));
}

/** How surely a passage does. */
function holds(passage: readonly (readonly string[])[], ways: Ways): number {
  return Math.max(0, ...passage.map((sentence) => strengthIn(sentence, ways)));
}

/** The features of the docstrings letter by letter, and as slow as that is; the figures are those of passage-scores.ts. */
function slowScores(
  documents: Documents,
  ways: readonly Ways[],
): { scores: number[]; weights: number[] } {
  const passages = documents.flat();
  const length = Math.max(1, mean(passages.map((one) => one.flat().length).filter((n) => n > 0)));
  const weights = ways.map((one) => {
    const n = sum(passages.map((passage) => holds(passage, one)));
    return one.weight * rarity(passages.length, n) * (one.stopword ? 0.15 : 1);
  });
  const share = (by: (one: Ways) => number): number =>
    sum(ways.map((one, place) => (weights[place] ?? 0) * by(one))) / sum(weights);
  const saturated = (passage: readonly (readonly string[])[] | undefined): number =>
    passage === undefined
      ? 0
      : share((one) => {
          const times = timesIn(passage, one);
          return times / (times + 1.2 * (0.5 + (0.5 * passage.flat().length) / length));
        });
  const scores = documents.flatMap((document) =>
    document.map((passage, place) => {
      const coverage = share((one) => holds(passage, one));
      if (sum(weights) === 0 || coverage === 0) return 0;
      return (
        0.2 * coverage +
        0.14 * saturated(passage) +
        0.11 * Math.max(...passage.map((sentence) => share((one) => strengthIn(sentence, one)))) +
        0.23 * share((one) => Math.max(...document.map((other) => holds(other, one)))) +
        0.22 * mean(document.map(saturated)) +
        0.1 * Math.max(saturated(document[place - 1]), saturated(document[place + 1]))
      );
    }),
  );
  return { scores, weights };
}

/** Few different words, so that they repeat; one that every object has. */
const POOL = ['ئاو', 'گەنم', 'شار', 'ڕێگا', 'نان', 'لە', 'constructor'] as const;
const word = fc.constantFrom(...POOL);
const sentence = fc.array(word, { maxLength: 5 });
const documentsOf = fc.array(
  fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  { minLength: 1, maxLength: 4 },
);
const strength = fc.constantFrom(0.1, 0.25, 0.5, 0.9, 1);
const strengths = (minLength: number): fc.Arbitrary<Readonly<Record<string, number>>> =>
  fc
    .uniqueArray(fc.tuple(word, strength), { minLength, maxLength: 3, selector: ([one]) => one })
    .map((pairs) => Object.fromEntries(pairs));
const concept: fc.Arbitrary<Ways> = fc.record({
  stopword: fc.boolean(),
  weight: fc.constantFrom(0.5, 1, 2),
  words: strengths(0),
  phrases: fc.array(
    fc.record({ words: fc.array(strengths(1), { minLength: 2, maxLength: 3 }), strength }),
    { maxLength: 2 },
  ),
});
const question = fc.array(concept, { minLength: 1, maxLength: 4 });

/** What 32 bits lose. */
const ROUNDING = 1e-5;

/** The largest difference between two lists, NaN where they are not of one length. */
function difference(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.NaN;
  return Math.max(0, ...actual.map((one, place) => Math.abs(one - (expected[place] ?? 0))));
}

describe('scorePassages', () => {
  it('agrees with the features computed one by one', () => {
    fc.assert(
      fc.property(documentsOf, question, (documents, ways) => {
        const { scores, weights } = score(documents, ways);
        const expected = slowScores(documents, ways);
        expect(difference(weights, expected.weights)).toBeLessThan(ROUNDING);
        expect(difference(scores, expected.scores)).toBeLessThan(ROUNDING);
      }),
      { ...FIXED, numRuns: 400 },
    );
  });

  it('scores from 0 to 1, and above 0 just where something asked for stands', () => {
    fc.assert(
      fc.property(documentsOf, question, (documents, ways) => {
        const { scores } = score(documents, ways);
        for (const [number, passage] of documents.flat().entries()) {
          const held = passage.some((one) => ways.some((way) => strengthIn(one, way) > 0));
          expect(scores[number]).toBeLessThanOrEqual(1);
          expect((scores[number] ?? Number.NaN) > 0).toBe(held);
        }
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('gives a document the same scores whatever the order of other documents and of their passages', () => {
    fc.assert(
      fc.property(documentsOf, documentsOf, question, (others, [own = []], ways) => {
        const { scores } = score([...others, own], ways);
        const turned = others.toReversed().map((document) => document.toReversed());
        const again = score([own, ...turned], ways).scores;
        expect(difference(again.slice(0, own.length), scores.slice(-own.length))).toBeLessThan(
          ROUNDING,
        );
      }),
      { ...FIXED, numRuns: 150 },
    );
  });

  it('does not depend on the order of the concepts, nor on how much all of them weigh', () => {
    fc.assert(
      fc.property(documentsOf, question, (documents, ways) => {
        const { scores, weights } = score(documents, ways);
        const turned = score(documents, ways.toReversed());
        expect(difference(turned.scores, scores)).toBeLessThan(ROUNDING);
        expect(difference(turned.weights.toReversed(), weights)).toBeLessThan(ROUNDING);
        const doubled = score(
          documents,
          ways.map((one) => ({ ...one, weight: 2 * one.weight })),
        );
        expect(difference(doubled.scores, scores)).toBeLessThan(ROUNDING);
        expect(
          difference(
            doubled.weights,
            weights.map((weight) => 2 * weight),
          ),
        ).toBeLessThan(ROUNDING);
      }),
      { ...FIXED, numRuns: 100 },
    );
  });

  it.each<[what: string, documents: Documents, ways: readonly Ways[]]>([
    ['no passage', [], plain('ئاو')],
    ['passages without a word', [[[[]], [[]]]], plain('ئاو')],
    ['a question without a word', [[[['ئاو']]]], []],
    ['a word that stands nowhere', [[[['ئاو']]]], plain('فیل')],
  ])('finds nothing for %s', (_, documents, ways) => {
    const { scores } = score(documents, ways);
    expect(scores).toEqual(documents.flat().map(() => 0));
  });
});

describe('the weight of a concept', () => {
  const documents = [
    [[['ئاو', 'نان']], [['ئاو']]],
    [[['ئاو']], [['گەنم', 'ئاو']], [['شار']]],
  ];

  it('is its rarity times its weight in the question', () => {
    const ways = [
      ...plain('ئاو', 'نان', 'فیل'),
      { ...ONE, weight: 0.5, words: { نان: 1 } },
      { ...ONE, words: { نان: 1, گەنم: 0.5 } },
    ];
    expect(
      difference(score(documents, ways).weights, [
        rarity(5, 4),
        rarity(5, 1),
        rarity(5, 0),
        0.5 * rarity(5, 1),
        rarity(5, 1.5),
      ]),
    ).toBeLessThan(ROUNDING);
  });

  it('is greater the rarer it is, and always above nothing', () => {
    const { weights } = score(documents, plain('فیل', 'نان', 'ئاو'));
    expect(weights).toEqual(weights.toSorted((left, right) => right - left));
    expect(new Set(weights).size).toBe(3);
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });

  it('is a small part of that for grammar', () => {
    const [content = 0, grammar = 0] = score(documents, [
      ...plain('ئاو'),
      { ...ONE, stopword: true, words: { ئاو: 1 } },
    ]).weights;
    expect(grammar).toBeGreaterThan(0);
    expect(grammar / content).toBeCloseTo(0.15, 6);
  });

  it('of a word that stands nowhere lowers what the others reach', () => {
    const [known = 0] = score(documents, plain('نان')).scores;
    const diluted = score(documents, plain('نان', 'فیل'));
    const [own = 0, missing = 0] = diluted.weights;
    expect(diluted.scores[0]).toBeCloseTo((known * own) / (own + missing), 5);
    expect(diluted.scores[0]).toBeLessThan(known);
  });
});

/** سەرۆک وەزیران as a phrase, its second word in a form of a strength. */
function phraseOf(form: number): Ways {
  return {
    ...ONE,
    phrases: [{ words: [{ سەرۆک: 1 }, { وەزیران: form }], strength: 0.8 }],
  };
}

describe('a phrase', () => {
  it.each([
    ['in one sentence', [['سەرۆک', 'وەزیران']], true],
    ['apart and turned round in one sentence', [['وەزیران', 'و', 'سەرۆک']], true],
    ['in two sentences of one passage', [['سەرۆک'], ['وەزیران']], false],
    ['in part', [['سەرۆک', 'سەرۆک']], false],
  ])('with its words %s: %j counts: %s', (_, passage, counts) => {
    const { scores } = score([[passage, [['نان']]]], [phraseOf(1)]);
    expect((scores[0] ?? 0) > 0).toBe(counts);
    expect(scores[1]).toBe(0);
  });

  it('counts as its weakest word', () => {
    const documents = [[[['سەرۆک', 'وەزیران']]], [[['نان']]]];
    expect(
      difference(
        score(documents, [phraseOf(0.5)]).scores,
        score(documents, [{ ...ONE, words: { سەرۆک: 0.4 } }]).scores,
      ),
    ).toBeLessThan(ROUNDING);
    expect(score(documents, [phraseOf(0.5)]).scores[0]).toBeLessThan(
      score(documents, [phraseOf(1)]).scores[0] ?? 0,
    );
  });

  it('adds nothing where its words say as much', () => {
    const documents = [[[['سەرۆک', 'وەزیران']]], [[['نان']]]];
    const words = { سەرۆک: 0.9 };
    expect(score(documents, [{ ...phraseOf(1), words }])).toEqual(
      score(documents, [{ ...ONE, words }]),
    );
  });
});

describe('grammar', () => {
  const grammar: Ways = { ...ONE, stopword: true, words: { لە: 1 } };

  it('ranks where nothing else is asked', () => {
    const { scores } = score([[[['لە', 'شار']], [['نان']]]], [grammar]);
    expect(scores[0]).toBeGreaterThan(0);
    expect(scores[1]).toBe(0);
  });

  describe('that stands everywhere', () => {
    const documents = [[[Array<string>(20_001).fill('لە'), ['شار']], [['نان']], [['لە']]]];

    it('is passed over beside content', () => {
      const { scores, weights } = score(documents, [grammar, ...plain('نان')]);
      expect(weights[0]).toBe(0);
      expect(scores).toEqual(score(documents, plain('نان')).scores);
    });

    it('still ranks where nothing else is asked', () => {
      const { scores, weights } = score(documents, [grammar]);
      expect(weights[0]).toBeGreaterThan(0);
      expect(scores.map((one) => one > 0)).toEqual([true, false, true]);
    });

    it('is no content: a frequent word of content counts', () => {
      const { weights } = score(documents, [{ ...grammar, stopword: false }, ...plain('نان')]);
      expect(weights[0]).toBeGreaterThan(0);
    });
  });
});

/** Best first for ئاو and گەنم, with the reason; each in a document of its own unless said otherwise. */
const ORDER: readonly [documents: readonly string[], reason: string][] = [
  [['ئاو گەنم'], 'both in one sentence'],
  [['ئاو. گەنم'], 'both, but in two sentences'],
  [['ئاو', 'گەنم'], 'one each, beside a passage with the other'],
  [['ئاو', 'شار', 'گەنم'], 'one each, in a document with the other'],
  [['ئاو ئاو'], 'one, twice'],
  [['ئاو شار'], 'one, once'],
  [['ئاو شار نان چیا باخ گوڵ'], 'one, among many others'],
];

it('ranks passages by what they, their neighbours and their documents hold', () => {
  const documents = ORDER.map(([passages]) =>
    passages.map((passage) => passage.split('. ').map((one) => one.split(' '))),
  );
  // Each word in as many passages, so that none is the rarer.
  const filler = [[[['گەنم']]], [[['گەنم']]], [[['گەنم']]]];
  const { scores } = score([...documents.toReversed(), ...filler], plain('ئاو', 'گەنم'));
  const firsts = documents
    .toReversed()
    .map((_, number, all) => scores[sum(all.slice(0, number).map((one) => one.length))] ?? 0)
    .toReversed();
  expect(firsts).toEqual(firsts.toSorted((left, right) => right - left));
  expect(new Set(firsts).size).toBe(firsts.length);
});
