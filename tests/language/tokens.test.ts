import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalNumber } from '../../src/language/digits.ts';
import { normalise } from '../../src/language/normalise.ts';
import { restoreVowels } from '../../src/language/spelling.ts';
import { tokenise } from '../../src/language/tokens.ts';
import { FIXED, anyText } from '../support/any-text.ts';

function words(source: string): string[] {
  return tokenise(source).map((token) => token.text);
}

describe('words and numbers', () => {
  it.each([
    ['شاندی عێراق', ['شاندی', 'عێراق'], 'white space parts words'],
    ['د. فوئاد', ['د', 'فوئاد'], 'an abbreviation is a word without its full stop'],
    ['"ئاشتی"، ئاسایش؛', ['ئاشتی', 'ئاسایش'], 'quotes and commas are no part of words'],
    ['هه\u200Cرێم', ['هەرێم'], 'the joiner of ە parts no word'],
    ['بەڕێوە\u200Cچوو', ['بەڕێوەچوو'], 'nor does any other joiner'],
    ['پەیوەندیە-کان', ['پەیوەندیە', 'کان'], 'a hyphen does'],
    ["don't Iraq’s", ["don't", "iraq's"], 'an apostrophe inside a word stays'],
    ["'Iraq'", ['iraq'], 'one around it does not'],
    ['بوو🙂چوو', ['بوو', 'چوو'], 'an emoji parts words'],
    ['G7 ٢٠٠٨ی', ['g', '7', '2008', 'ی'], 'letters and digits are parted: ٢٠٠٨ی asks for 2008'],
    ['½ ²', ['½', '²'], 'numbers that are no digits stay what they are'],
    ['ﷺ', ['صلیاللەعلیەوسلم'], 'one character is one word, so that no two tokens overlap'],
    ['…؟!', [], 'marks alone are nothing'],
    ['', [], 'and so is nothing'],
  ])('%j holds %j: %s', (source, expected) => {
    expect(words(source)).toEqual(expected);
  });

  it.each([
    ['٠٧', '7', 'no leading zeros'],
    ['7', '7', 'ASCII'],
    ['۷', '7', 'Persian'],
    ['٢٠٢١', '2021', 'a year'],
    ['1,000', '1000', 'a thousands separator'],
    ['١٬٠٠٠', '1000', 'the Arabic one'],
    ['1,250,000', '1250000', 'two of them'],
    ['٤.٤٠', '4.40', 'a price with a point'],
    ['٤٫٤٠', '4.40', 'with the Arabic decimal separator'],
    ['4,40', '4.40', 'with a comma'],
    ['1,000.50', '1000.50', 'both'],
    ['3.5.2021', '3.5.2021', 'a date stays together'],
    ['000', '0', 'zero keeps one'],
    ['0.5', '0.5', 'and one before a point'],
  ])('the number %j is %j: %s', (source, expected) => {
    expect(tokenise(source)).toEqual([
      { text: expected, script: 'number', start: 0, end: source.length },
    ]);
  });

  it('parts numbers at anything but a separator between digits', () => {
    expect(words('٠٧ - ٠٤ - ٢٠٢١، 12:30 5. ,6')).toEqual(['7', '4', '2021', '12', '30', '5', '6']);
  });

  it('knows the writing of each', () => {
    expect(tokenise('عێراق Iraq ٧ Ирак ½').map(({ script }) => script)).toEqual([
      'arabic',
      'latin',
      'number',
      'other',
      'other',
    ]);
  });
});

describe('the places of tokens', () => {
  it('are where the words stand in the source, with their marks and joiners', () => {
    const source = '\uFEFF  هه\u200Cرێمی كورِدستان، ٠٧';
    expect(tokenise(source).map(({ start, end }) => source.slice(start, end))).toEqual([
      'هه\u200Cرێمی',
      'كورِدستان',
      '٠٧',
    ]);
  });

  it('slice back to text that normalises to the token, in order and without overlap', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        let last = 0;
        for (const { text, script, start, end } of tokenise(source)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
          const again = restoreVowels(normalise(source.slice(start, end)).text);
          expect(script === 'number' ? canonicalNumber(again) : again).toBe(text);
        }
        expect(last).toBeLessThanOrEqual(source.length);
      }),
      FIXED,
    );
  });

  it('leave no letter and no digit out', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const inTokens = tokenise(source).map(({ start, end }) => ({ start, end }));
        const { text, starts } = normalise(source);
        const lost = [...text.matchAll(/[\p{L}\p{N}]/gu)].filter(({ index }) => {
          const place = starts[index] ?? -1;
          return !inTokens.some(({ start, end }) => start <= place && place < end);
        });
        expect(lost).toEqual([]);
      }),
      FIXED,
    );
  });

  it('yield the same tokens when the source was normalised before', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        expect(words(normalise(source).text)).toEqual(words(source));
      }),
      FIXED,
    );
  });
});
