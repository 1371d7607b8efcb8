import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { isOfSide, oppositePairs } from '../../src/language/opposites.ts';

/** For each pair that has a word: the side it is of, 0 or 1. */
function sidesOf(word: string): Set<string> {
  const [term] = analyse(word);
  if (term === undefined) throw new Error(`"${word}" is no word.`);
  return new Set(
    oppositePairs().flatMap((pair, number) =>
      pair.flatMap((side, place) => (isOfSide(term, side) ? [`${number} ${place}`] : [])),
    ),
  );
}

describe('oppositePairs', () => {
  it('are at least 60, with words of both languages on both sides, none of which stands on both', () => {
    expect(oppositePairs().length).toBeGreaterThanOrEqual(60);
    for (const [left, right] of oppositePairs()) {
      for (const side of [left, right]) {
        expect([...side.stems, ...side.words].some((word) => /^[a-z]/u.test(word))).toBe(true);
        expect([...side.beginnings, ...side.words].some((word) => !/^[a-z]/u.test(word))).toBe(
          true,
        );
      }
      expect([...left.stems].filter((stem) => right.stems.has(stem))).toEqual([]);
      const written = [...left.words, ...left.beginnings];
      const others = new Set([...right.words, ...right.beginnings]);
      expect(written.filter((word) => others.has(word))).toEqual([]);
    }
  });

  it.each([
    ['accepted', 'rejects'],
    ['increasing', 'decreased'],
    ['پەسەندکردنی', 'ڕەتکردنەوەی'],
    ['زیادبوونی', 'کەمبوونەوە'],
    ['هەرزانتری', 'گرانتر'],
    ['باشترکردنی', 'خراپتر'],
    ['سەرکەوتنی', 'شکستی'],
    ['cheaper', 'گرانتر'],
    ['دوژمن', 'allies'],
  ])('hold %s and %s on different sides', (one, other) => {
    const turned = Array.from(sidesOf(other), (side) =>
      side.replace(/\d$/u, (n) => `${1 - Number(n)}`),
    );
    expect(turned.some((side) => sidesOf(one).has(side))).toBe(true);
  });

  it.each([
    'پێشوازی',
    'شەرمەزار',
    'دورگە',
    'کەمپ',
    'کورد',
    'lasting',
    'closely',
    'international',
    'unit',
  ])('take %s for none that it looks like', (word) => {
    const turned = new Set(
      [
        'war',
        'previous',
        'far',
        'less',
        'decrease',
        'boy',
        'last',
        'close',
        'internal',
        'unite',
      ].flatMap((one) => [...sidesOf(one)]),
    );
    expect([...sidesOf(word)].filter((side) => turned.has(side))).toEqual([]);
  });
});
