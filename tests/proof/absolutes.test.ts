import { describe, expect, it } from 'vitest';

import { unprovenAbsolutes } from '../../src/proof/absolutes.ts';

const ENGLISH = 'citizens have cheaper electricity';
const SORANI = 'هاووڵاتییان کارەبای هەرزانتریان هەبێت';

describe('unprovenAbsolutes', () => {
  it.each([
    ['Electricity is free for all citizens.', ENGLISH, ['all', 'free']],
    ['Citizens always have electricity.', ENGLISH, ['always']],
    ['Only citizens have electricity.', ENGLISH, ['Only']],
    ['Every citizen has electricity.', SORANI, ['Every']],
    ['کارەبا بۆ هەمووان بێبەرامبەرە.', SORANI, ['هەمووان', 'بێبەرامبەرە']],
    ['هەمیشە کارەبایان دەبێت.', SORANI, ['هەمیشە']],
    ['تەنیا هاووڵاتییان کارەبایان هەیە.', SORANI, ['تەنیا']],
  ])('finds what goes further in: %s', (claim, text, expected) => {
    expect(unprovenAbsolutes(claim, [text])).toEqual(expected);
  });

  it.each([
    ['Dialogue is the only way.', 'دیالۆگ تاکە ڕێگەیە'],
    ['تەنها دیالۆگ ڕێگەیە.', 'Dialogue is the sole way.'],
    ['All three agreed.', 'هەرسێیان ڕێککەوتن'],
    ['Elections are free.', 'هەڵبژاردنی ئازاد'],
    ['They have no electricity at all.', ENGLISH],
    ['بە هەموو توانایان کار دەکەن', 'with all their power'],
  ])('finds nothing in: %s', (claim, text) => {
    expect(unprovenAbsolutes(claim, [text])).toEqual([]);
  });
});
