import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normalise, toSource } from '../../src/language/normalise.ts';
import { FIXED, anyText } from '../support/any-text.ts';

describe('one spelling for each word', () => {
  it.each([
    ['كوردستان', 'کوردستان', 'Arabic ك'],
    ['كوردي', 'کوردی', 'Arabic ي'],
    ['كوردى', 'کوردی', 'Arabic ى, which Egyptian keyboards give for ی'],
    ['أربیل', 'اربیل', 'alef with hamza above'],
    ['إسلام', 'اسلام', 'alef with hamza below'],
    ['آزادی', 'ازادی', 'alef with madda'],
    ['هەولێرة', 'هەولێرە', 'ة of the old fonts, drawn as ە'],
    ['ئؤردن', 'ئۆردن', 'ؤ of the old fonts, drawn as ۆ'],
    ['بەڵێ', 'بەڵێ', 'standard letters stay'],
    ['ھەرێم', 'هەرێم', 'heh doachashmee'],
    ['سه\u200Cروه\u200Cر', 'سەروەر', 'ه + ZWNJ for ە in the middle'],
    ['ئه\u200Cمه\u200C', 'ئەمە', 'ه + ZWNJ for ە at the end'],
    ['ھه\u200Cر', 'هەر', 'ھ stays a consonant where no ZWNJ follows'],
    ['نه', 'نه', 'a final ه without ZWNJ may be a consonant: left to the fold'],
    ['رۆژ', 'ڕۆژ', 'an initial ر is always rolled'],
    ['کەر', 'کەر', 'a final ر is not: donkey'],
    ['کەڕ', 'کەڕ', 'and ڕ stays ڕ: deaf'],
    ['باران رۆیشت', 'باران ڕۆیشت', 'each word has a beginning'],
    ['"رۆژ"', '"ڕۆژ"', 'a quote begins no word'],
    ['٧رۆژ', '7ڕۆژ', 'a digit is no part of a word'],
    ['\u2764\uFE0Fرۆژ', '\u2764\uFE0Fڕۆژ', 'nor is an emoji with its selector'],
    ['\u200Fرۆژ', 'ڕۆژ', 'nor is a direction mark'],
    ['بەر\u200Cرۆژ', 'بەررۆژ', 'a ZWNJ inside a word begins none'],
    ['ژمـــارە', 'ژمارە', 'tatweel'],
    ['کِتێبْ', 'کتێب', 'vowel marks'],
    ['گو\u065Aل', 'گۆل', 'و + small v'],
    ['دی\u065A', 'دێ', 'ی + small v'],
    ['کەر\u065A', 'کەڕ', 'ر + small v'],
    ['دل\u065A', 'دڵ', 'ل + small v'],
    ['ب\u065A', 'ب', 'a small v that makes no letter is dropped'],
    ['و\u0654', 'ۆ', 'و + hamza, as ؤ'],
    ['ي\u0654', 'ئ', 'ی + hamza'],
    ['ه\u0654', 'ە', 'ه + hamza, as ۀ'],
    ['ا\u0654', 'ا', 'alef + hamza, as أ'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789', 'Arabic-Indic digits'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789', 'Persian digits'],
    ['０９', '09', 'full-width digits'],
    ['BLINKEN', 'blinken', 'Latin in lower case'],
    ['SEROKÎ', 'serokî', 'Hawar in lower case'],
    ['seroki\u0302', 'serokî', 'a circumflex that stands apart'],
    ['İstanbul', 'istanbul', 'the Turkish İ leaves no dot behind'],
    ['x\u030C', 'x', 'a mark that composes with nothing'],
    ['٧\u0301', '7', 'a mark behind a digit'],
    ['don’t', "don't", 'a typographic apostrophe'],
    ['د\u202Bی\u202C', 'دی', 'direction controls'],
    ['\uFEFFدی', 'دی', 'a byte order mark'],
  ])('%j becomes %j: %s', (source, expected) => {
    expect(normalise(source).text).toBe(expected);
  });

  it.each([
    ['\uFEEA', 'ە', 'the final form that PDF files give for ە; NFKC would make it ه'],
    ['\uFEE9', 'ە', 'and its isolated form'],
    ['\uFEEB\uFEEA', 'هە', 'the initial form is the consonant'],
    ['\uFEFB', 'لا', 'lam-alef is two letters'],
    ['\uFEFC', 'لا', 'final lam-alef'],
    ['\uFEF5', 'لا', 'lam-alef with madda'],
    ['\uFEF7', 'لا', 'lam-alef with hamza'],
    ['\uFBAA', 'ه', 'heh doachashmee'],
    ['\uFED9', 'ک', 'an Arabic kaf'],
    ['\uFEF1', 'ی', 'an Arabic yeh'],
    ['\uFEAD\uFEEE\uFEAF', 'ڕوز', 'an initial ر in a presentation form'],
    ['\uFDFC', 'ڕیال', 'a ligature that begins with ر'],
    ['\uFDFA', 'صلیاللهعلیهوسلم', 'a phrase in one character is one word'],
    ['ب\uFE77ر', 'بر', 'a mark on a tatweel is a mark: the word goes on'],
    ['ب\uFC5Eر', 'بر', 'marks alone bring no space'],
    ['\uFD3E', '\uFD3E', 'an ornate bracket is no letter'],
  ])('reads the presentation form %j as %j: %s', (source, expected) => {
    expect(normalise(source).text).toBe(expected);
  });

  it('is the same for one word from every keyboard', () => {
    const spellings = ['سەرۆکی', 'سه\u200Cرۆكي', 'سه\u200Cرؤکى', 'سـەرۆكی', 'سةرو\u065Aکی'];
    expect(new Set(spellings.map((spelling) => normalise(spelling).text))).toEqual(
      new Set(['سەرۆکی']),
    );
  });
});

