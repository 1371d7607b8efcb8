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
  /(?<number>[0-9]+(?:[.,\u066B\u066C][0-9]+)*)|\p{L}[\p{L}\p{M}]*(?:'[\p{L}][\p{L}\p{M}]*)*|\p{N}/gu;
const ARABIC = /^\p{Script=Arabic}/u;
const LATIN = /^\p{Script=Latin}/u;

/** The words and numbers of a text. A number is canonical (`٠٧` is `7`), so that any digits match any digits. */
export function tokenise(source: string): Token[] {
  const normalised = normalise(source);
  return Array.from(normalised.text.matchAll(TOKEN), (match) => {
    const isNumber = match.groups?.['number'] !== undefined;
    return {
      text: isNumber ? canonicalNumber(match[0]) : restoreVowels(match[0]),
      script: isNumber ? 'number' : wordScript(match[0]),
      ...toSource(normalised, match.index, match.index + match[0].length),
    };
  });
}

function wordScript(word: string): TokenScript {
  if (ARABIC.test(word)) return 'arabic';
  return LATIN.test(word) ? 'latin' : 'other';
}
