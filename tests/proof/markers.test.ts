import { describe, expect, it } from 'vitest';

import { claimsOf, markersIn } from '../../src/proof/markers.ts';

describe('markersIn', () => {
  it.each([
    ['a [1]', [[1]]],
    ['a [١] b [۲]', [[1], [2]]],
    ['a 【1】 b 【2†source】', [[1], [2]]],
    [
      'a [1, 2] b [١، ٢]',
      [
        [1, 2],
        [1, 2],
      ],
    ],
    ['a [1-3]', [[1, 2, 3]]],
    ['a [1][2]', [[1], [2]]],
    ['a [^1]', [[1]]],
    ['a [7]', [[7]]],
    ['a (1).', [[1]]],
    ['ئەلف (١)، بێ (٢)', [[1], [2]]],
    ['a (1) of them', []],
    ['in (2008).', []],
    ['a (4).', []],
    ['a [1], part (2).', [[1]]],
    ['[2008] and [a]', []],
  ])('reads %s', (answer, expected) => {
    expect(markersIn(answer, 3).map(({ markers }) => markers)).toStrictEqual(expected);
  });
});

describe('claimsOf', () => {
  it.each(['【1†', '(1)', '[1-99]', '[1] '])('is soon done with many a %s', (piece) => {
    const start = performance.now();
    claimsOf(piece.repeat(5000), 3);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('gives each sentence what it cites, behind its full stop too, and names what is not there', () => {
    expect(
      claimsOf('Fuad led it [1]. He met (in 2008) Blinken. [2][4] The end.', 2).map(
        ({ text, markers, dangling }) => ({ text, markers, dangling }),
      ),
    ).toStrictEqual([
      { text: 'Fuad led it.', markers: [1], dangling: [] },
      { text: 'He met (in 2008) Blinken.', markers: [2], dangling: [4] },
      { text: 'The end.', markers: [], dangling: [] },
    ]);
  });

  it('keeps places in the answer', () => {
    const answer = 'یەکەم [١]. دووەم [٢].';
    const [, second] = claimsOf(answer, 2);
    expect(answer.slice(second?.start, second?.end)).toBe('دووەم [٢].');
  });
});
