import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { masked } from '../../src/insight/mask.ts';
import { anyText, FIXED } from '../support/any-text.ts';

describe('what may say who wrote', () => {
  it.each([
    ['an e-mail address', 'وەڵامم بۆ azad.k@example.org بنێرە', 'وەڵامم بۆ ‹…› بنێرە'],
    ['a name in Telegram', 'ask @azad_h please', 'ask ‹…› please'],
    ['a link', 'بڕوانە https://t.me/x/1?a=b ئێستا', 'بڕوانە ‹…› ئێستا'],
    ['a link without a scheme', 'see t.me/azad or www.x.krd', 'see ‹…› or ‹…›'],
    ['a site', 'what is on example.com/azad?', 'what is on ‹…›'],
    ['a telephone number', 'ژمارەم 0750 123 45 67 ە', 'ژمارەم ‹…› ە'],
    ['one from abroad', 'call +964 (750) 123-4567!', 'call ‹…›!'],
    ['one in Sorani digits', 'پەیوەندیم پێوە بکە: ٠٧٥٠١٢٣٤٥٦٧', 'پەیوەندیم پێوە بکە: ‹…›'],
    ['one with marks of direction', 'ژمارەم \u20660750\u206912345\u206967', 'ژمارەم ‹…›'],
    ['a passport', 'my passport A12345678 expired', 'my passport ‹…› expired'],
    ['a card', 'کارتی 1990-1234-5678', 'کارتی ‹…›'],
  ])('is masked: %s', (_, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    'بودجەی ٢٠٢١ چەندە؟',
    'لە 2021-04-07 یان 7/4/2021 چی ڕوویدا؟',
    'بۆچی 3,500,000 بەرمیل، نەک ٣٬٤٥٠٬٠٠٠؟',
    'ماددەی ١٤٠',
    'Did 25000000 dinars go to D.C.?',
    'د. فوئاد حوسێن کێیە؟',
  ])('is not in: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('is gone at once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(masked(masked(text))).toBe(masked(text));
      }),
      FIXED,
    );
  });
});
