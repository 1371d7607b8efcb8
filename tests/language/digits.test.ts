import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { asciiDigit, canonicalNumber, toArabicDigits } from '../../src/language/digits.ts';
import { FIXED } from '../support/any-text.ts';

describe('digits', () => {
  it.each([
    ['0123456789', 'ASCII'],
    ['٠١٢٣٤٥٦٧٨٩', 'Arabic-Indic'],
    ['۰۱۲۳۴۵۶۷۸۹', 'Persian'],
    ['０１２３４５６７８９', 'full width'],
  ])('%s are 0 to 9: %s', (digits) => {
    expect(Array.from(digits, asciiDigit)).toEqual([...'0123456789']);
  });

  it.each([['०'], ['a'], ['ە'], ['½'], ['/'], [':'], ['\uD835'], ['']])(
    '%j is no digit that Sorani is written with',
    (character) => {
      expect(asciiDigit(character)).toBeNull();
    },
  );
});

describe('the spelling of numbers', () => {
  it.each([
    ['1,5', '1.5', 'a comma before one digit is a decimal point'],
    ['12,3456', '12.3456', 'and before four'],
    ['1,234,5', '1234.5', 'a separator and a point'],
    ['1.000', '1.000', 'a point is never a thousands separator'],
    ['007.50', '7.50', 'zeros behind the point stay: 7.50 is a price'],
  ])('%s is %s: %s', (digits, expected) => {
    expect(canonicalNumber(digits)).toBe(expected);
  });

  it('is one for a whole number, whatever its separators and leading zeros', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 3 }), (value, zeros) => {
        const plain = String(value);
        const separated = plain.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, ',');
        expect(canonicalNumber('0'.repeat(zeros) + plain)).toBe(plain);
        expect(canonicalNumber(separated)).toBe(plain);
        expect(canonicalNumber(separated.replaceAll(',', '\u066C'))).toBe(plain);
      }),
      FIXED,
    );
  });
});

/** The digit at each place of a text; empty for all else. */
function digitsOf(text: string): string[] {
  return Array.from({ length: text.length }, (_, place) => asciiDigit(text.charAt(place)) ?? '');
}

describe('digits for a reader of Sorani', () => {
  it('are Arabic-Indic, whatever they were; all else stays, at its place', () => {
    expect(toArabicDigits('2019 ۲۰۱۹ ２０１９ ٢٠١٩ x')).toBe('٢٠١٩ ٢٠١٩ ٢٠١٩ ٢٠١٩ x');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = toArabicDigits(text);
        expect(written).toHaveLength(text.length);
        expect(toArabicDigits(written)).toBe(written);
        expect(digitsOf(written)).toEqual(digitsOf(text));
      }),
      FIXED,
    );
  });
});