describe('the way back to the source', () => {
  it.each([
    ['هه\u200Cرێم', 1, 2, 'ه\u200C', 'the joiner belongs to the letter it made'],
    ['کِتێب', 0, 1, 'کِ', 'a dropped mark belongs to the letter before it'],
    ['\uFEFBن', 0, 1, '\uFEFB', 'half of a ligature is all of it'],
    ['\uFEFBن', 1, 2, '\uFEFB', 'and so is its other half'],
    ['ئا\u200Fن', 1, 2, 'ا', 'a direction mark belongs to nobody'],
    ['ئا\u200Fن', 1, 3, 'ا\u200Fن', 'but a span may hold it'],
    ['ئا😀ن', 2, 4, '😀', 'a character of two units stays whole'],
    ['\u064Eئا', 0, 1, 'ئ', 'a mark without a letter belongs to nobody'],
  ])('in %j, [%i, %i) is %j: %s', (source, start, end, expected) => {
    const span = toSource(normalise(source), start, end);
    expect(source.slice(span.start, span.end)).toBe(expected);
  });

  it.each([
    ['ب\u200Cر', 1, 2, 'an empty span stands where the next letter begins'],
    ['ب\u200C', 1, 1, 'behind the last letter where none follows'],
    ['', 0, 0, 'and at 0 in an empty text'],
  ])('keeps empty spans empty: in %j, %i is %i, %s', (source, position, expected) => {
    expect(toSource(normalise(source), position, position)).toEqual({
      start: expected,
      end: expected,
    });
  });

  it('is there for every unit, in order, inside the source', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text, starts, ends } = normalise(source);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        let [lastStart, lastEnd] = [0, 0];
        for (let unit = 0; unit < text.length; unit += 1) {
          const start = starts[unit] ?? -1;
          const end = ends[unit] ?? -1;
          expect(start).toBeGreaterThanOrEqual(lastStart);
          expect(end).toBeGreaterThanOrEqual(lastEnd);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          [lastStart, lastEnd] = [start, end];
        }
      }),
      FIXED,
    );
  });
});

describe('normalising', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text } = normalise(source);
        expect(normalise(text).text).toBe(text);
      }),
      { ...FIXED, numRuns: 2000 },
    );
  });

  it('changes nothing the second time in any character, alone or between letters', () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const { text } = normalise(`${character}ب${character}ر ${character}`);
      if (normalise(text).text !== text) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('keeps lone surrogates', () => {
    expect(normalise('\uD83Dئا\uDE00').text).toBe('\uD83Dئا\uDE00');
  });

  it('leaves no mark, joiner or direction control', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text } = normalise(source);
        expect(text).not.toMatch(/[\u0300-\u036F]/u);
        expect(text).not.toMatch(/[\u0640]|[\u064B-\u065F]/u);
        expect(text).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u);
      }),
      FIXED,
    );
  });
});
