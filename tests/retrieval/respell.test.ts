import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../src/language/analysis.ts';
import { isKnown } from '../../src/retrieval/dictionary.ts';
import { respell } from '../../src/retrieval/respell.ts';
import { anyText, FIXED, writtenText } from '../support/any-text.ts';
import { DICTIONARY } from '../support/dictionary.ts';

/** The words of a question as they are looked for. */
function words(question: string): string {
  return respell(analyse(question), question, DICTIONARY)
    .map(({ text }) => text)
    .join(' ');
}

/** Words of the documents behind prepositions, with a space, a mark or nothing between them. */
const knownText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...DICTIONARY.words.vocabulary.data.words),
      fc.constantFrom('', 'له', 'به', 'بۆ', 'لە '),
      fc.constantFrom(' ', ' ', '، ', ''),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.map(([word, before, behind]) => before + word + behind).join(''));

describe('a question in the spelling of the documents', () => {
  it.each([
    ['ئه مريكا كفتوكوي كرد', 'ئەمریکا گفتوگۆی کرد', 'an Arabic keyboard, with a space behind ه'],
    ['ئهمريكا جهكيان', 'ئەمریکا چەکیان', 'and without'],
    ['به ريوه جوو', 'بەڕێوەچوو', 'pieces whose letters are poor too'],
    ['ثيَشمةرطة ذينطة', 'پێشمەرگە ژینگە', 'an old font'],
    ['saroki eraq la bexda', 'سەرۆکی عێراق لە بەغدا', 'chat'],
    ['serokî êraq 2021', 'سەرۆکی عێراق 2021', 'Hawar, and a number'],
    ['دە پارێزن', 'دەپارێزن', 'a verb in two'],
    ['لەپەرلەمان', 'لە پەرلەمان', 'لە run together with the word behind it'],
    ['بەئابووری', 'بە ئابووری', 'so with بە'],
    ['بۆشاند', 'بۆ شاند', 'and with بۆ'],
    ['لهبهغدا', 'لە بەغدا', 'on an Arabic keyboard'],
    ['لهكفتوكوي', 'لە گفتوگۆی', 'with letters missing'],
    ['شاندی Blinken', 'شاندی blinken', 'a foreign name among Arabic letters'],
    ['🙂 جهكيان 🙂', 'چەکیان', 'emoji'],
    ['', '', 'nothing'],
  ])('%j is %j: %s', (question, expected) => {
    expect(words(question)).toBe(expected);
  });

  it.each([
    ['سەرۆکی ئەمریکا لەگەڵ سەرۆکوەزیرانی عێراق قسەی کرد', 'in the spelling of the documents'],
    ['گۆڕانیان لە پەرلەمان', 'words of one shape with another'],
    ['کۆران', 'the rarer of them'],
    ['لەلە', 'a word that begins like a preposition'],
    ['لەفیلدا', 'a preposition before what is no word'],
    ['فیل دلا', 'words that nothing is like'],
    ['2021', 'a number alone'],
  ])('stays %j: %s', (question) => {
    expect(words(question)).toBe(question);
  });

  it('has each word where it was typed, the parts of one at one place', () => {
    const question = '؟ گه ري لهبهغدا';
    const places = respell(analyse(question), question, DICTIONARY).map(({ text, start, end }) => [
      text,
      question.slice(start, end),
    ]);
    expect(places).toEqual([
      ['گەڕی', 'گه ري'],
      ['لە', 'لهبهغدا'],
      ['بەغدا', 'لهبهغدا'],
    ]);
  });

  it('is as it was typed where every word is known', () => {
    fc.assert(
      fc.property(fc.oneof(writtenText, knownText), (question) => {
        const typed = analyse(question).filter(({ script }) => script !== 'latin');
        const known = typed.filter((term) => isKnown(term, DICTIONARY));
        expect(respell(known, question, DICTIONARY)).toEqual(known);
      }),
      { ...FIXED, numRuns: 300 },
    );
  });

  it('has its words in order, inside the question, none empty, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, knownText), (question) => {
        const typed = analyse(question);
        let [start, end] = [0, 0];
        for (const word of respell(typed, question, DICTIONARY)) {
          expect(word.text).not.toBe('');
          expect(word.start).toBeLessThan(word.end);
          expect(word.end).toBeLessThanOrEqual(question.length);
          // Behind the word before it, or at the same place.
          expect(word.start === start ? word.end === end || end === 0 : word.start >= end).toBe(
            true,
          );
          ({ start, end } = word);
        }
        expect(end).toBe(typed.at(-1)?.end ?? 0);
      }),
      { ...FIXED, numRuns: 300 },
    );
  });
});
