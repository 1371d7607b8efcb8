import { normalise } from '../../language/normalise.ts';
import { ARABIC_WORDS, PERSIAN_WORDS, SORANI_STOPWORDS } from '../../language/stopwords.ts';

/** Shorter texts may well have no frequent word at all. */
const FEWEST_WORDS = 30;
/** Of words in Arabic letters: a fourth of written Sorani are frequent ones, and of scrambled text hardly any. */
const LEAST_FREQUENT = 0.04;
/** A word of one letter is و, or the ی of "٦ ی", and little else; letters stand alone where shapes were taken for spaces. */
const MOST_SINGLE = 0.15;
/** A word in letters of two scripts: a font's table of letters is lost, or wrong. */
const MOST_MIXED = 0.1;
/** Numbers with a letter in place of a digit: the file has lost its table of digits. */
const MOST_BROKEN_NUMBERS = 0.2;
const FEWEST_NUMBERS = 5;
/** So much text is enough to judge by. */
const JUDGED_CHARACTERS = 200_000;
const WORD = /[\p{L}\p{M}\p{Nd}\u200C]+/gu;
const ARABIC_LETTER = /\p{Script=Arabic}/u;
const OTHER_LETTER = /(?!\p{Script=Arabic})\p{L}/u;
const ARABIC_DIGIT = /[\u0660-\u0669]/u;

/**
 * Whether words in Arabic letters are words: PDF files without a table of their letters give letters at random, others give
 * them from left to right, and then none of لە، بۆ، کە and their like is among them. Text in Latin letters passes.
 */
export function isLegible(text: string): boolean {
  const words = text.slice(0, JUDGED_CHARACTERS).match(WORD) ?? [];
  return hasWords(words) && hasWholeNumbers(words);
}

function hasWords(all: readonly string[]): boolean {
  const words = all.filter((word) => ARABIC_LETTER.test(word));
  const mixed = words.filter((word) => OTHER_LETTER.test(word)).length;
  const single = words.filter((word) => word.length === 1 && !'وی'.includes(word)).length;
  const frequent = words.filter((word) => isFrequent(normalise(word).text)).length;
  return (
    words.length < FEWEST_WORDS ||
    (mixed <= words.length * MOST_MIXED &&
      single <= words.length * MOST_SINGLE &&
      frequent >= words.length * LEAST_FREQUENT)
  );
}

/** Also letters at the end ("١٤ی") make no number a broken one: only those of another script do. */
function hasWholeNumbers(words: readonly string[]): boolean {
  const numbers = words.filter((word) => ARABIC_DIGIT.test(word));
  const broken = numbers.filter((word) => OTHER_LETTER.test(word)).length;
  return numbers.length < FEWEST_NUMBERS || broken <= numbers.length * MOST_BROKEN_NUMBERS;
}

function isFrequent(word: string): boolean {
  return SORANI_STOPWORDS.has(word) || ARABIC_WORDS.has(word) || PERSIAN_WORDS.has(word);
}
