import { foldWord } from './fold.ts';
import { AE, HEH } from './letters.ts';
import { SORANI_STOPWORDS } from './stopwords.ts';

/** What an Arabic keyboard has in the place of the letters that it lacks. */
const KEYBOARD_LETTERS: ReadonlyMap<string, string> = new Map([
  ['\u06AF', '\u06A9'], // گ → ک
  ['\u067E', '\u0628'], // پ → ب
  ['\u0686', '\u062C'], // چ → ج
  ['\u0698', '\u0632'], // ژ → ز
  ['\u06A4', '\u0641'], // ڤ → ف
  ['\u0637', '\u062A'], // ط → ت
  ['\u0635', '\u0633'], // ص → س
  ['\u062B', '\u0633'], // ث → س
  ['\u0630', '\u0632'], // ذ → ز
  ['\u0636', '\u0632'], // ض → ز
  ['\u0638', '\u0632'], // ظ → ز
  ['\u062D', '\u0647'], // ح → ه
]);

/**
 * The shape of a word: what is left of its folded form on a keyboard without the letters of Kurdish. Words of one shape are often
 * different words, so a shape only ever finds the word that was meant among those that a text has.
 */
export function shapeOf(word: string): string {
  let shape = '';
  for (const letter of foldWord(word)) shape += KEYBOARD_LETTERS.get(letter) ?? letter;
  return shape;
}

/** Letters of the fonts before Unicode, and what they were drawn as. */
const LEGACY_LETTERS: ReadonlyMap<string, string> = new Map([
  ['\u062B', '\u067E'], // ث → پ
  ['\u0636', '\u0686'], // ض → چ
  ['\u0630', '\u0698'], // ذ → ژ
  ['\u0637', '\u06AF'], // ط → گ
  ['\u0638', '\u06A4'], // ظ → ڤ
]);

/** A normalised word as an old font would have drawn it; the same word where nothing in it speaks for one. */
export function fromLegacyFont(word: string): string {
  return word.replaceAll(
    /[\u062B\u0636\u0630\u0637\u0638]/gu,
    (letter) => LEGACY_LETTERS.get(letter) ?? letter,
  );
}

const STOPWORDS_BY_SHAPE: ReadonlyMap<string, string> = new Map(
  [...SORANI_STOPWORDS].toReversed().map((word) => [shapeOf(word), word]),
);

/** The stop word of a shape, the more usual of several; null where there is none. */
export function stopwordOfShape(shape: string): string | null {
  return STOPWORDS_BY_SHAPE.get(shape) ?? null;
}

/** Behind these a ه is the vowel ە … */
const CONSONANT =
  /[\u0626\u0628\u062A-\u063A\u0641-\u0647\u067E\u0686\u0695\u0698\u06A4\u06A9\u06AF\u06B5\u0648\u06CC]/u;
/** … unless one of these follows, vowels that have letters of their own: نهێنی, دهۆک. */
const VOWEL = /[\u0627\u06CE\u06C6\u06D5]/u;

/**
 * A word as it was meant on a keyboard without ە: ئهمریکا → ئەمریکا, بههیز → بەهیز. A word with any ە is left
 * alone. As long as its argument, letter by letter.
 */
export function restoreVowels(word: string): string {
  if (!word.includes(HEH) || word.includes(AE)) return word;
  let restored = '';
  for (const [position, letter] of Array.from(word).entries()) {
    const isVowel =
      letter === HEH &&
      CONSONANT.test(restored.slice(-1)) &&
      !VOWEL.test(word.charAt(position + 1));
    restored += isVowel ? AE : letter;
  }
  return restored;
}
