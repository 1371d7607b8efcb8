import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitSentences } from '../../src/language/sentences.ts';
import { FIXED, anyText, writtenText, visible } from '../support/any-text.ts';

function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('where a sentence ends', () => {
  it.each([
    ['هات. چوو.', ['هات.', 'چوو.'], 'at a full stop'],
    ['هات؟ چوو!', ['هات؟', 'چوو!'], 'at the Arabic question mark and at !'],
    ['هات? چوو', ['هات?', 'چوو'], 'at the Latin question mark; the last needs no mark'],
    ['هات۔ چوو', ['هات۔', 'چوو'], 'at the Urdu full stop'],
    ['هات… چوو', ['هات…', 'چوو'], 'at an ellipsis'],
    ['هات... چوو', ['هات...', 'چوو'], 'and at one of three points'],
    ['هات؟! چوو', ['هات؟!', 'چوو'], 'at several marks, once'],
    ['گوتی: "هات." پاشان', ['گوتی: "هات."', 'پاشان'], 'behind the quote that closes there'],
    ['«هات؟» چوو', ['«هات؟»', 'چوو'], 'behind a guillemet'],
    ['“Come!” He went.', ['“Come!”', 'He went.'], 'behind a typographic quote'],
    ['(هات.) چوو', ['(هات.)', 'چوو'], 'behind a bracket'],
    ['هات.\u200F چوو', ['هات.\u200F', 'چوو'], 'behind the direction mark that keyboards add'],
    ['هات.\nچوو', ['هات.', 'چوو'], 'before a new line as before a space'],
    ['سەردێڕ\n\nهات', ['سەردێڕ', 'هات'], 'at a blank line'],
    [
      'سەردێڕ\r\n \r\nهات',
      ['سەردێڕ', 'هات'],
      'at a blank line of another system, with a space in it',
    ],
  ])('%j: %j, %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it.each([
    ['شاندی د. فوئاد حوسێن هات.', 'د. is "Dr"'],
    ['لێدوانی پ.د. ئاسۆ', 'پ.د. is "Prof Dr"'],
    ['شاندی "د. فوئاد" هات', 'behind an opening quote too'],
    ['شاندی د.\u200F فوئاد', 'and with a direction mark behind it'],
    ['Dr. Fuad Hussein and Mr. Blinken met', 'English titles'],
    ['The U.S. delegation met', 'initials'],
    ['Mustafa M. Kadhimi', 'a single letter'],
    ['No. 5 of the list', 'No. before a number'],
    ['بەندی No. ٥', 'whatever its digits'],
    ['لە ٣.٥ ملیۆن', 'a decimal point'],
    ['لە 3.5 million', 'whatever the digits'],
    ['هات؛ چوو; ڕۆیشت', 'semicolons join clauses'],
    ['هات: چوو، ڕۆیشت', 'colons and commas too'],
    ['ماڵپەڕی rudaw.net دەڵێت', 'a point inside a name'],
    ['هێڵێک\nلە ناوەڕاستی ڕستەدا', 'a line break alone'],
    ['هێڵێک\r\nلە ناوەڕاستی ڕستەدا', 'of another system as well'],
  ])('not in %j: %s', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it.each([
    [
      'He said no. Then he left.',
      ['He said no.', 'Then he left.'],
      'no. before a word is the word',
    ],
    ['هات. 5 کەس', ['هات.', '5 کەس'], 'a number may begin a sentence'],
    ['وتی د. هات.', ['وتی د. هات.'], 'د. in the middle never ends one'],
    ['لە کۆتاییدا د.', ['لە کۆتاییدا د.'], 'at the end the text ends'],
    ['  هات.  ', ['هات.'], 'white space around is left out'],
    ['... !', ['...', '!'], 'marks alone are kept: nothing is lost'],
    ['   ', [], 'white space alone is nothing'],
    ['', [], 'and so is nothing'],
  ])('%j: %j, %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('is the same in a text long enough to hold an abbreviation anywhere', () => {
    const text = `${'ڕاگەیێندراو '.repeat(30)}د. فوئاد هات. ${'شاند '.repeat(30)}چوو.`;
    expect(sentences(text)).toHaveLength(2);
  });
});

describe('sentences', () => {
  it.each([
    ['Sorani', writtenText],
    ['anything', anyText],
  ])('of %s stand in order, apart, and hold every character but white space', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          last = end;
        }
        expect(visible(sentences(text).join(' '))).toBe(visible(text));
      }),
      FIXED,
    );
  });

  it('are found again where one stands alone', () => {
    fc.assert(
      fc.property(writtenText, (text) => {
        for (const sentence of sentences(text)) expect(sentences(sentence)).toEqual([sentence]);
      }),
      FIXED,
    );
  });
});
