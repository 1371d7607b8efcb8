import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normalise } from '../../src/language/normalise.ts';
import { romanise } from '../../src/language/romanise.ts';
import { anyText } from '../support/any-text.ts';

describe('romanise', () => {
  it.each([
    ['عێراق', '’êraq', 'ع has no letter of its own'],
    ['کوردستان', 'kurdstan', 'the short vowel stays unwritten'],
    ['یارمەتی', 'yarmetî', 'ی at the start is a consonant, at the end a vowel'],
    ['وەزیر', 'wezîr', 'و before a vowel is a consonant'],
    ['سەروەری', 'serwerî', 'also inside a word'],
    ['دوو', 'dû', 'وو is one long vowel'],
    ['بڵاو', 'bław', 'و behind a vowel is a consonant'],
    ['ئابووری', 'abûrî', 'ئ only carries a vowel'],
    ['ڕۆژ', 'řoj', 'ڕ and ۆ'],
  ])('writes %s as %s: %s', (word, latin) => {
    expect(romanise(word)).toBe(latin);
  });

  it('leaves no Sorani letter of any normalised text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(romanise(normalise(text).text)).not.toMatch(/[ابپتجچخدرڕزژسشفڤقکگلڵمنەۆێیو]/u);
      }),
    );
  });
});
