import { canonicalNumber } from './digits.ts';
import { normalise, toSource } from './normalise.ts';
import { restoreVowels } from './spelling.ts';

/** The writing a token is in. */
type TokenScript = 'arabic' | 'latin' | 'number' | 'other';

/**
 * A word or number of a text. `text` is its normalised spelling, `[start, end)` where it stands in the source, in UTF-16
 * code units; tokens are in order, never empty and never overlap.
 */
export interface Token {
  readonly text: string;
  readonly script: TokenScript;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /[0-9]+(?:[.,\u066B\u066C][0-9]+)*|\p{L}[\p{L}\p{M}]*(?:'[\p{L}][\p{L}\p{M}]*)*|\p{N}/gu;
const ARABIC = /^\p{Script=Arabic}/u;
const LATIN = /^\p{Script=Latin}/u;

/** The words and numbers of a text. A number is canonical (`٠٧` is `7`), so that any digits match any digits. */
export function tokenise(source: string): Token[] {
  const normalised = normalise(source);
  const tokens: Token[] = [];
  // One pattern for all texts: `matchAll` makes a copy of it for each, which costs as much as a word or two.
  TOKEN.lastIndex = 0;
  for (
    let match = TOKEN.exec(normalised.text);
    match !== null;
    match = TOKEN.exec(normalised.text)
  ) {
    const [word] = match;
    const isNumber = startsWithDigit(word);
    tokens.push({
      text: isNumber ? canonicalNumber(word) : restoreVowels(word),
      script: isNumber ? 'number' : wordScript(word),
      ...toSource(normalised, match.index, match.index + word.length),
    });
  }
  return tokens;
}

/** Digits are ASCII by now; other signs of number (½) are no digits. */
function startsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

function wordScript(word: string): TokenScript {
  if (ARABIC.test(word)) return 'arabic';
  return LATIN.test(word) ? 'latin' : 'other';
}
