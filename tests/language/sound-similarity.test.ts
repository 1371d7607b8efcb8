import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { skeletons, soundSimilarity } from '../../src/language/sound-similarity.ts';
import { soundsOfEnglish, soundsOfSorani } from '../../src/language/sounds.ts';
import { FIXED } from '../support/any-text.ts';

const SOUND = fc.constantFrom(...'bptdkgfvszlrmnhxGSCZJTwyaeEiou');
const sounds = fc.string({ unit: SOUND, maxLength: 9 });

function alike(name: string, word: string): number {
  return soundSimilarity(soundsOfEnglish(name), soundsOfSorani(word));
}

describe('how alike a name and a word sound', () => {
  it('falls from the same name to another one', () => {
    const likeness = [
      alike('putin', 'پوتین'), // the same
      alike('putin', 'پوتینەوە'), // the same, with an ending
      alike('putin', 'پووتن'), // a short vowel is not written
      alike('putin', 'بوتان'), // p and b, and another vowel
      alike('putin', 'بەرلین'), // an r and an l too many, no t
      alike('putin', 'ماکرۆن'), // an n in common
    ];
    expect(likeness).toEqual(likeness.toSorted((one, other) => other - one));
    expect(new Set(likeness).size).toBe(likeness.length);
    expect(likeness[0]).toBe(1);
  });

  it.each([
    ['blinken', 'بلینکن'],
    ['kurdistan', 'کوردستان'],
    ['trump', 'ترامپ'],
    ['jordan', 'ژۆردان'],
    ['washington', 'واشنتن'],
    ['iraq', 'عێراق'],
    ['biden', 'بایدن'],
  ])('%s and %s: more than three quarters', (name, word) => {
    expect(alike(name, word)).toBeGreaterThan(0.75);
  });

  it.each([
    ['paris', 'بەرلین'],
    ['erbil', 'هەولێر'],
    ['biden', 'ترامپ'],
    ['iran', 'عێراق'],
  ])('%s and %s: less than three quarters', (name, word) => {
    expect(alike(name, word)).toBeLessThan(0.75);
  });

  it.each([
    [
      'sin',
      'zin',
      1 - 0.25 / 2.45,
      'one sound for another, as a share of two consonants and a vowel',
    ],
    ['min', 'mn', 1 - 0.25 / 2.45, 'a vowel left out, as a share of the longer one'],
    ['mn', 'min', 1 - 0.25 / 2.45, 'or put in'],
    ['ml', 'mll', 1 - 1 / 3, 'a consonant put in'],
    ['mal', 'mEl', 1 - 0.15 / 2.45, 'the least cost of the groups that both vowels are in'],
    ['mam', 'mim', 1 - 0.25 / 2.45, 'another group of vowels'],
    ['ml', 'mb', 1 - 1.2 / 2, 'sounds that have nothing in common'],
    ['m', 'l', 0, 'never less than 0'],
    ['', 'mal', 0, 'a name without sounds'],
    ['mal', '', 0, 'a word without sounds'],
    ['', '', 0, 'neither has any'],
  ])('%j and %j: %d, %s', (name, word, expected) => {
    expect(soundSimilarity(name, word)).toBeCloseTo(expected, 10);
  });

  it.each([
    ['v', 'f', 'l'],
    ['v', 'w', 'm'],
    ['J', 'Z', 'b'],
    ['T', 's', 'k'],
    ['S', 'C', 'n'],
    ['k', 'x', 't'],
    ['t', 'd', 'g'],
    ['p', 'b', 's'],
  ])('a spoken %s is rather taken for %s than for %s', (sound, near, far) => {
    const name = `mal${sound}an`;
    expect(soundSimilarity(name, `mal${near}an`)).toBeGreaterThan(
      soundSimilarity(name, `mal${far}an`),
    );
  });

  it.each('i an e Ek Eki eke ekey ekan ekani da ewe iS yan S man ES ida eda'.split(' '))(
    'hardly falls by an ending of the word that sounds %j',
    (ending) => {
      expect(soundSimilarity('putin', `putin${ending}`)).toBeCloseTo(0.97, 10);
    },
  );

  it('falls more by what is no ending, and by an ending of the name', () => {
    expect(soundSimilarity('putin', 'putinml')).toBeLessThan(0.8);
    expect(soundSimilarity('putinekan', 'putin')).toBeLessThan(0.8);
  });

  it('leaves something of a word that sounds like an ending', () => {
    expect(soundSimilarity('e', 'ek')).toBeCloseTo(1 - 1 / 1.45, 10);
  });

  it('is from 0 to 1, and 1 of a name with itself', () => {
    fc.assert(
      fc.property(sounds, sounds, (name, word) => {
        const likeness = soundSimilarity(name, word);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(soundSimilarity(name, name)).toBe(name === '' ? 0 : 1);
      }),
      FIXED,
    );
  });

  it('agrees with the edit distance taken the slow way, and is the same both ways, where no ending is in play', () => {
    // No Sorani ending is made of these alone, and none of them is easily taken for another.
    const word = fc.string({ unit: fc.constantFrom(...'mlra'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const expected =
          1 - slowDistance(one, other) / Math.max(slowLength(one), slowLength(other));
        expect(soundSimilarity(one, other)).toBeCloseTo(Math.max(0, expected), 10);
        expect(soundSimilarity(other, one)).toBeCloseTo(soundSimilarity(one, other), 10);
      }),
      { ...FIXED, numRuns: 200 },
    );
  });
});

