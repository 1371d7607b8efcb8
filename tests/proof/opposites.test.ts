import { describe, expect, it } from 'vitest';

import { oppositionOf } from '../../src/proof/opposites.ts';

const ELECTRICITY =
  'so that citizens have cheaper and better electricity and face fewer power cuts';
const KURDISH =
  'بۆئەوەی هاووڵاتییان کارەبای هەرزانتر و باشتریان هەبێت و کەمتریش ڕووبەڕووی بڕانی کارەبا ببنەوە';

describe('oppositionOf', () => {
  it.each([
    ['Electricity becomes dearer.', ELECTRICITY, 'dearer', 'cheaper'],
    ['Citizens get worse electricity.', ELECTRICITY, 'worse', 'better'],
    ['They face more power cuts.', ELECTRICITY, 'more', 'fewer'],
    ['کارەبا گرانتر دەبێت.', KURDISH, 'گرانتر', 'هەرزانتر'],
    ['کارەبای خراپتریان هەبێت.', KURDISH, 'خراپتریان', 'باشتریان'],
    ['Citizens get dearer electricity.', KURDISH, 'dearer', 'هەرزانتر'],
    [
      'شاندەکە پێشنیازەکەی ڕەتکردەوە.',
      'The delegation accepted the proposal.',
      'ڕەتکردەوە',
      'accepted',
    ],
    ['They won.', 'They lost.', 'won', 'lost'],
    ['All of them left.', 'None of them left.', 'All', 'None'],
  ])('finds it in: %s', (claim, text, said, stands) => {
    expect(oppositionOf(claim, [text])).toEqual({ said, stands });
  });

  it.each([
    ['Electricity becomes cheaper.', ELECTRICITY],
    ['کارەبای باشتریان دەبێت.', ELECTRICITY],
    ['Prices rose.', 'Prices rose in May and fell in June.'],
    ['Prices rose.', 'The meeting was held.'],
  ])('finds none in: %s', (claim, text) => {
    expect(oppositionOf(claim, [text])).toBeNull();
  });
});
