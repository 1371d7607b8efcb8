import {
  AMBIGUOUS_LATIN_WORDS,
  ARABIC_WORDS,
  ENGLISH_STOPWORDS,
  LATIN_SORANI_WORDS,
  PERSIAN_WORDS,
  SORANI_STOPWORDS,
} from './stopwords.ts';
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

/** How a text is written: Sorani in Arabic letters, Sorani in Latin letters, English, or none of these. */
export type DetectedLanguage = 'ckb' | 'ckb-Latn' | 'en' | 'other';

/** Letters of the Sorani alphabet that neither Arabic nor Persian has; normalising makes ڕ of every initial ر. */
const SORANI_LETTERS = /(?<!^)\u0695|[\u06B5\u06C6\u06CE\u06D5\u06A4]/u;
/** Letters of the Hawar alphabet that English doesn't have. */
const HAWAR_LETTERS = /[çêîşûłřẍḧ]/u;
/** Letters that neither English nor Hawar has: another language in Latin letters. */
const OTHER_LATIN_LETTERS = /[^a-z'çêîşûłřẍḧ]/u;
/** Endings that long Sorani words have and hardly any English one: -ekan, -akay, -ewe, … */
const LATIN_SORANI_ENDING =
  /^.{3,}(?:[ae]k[ae]y[iî]?|[ae]kan[iîy]?|[ae]k[ae]n[iî]|[ae]k[ae]da|ewe|awey|iy[ae]ka?n?|dekat|dakat)$/u;

/**
 * How a question is written, judged by letters and function words.
 *
 * Mixed text is decided by the greater number of words; Arabic letters are Sorani unless Arabic or Persian function
 * words outvote the Sorani ones; Latin letters are English unless something speaks for Sorani or another language.
 * A text without a word is `other`.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const tokens = tokenise(text);
  const arabic = tokens.filter((token) => token.script === 'arabic');
  const latin = tokens.filter((token) => token.script === 'latin');
  if (arabic.length === 0 && latin.length === 0) return 'other';
  return arabic.length >= latin.length ? detectArabicScript(arabic) : detectLatinScript(latin);
}

function detectArabicScript(tokens: readonly Token[]): 'ckb' | 'other' {
  const sorani = count(
    tokens,
    (word) => SORANI_LETTERS.test(word) || SORANI_STOPWORDS.has(word) || word.startsWith('ئ'),
  );
  const other = Math.max(
    count(tokens, (word) => ARABIC.has(asTyped(word)) || /^ال\p{L}{3}/u.test(word)),
    count(tokens, (word) => PERSIAN.has(asTyped(word)) || /^می\p{L}{3}/u.test(word)),
  );
  return other > sorani ? 'other' : 'ckb';
}

/** Arabic and Persian have neither an initial ڕ nor ە: what normalising makes of their ر and the lists of their ه. */
function asTyped(word: string): string {
  return word.replace(/^\u0695/u, '\u0631').replaceAll('\u06D5', '\u0647');
}

const ARABIC: ReadonlySet<string> = new Set(Array.from(ARABIC_WORDS, asTyped));
const PERSIAN: ReadonlySet<string> = new Set(Array.from(PERSIAN_WORDS, asTyped));

function detectLatinScript(tokens: readonly Token[]): 'ckb-Latn' | 'en' | 'other' {
  const english = count(tokens, (word) => ENGLISH_STOPWORDS.has(word));
  const plain = count(tokens, isLatinSorani);
  // Words that are also English, French or names tell something only beside others.
  const ambiguous = count(tokens, (word) => AMBIGUOUS_LATIN_WORDS.has(word));
  const sorani = plain > 0 || ambiguous > 1 ? plain + ambiguous : 0;
  const other = count(tokens, (word) => OTHER_LATIN_LETTERS.test(word));
  if (sorani > english && sorani > other) return 'ckb-Latn';
  return other > english ? 'other' : 'en';
}

function isLatinSorani(word: string): boolean {
  const isHawar = HAWAR_LETTERS.test(word) && !OTHER_LATIN_LETTERS.test(word);
  return LATIN_SORANI_WORDS.has(word) || LATIN_SORANI_ENDING.test(word) || isHawar;
}

function count(tokens: readonly Token[], holds: (word: string) => boolean): number {
  return tokens.filter((token) => holds(token.text)).length;
}