const SLOW_OMISSIONS: Readonly<Record<string, number>> = { m: 1, l: 1, r: 0.6, a: 0.25 };

function slowDistance(one: string, other: string): number {
  if (one === '' || other === '') {
    return [...one, ...other].reduce((sum, sound) => sum + slowOmission(sound), 0);
  }
  const exchanged = one.charAt(0) === other.charAt(0) ? 0 : 1.2;
  return Math.min(
    slowOmission(one.charAt(0)) + slowDistance(one.slice(1), other),
    slowOmission(other.charAt(0)) + slowDistance(one, other.slice(1)),
    exchanged + slowDistance(one.slice(1), other.slice(1)),
  );
}

function slowOmission(sound: string): number {
  return SLOW_OMISSIONS[sound] ?? 1;
}

function slowLength(word: string): number {
  return [...word].reduce((sum, sound) => sum + (sound === 'a' ? 0.45 : 1), 0);
}

describe('the skeletons of a word', () => {
  it.each([
    ['blinken', ['PL'], 'its first two consonants'],
    ['putin', ['PT'], 'whatever vowels are between'],
    ['wSintn', ['SN'], 'w comes and goes'],
    ['hewlEr', ['LR'], 'so does h'],
    ['Jordan', ['SR', 'KR'], 'ج may be spelt as ژ or as گ'],
    ['CT', ['ST', 'SS', 'KT', 'KS'], 'every reading of both'],
    ['al', ['L'], 'one consonant'],
    ['awa', [''], 'vowels alone'],
    ['', [''], 'nothing'],
  ])('%j: %j, %s', (word, expected) => {
    expect(skeletons(word)).toEqual(expected);
  });

  it.each([
    ['blinken', 'بلینکن'],
    ['jordan', 'ژۆردان'],
    ['washington', 'واشنتن'],
    ['gaza', 'غەززە'],
    ['qatar', 'قەتەر'],
    ['vienna', 'ڤیەننا'],
    ['thatcher', 'تاچەر'],
  ])('of %s and of %s have one in common', (name, word) => {
    const known = skeletons(soundsOfSorani(word));
    expect(skeletons(soundsOfEnglish(name)).some((one) => known.includes(one))).toBe(true);
  });

  it('differ, have at most two classes each, and do not change with vowels, w, y and h', () => {
    fc.assert(
      fc.property(sounds, (word) => {
        const found = skeletons(word);
        const consonants = word.replaceAll(/[aeEiouwyh]/gu, '');
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(skeletons(consonants));
        for (const one of found) expect(one).toHaveLength(Math.min(2, consonants.length));
      }),
      FIXED,
    );
  });
});
