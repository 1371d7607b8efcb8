import { draw, drawNumber } from '../../scripts/scale/random.ts';
import type { Random } from '../../scripts/scale/random.ts';

/** What may be typed in the place of a letter or sign, and is the same quote. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  ک: ['ك'],
  ی: ['ي', 'ى'],
  ێ: ['ی', 'ي', 'ې', 'ی\u065A'],
  ە: ['ه', 'ة', 'ه\u200C', 'ه\u0654'],
  ه: ['ھ', 'ہ'],
  ڕ: ['ر', 'ر\u065A'],
  ر: ['ڕ'],
  ڵ: ['ل', 'ل\u065A'],
  ل: ['ڵ'],
  ۆ: ['و', 'ؤ', 'و\u065A'],
  ا: ['أ', 'آ'],
  '،': ['', ',', ' ، '],
  '؛': [';', '،'],
  '.': ['', '!', '…'],
  '"': ['', '«', '”'],
};

type Spell = (text: string, random: Random) => string;

const WAYS: Readonly<Record<string, Spell>> = {
  'letters of another keyboard': (text, random) =>
    text.replaceAll(/./gu, (character) =>
      SPELLINGS[character] === undefined || random() < 0.5
        ? character
        : draw(random, SPELLINGS[character] ?? []),
    ),
  joiners: (text, random) =>
    text.replaceAll(/(?<=[\u0628-\u064A])(?=[\u0628-\u064A])/gu, () =>
      random() < 0.2 ? '\u200C' : '',
    ),
  'tatweel and vowel marks': (text, random) =>
    text.replaceAll(/(?<=\p{Script=Arabic})(?=\p{Script=Arabic})/gu, () =>
      random() < 0.2 ? draw(random, ['\u0640', '\u064E', '\u0650']) : '',
    ),
  digits: (text, random) => {
    const zero = draw(random, [0x30, 0x06f0]);
    return text.replaceAll(/[٠-٩]/gu, (digit) =>
      String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0x0660 + zero),
    );
  },
  punctuation: (text, random) =>
    `${draw(random, ['', '«', '"', '– '])}${text.replaceAll(/[،؛."]/gu, (sign) => draw(random, ['', sign, ` ${sign} `]))}${draw(random, ['', '»', '!', '؟', '...'])}`,
  'white space': (text, random) =>
    text.replaceAll(/ /gu, () => draw(random, [' ', '  ', '\n', '\u00A0', '\t'])),
  'words written together': (text, random) => {
    const words = text.split(' ');
    const place = drawNumber(random, words.length - 1);
    // A digit behind a digit would be another number.
    const pair = [words[place] ?? '', words[place + 1] ?? ''];
    return /\d$|[٠-٩–-]$/u.test(pair[0] ?? '')
      ? text
      : words.toSpliced(place, 2, pair.join('')).join(' ');
  },
};

/** A quote in other spellings, each equal under the fold: every way in turn. */
export function respellQuote(
  quote: string,
  turn: number,
  random: Random,
): { way: string; text: string } {
  const ways = Object.entries(WAYS);
  const [way, spell] = ways[turn % ways.length] ?? ['', (text: string) => text];
  return { way, text: spell(quote, random) };
}
