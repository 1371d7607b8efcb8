import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normalise } from '../../src/language/normalise.ts';
import {
  fromLegacyFont,
  restoreVowels,
  shapeOf,
  stopwordOfShape,
} from '../../src/language/spelling.ts';
import { SORANI_STOPWORDS } from '../../src/language/stopwords.ts';
import { anyText, FIXED } from '../support/any-text.ts';

/** Normalised words, and a few that are hard. */
const word = anyText.map((source) => normalise(source).text);

describe('the shape of a word', () => {
  it.each([
    ['گفتوگۆ', 'كفتوكو', 'گ and ۆ'],
    ['پێشمەرگە', 'بيشمةركة', 'پ, ێ and گ'],
    ['چەک', 'جەك', 'چ'],
    ['ژینگە', 'زينكة', 'ژ'],
    ['ڤیدیۆ', 'فيديو', 'ڤ'],
    ['بەڕێوەچوو', 'بەريوەجو', 'ڕ, and وو typed once'],
    ['تاڵەبانی', 'طالەباني', 'the ط of Arabic'],
    ['حوسێن', 'هوسين', 'ح, typed as it is said'],
    ['سەدر', 'صەدر', 'ص'],
    ['زەرەر', 'ضەرەر', 'ض'],
  ])('%s is that of %s: %s', (meant, typed) => {
    expect(shapeOf(normalise(typed).text)).toBe(shapeOf(meant));
  });

  it.each([
    ['شاند', 'شار', 'letters that every keyboard has'],
    ['گەڕ', 'گوڕ', 'a vowel'],
    ['خاوێن', 'حاوێن', 'a dot'],
    ['قسە', 'کسە', 'sounds that are only alike'],
  ])('%s is not that of %s: %s', (one, other) => {
    expect(shapeOf(one)).not.toBe(shapeOf(other));
  });

  it('has a shape that is its own, and no more letters', () => {
    fc.assert(
      fc.property(word, (text) => {
        const shape = shapeOf(text);
        expect(shapeOf(shape)).toBe(shape);
        expect(shape.length).toBeLessThanOrEqual(text.length);
      }),
      FIXED,
    );
  });
});

describe('a word in a font from before Unicode', () => {
  it.each([
    ['ثاراستن', 'پاراستن', 'ث'],
    ['ضەک', 'چەک', 'ض'],
    ['ذینطە', 'ژینگە', 'ذ and ط'],
    ['ظیدیۆ', 'ڤیدیۆ', 'ظ'],
    ['عێراق', 'عێراق', 'nothing speaks for the font'],
    ['blinken', 'blinken', 'Latin'],
    ['', '', 'nothing'],
  ])('%j was drawn as %j: %s', (typed, drawn) => {
    expect(fromLegacyFont(typed)).toBe(drawn);
  });

  it('keeps its length, and has none of the old letters left', () => {
    fc.assert(
      fc.property(word, (text) => {
        const drawn = fromLegacyFont(text);
        expect(drawn).toHaveLength(text.length);
        expect(fromLegacyFont(drawn)).toBe(drawn);
      }),
      FIXED,
    );
  });
});

describe('the stop word of a shape', () => {
  it.each<[shape: string, word: string | null, why: string]>([
    ['بوجی', 'بۆچی', 'چ and ۆ'],
    ['جون', 'چۆن', 'the same'],
    ['لهکهل', 'لەگەڵ', 'every letter that a keyboard may lack'],
    ['جهند', 'چەند', 'ە'],
    ['شاند', null, 'a word of content'],
    ['', null, 'nothing'],
  ])('%j is %j: %s', (shape, expected) => {
    expect(stopwordOfShape(shape)).toBe(expected);
  });

  it('is there for every stop word, and has that shape', () => {
    for (const stopword of SORANI_STOPWORDS) {
      const shape = shapeOf(stopword);
      expect(shapeOf(stopwordOfShape(shape) ?? '')).toBe(shape);
    }
  });
});

describe('a ه that was meant as ە', () => {
  it.each([
    ['ئهمریکا', 'ئەمریکا', 'behind the ئ that carries it'],
    ['کهناڵهکه', 'کەناڵەکە', 'in the middle and at the end'],
    ['بههیز', 'بەهیز', 'the first of two, the second is heard'],
    ['شههید', 'شەهید', 'so here'],
    ['ههولیر', 'هەولیر', 'the second where the first begins the word'],
    ['دهوڵهت', 'دەوڵەت', 'before a و that is a consonant'],
  ])('in %s makes %s: %s', (typed, meant) => {
    expect(restoreVowels(typed)).toBe(meant);
  });

  it.each([
    ['نهێنی', 'before ێ'],
    ['دهۆک', 'before ۆ'],
    ['بهار', 'before ا'],
    ['شاهۆ', 'behind a vowel'],
    ['کەڵهوڕ', 'who has ە on the keyboard means ه'],
    ['کوردستان', 'no ه'],
    ['ه', 'nothing before it'],
    ['', 'no word'],
  ])('is none in %j: %s', (typed) => {
    expect(restoreVowels(typed)).toBe(typed);
  });

  it('changes no other letter, in any text, and nothing the second time', () => {
    fc.assert(
      fc.property(word, (text) => {
        const restored = restoreVowels(text);
        expect(restored).toHaveLength(text.length);
        expect(restored.replaceAll('ە', 'ه')).toBe(text.replaceAll('ە', 'ه'));
        expect(restoreVowels(restored)).toBe(restored);
      }),
      FIXED,
    );
  });
});
