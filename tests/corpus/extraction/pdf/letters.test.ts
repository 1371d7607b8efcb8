import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isReversedLigature } from '../../../../src/corpus/extraction/pdf/ligatures.ts';
import { lettersOfForms } from '../../../../src/corpus/extraction/pdf/presentation-forms.ts';

describe('isReversedLigature', () => {
  it.each([
    [['ا', 'ل'], true],
    [['ل', 'ا'], false],
    [['ا', 'ڵ'], true],
    [['ڵ', 'ا'], false],
    [['ە', 'ل', 'ل'], true],
    [['f', 'i'], false],
    [['س'], false],
  ])('%j: %s', (letters, reversed) => {
    expect(isReversedLigature(letters)).toBe(reversed);
  });
});

describe('lettersOfForms', () => {
  it.each([
    ['\uFEEA', 'ە'],
    ['\uFEE9', 'ە'],
    ['\uFEEB', 'ه'],
    ['\uFEFB', 'لا'],
    ['\uFED9\uFEEE\uFBA9', 'كوہ'],
    ['ئاو', 'ئاو'],
    ['\uFE7C', '\u0651'],
  ])('%s', (forms, letters) => {
    expect(lettersOfForms(forms)).toBe(letters);
  });

  it('leaves no form, whatever it is given', () => {
    const form = fc.integer({ min: 0xfb50, max: 0xfefc }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(form, (shape) => {
        const letters = lettersOfForms(shape);
        expect(lettersOfForms(letters)).toBe(letters);
        expect(letters).not.toBe('');
      }),
    );
  });
});
