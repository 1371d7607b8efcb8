/** The Hawar alphabet as used for Sorani (Bedirxan, 1932; the Kurdish Academy's letters ẍ ḧ ł ř for what it lacks). */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ا: 'a',
    ب: 'b',
    پ: 'p',
    ت: 't',
    ج: 'c',
    چ: 'ç',
    ح: 'ḧ',
    خ: 'x',
    د: 'd',
    ر: 'r',
    ڕ: 'ř',
    ز: 'z',
    ژ: 'j',
    س: 's',
    ش: 'ş',
    ع: '’',
    غ: 'ẍ',
    ف: 'f',
    ڤ: 'v',
    ق: 'q',
    ک: 'k',
    گ: 'g',
    ل: 'l',
    ڵ: 'ł',
    م: 'm',
    ن: 'n',
    ه: 'h',
    ە: 'e',
    ۆ: 'o',
    ێ: 'ê',
    ئ: '',
  }),
);

const VOWELS = 'اەۆێوی';

/**
 * A normalised Sorani word in Latin letters, for readers who don't know the Arabic ones. The short vowel that Sorani doesn't write stays
 * unwritten, and و and ی are consonants beside vowels only: near enough to be said and searched for.
 */
export function romanise(word: string): string {
  const letters = Array.from(word.replaceAll('وو', '\u0000'));
  return letters.map((letter, place) => romanLetter(letter, letters, place)).join('');
}

function romanLetter(letter: string, letters: readonly string[], place: number): string {
  if (letter === '\u0000') return 'û';
  if (letter === 'و') return isConsonant(letters, place) ? 'w' : 'u';
  if (letter === 'ی') return isConsonant(letters, place) ? 'y' : 'î';
  return LETTERS.get(letter) ?? letter;
}

/** و and ی at the start of a word and beside a written vowel. */
function isConsonant(letters: readonly string[], place: number): boolean {
  const before = letters[place - 1];
  const after = letters[place + 1];
  return (
    before === undefined ||
    VOWELS.slice(0, 4).includes(before) ||
    (after !== undefined && VOWELS.includes(after))
  );
}
