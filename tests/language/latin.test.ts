import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { latinToSorani } from '../../src/language/latin.ts';
import { normalise } from '../../src/language/normalise.ts';
import { FIXED, anyText } from '../support/any-text.ts';

describe('Latin letters as Sorani ones', () => {
  it.each([
    ['serokî', 'سەرۆکی', 'Hawar'],
    ['seroki', 'سەرۆکی', 'a final i is ی'],
    ['şandî', 'شاندی', 'Hawar ş'],
    ['shandi', 'شاندی', 'chat sh'],
    ['boçî', 'بۆچی', 'Hawar ç'],
    ['bochi', 'بۆچی', 'chat ch'],
    ['zhin', 'ژن', 'chat zh; a short i is not written'],
    ['jin', 'ژن', 'Hawar j'],
    ['kham', 'خام', 'chat kh'],
    ['xoy', 'خۆی', 'Hawar x'],
    ['gham', 'غام', 'gh; which a is short, letters alone cannot tell'],
    ['rraste', 'ڕاستە', 'a doubled r is the rolled one'],
    ['gull', 'گوڵ', 'a doubled l the dark one'],
    ['dûr', 'دوور', 'Hawar û'],
    ['door', 'دوور', 'chat oo'],
    ['suur', 'سوور', 'chat uu'],
    ['dee', 'دی', 'chat ee'],
    ['hewlêr', 'هەولێر', 'ê'],
    ['êraq', 'ئێراق', 'a vowel at the start stands on ئ'],
    ['aaso', 'ئاسۆ', 'a long one too'],
    ['iraq', 'ئیراق', 'and an i'],
    ['kurdistan', 'کوردستان', 'a short i between consonants is not written'],
    ['vîze', 'ڤیزە', 'v'],
    ['ẍerîb', 'غەریب', 'Hawar ẍ'],
    ['gořîn', 'گۆڕین', 'ř'],
    ['bałind', 'باڵند', 'ł'],
    ['café', 'جاف', 'a letter that is not Hawar falls away'],
    ['', '', 'nothing'],
  ])('%j is most literally %j: %s', (latin, expected) => {
    expect(latinToSorani(latin)[0]).toBe(expected);
  });

  it.each([
    ['saroki', 'سەرۆکی', 'a for ە'],
    ['eraq', 'ئێراق', 'e for ێ'],
    ['hawler', 'هەولێر', 'both in one word'],
    ['dor', 'دوور', 'o for وو'],
  ])('%j may be %j: %s', (latin, expected) => {
    expect(latinToSorani(latin)).toContain(expected);
  });

  it.each([
    ['xam', 'غەم', 'x for غ'],
    ['shirin', 'شیرین', 'i for ی'],
    ['kareba', 'کارەبا', 'among eight readings'],
  ])('%j may be %j too: %s', (latin, expected) => {
    expect(latinToSorani(latin)).toContain(expected);
  });

  it.each([
    ['fuad', 'فوئاد', 'u and a'],
    ['dua', 'دوئا', 'at the end'],
    ['neo', 'نەئۆ', 'e and o'],
  ])('keep two vowels apart in %j, %j: %s', (latin, expected) => {
    expect(latinToSorani(latin)[0]).toBe(expected);
  });

  it('are read in one way where nothing is ambiguous', () => {
    expect(latinToSorani('şîr')).toEqual(['شیر']);
  });

  it('are read in every way for the first seven letters that are ambiguous, and as they stand behind those', () => {
    const readings = latinToSorani('bababababababa');
    expect(readings).toHaveLength(128);
    expect(readings).toContain('بابابابابابابا');
    expect(readings).toContain('بەبەبەبەبەبەبە');
    expect(latinToSorani('bababababababababa').every((word) => word.endsWith('بابا'))).toBe(true);
  });

  it('have 1 to 128 readings, each once', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const readings = latinToSorani(normalise(source).text);
        expect(readings.length).toBeGreaterThan(0);
        expect(readings.length).toBeLessThanOrEqual(128);
        expect(new Set(readings).size).toBe(readings.length);
      }),
      FIXED,
    );
  });

  it('hold no Latin, whatever they were', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        for (const reading of latinToSorani(normalise(source).text)) {
          expect(reading).toMatch(/^\p{Script=Arabic}*$/u);
        }
      }),
      FIXED,
    );
  });
});
