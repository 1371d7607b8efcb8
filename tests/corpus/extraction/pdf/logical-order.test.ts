import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toLogicalOrder } from '../../../../src/corpus/extraction/pdf/logical-order.ts';

/** What is read, and what is seen from left to right. */
const RIGHT_TO_LEFT: readonly (readonly [read: string, seen: string, why: string])[] = [
  ['ئاوی پاک', 'کاپ یوائ', 'letters are seen in reverse'],
  [
    'ساڵی ٢٠٢٤، لە',
    'ەل ،٢٠٢٤ یڵاس',
    'digits are seen from left to right, and what follows them isn’t',
  ],
  ['کاتژمێر ٨:٣٠ی', 'ی٨:٣٠ رێمژتاک', 'a time is one number'],
  ['١٬٢٥٠ دینار', 'رانید ١٬٢٥٠', 'a thousands sign is within its number'],
  ['(٢٠٢٤–٢٠٢٥)', ')٢٠٢٥–٢٠٢٤(', 'a range is seen with its first year on the right'],
  ['٢٠٪ کەم', 'مەک ٪٢٠', 'the percent sign stands to the left of the digits'],
  [
    'ژمارە 0770 123 4567.',
    '.4567 123 0770 ەرامژ',
    'groups with spaces between are seen from right to left',
  ],
  ['ژمارە 0750-445-2211', '2211-445-0750 ەرامژ', 'so are groups with hyphens after Arabic letters'],
  ['ژمارە 0750-445-2211', '0750-445-2211 ەرامژ', 'but a telephone number begins with 0'],
  ['لە Blue River Works بە', 'ەب Blue River Works ەل', 'words in Latin letters keep their order'],
  ['بۆ a.b@example.org یان', 'نای a.b@example.org ۆب', 'an address is one run'],
  ['نەخۆشی Covid 19 بە', 'ەب Covid 19 یشۆخەن', 'a number after a word'],
  ['تەنها 10 GB هەیە', 'ەیەه GB 10 اهنەت', 'a number before its unit'],
  [
    'وتی Blue (Works) لە',
    'ەل Blue (Works) یتو',
    'a bracket belongs to the run that holds its partner',
  ],
];

describe('toLogicalOrder', () => {
  it.each(RIGHT_TO_LEFT)('reads %s', (read, seen) => {
    expect(toLogicalOrder(Array.from(seen), 'rtl')).toBe(read);
  });

  it('turns Kurdish words within English text', () => {
    expect(toLogicalOrder(Array.from('the word یوائ کاپ is'), 'ltr')).toBe('the word پاک ئاوی is');
  });

  it('keeps the letters of a ligature together', () => {
    expect(toLogicalOrder(['ر', 'لا', 'س'], 'rtl')).toBe('سلار');
  });

  it('loses and adds nothing', () => {
    const shape = fc.constantFrom(...Array.from('ئابپ ەAb1٣٤-.:(/«»،% '));
    fc.assert(
      fc.property(
        fc.array(shape, { maxLength: 40 }),
        fc.constantFrom('rtl' as const, 'ltr' as const),
        (shapes, direction) => {
          const read = toLogicalOrder(shapes, direction);
          expect(Array.from(read).toSorted().join('')).toBe(shapes.toSorted().join(''));
        },
      ),
    );
  });
});
