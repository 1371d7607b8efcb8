import { stemEnglish } from './english.ts';
import { foldWord } from './fold.ts';
import { stemSorani } from './stems.ts';
import { ENGLISH_STOPWORDS, SORANI_STOPWORDS } from './stopwords.ts';
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A token with all that matching needs to know of it. */
export interface Term extends Token {
  /** What inflected forms share: the Sorani stem, the English stem (Porter, 1980), or the number itself. */
  readonly stem: string;
  /** The stem as it looks without ڕ ڵ ۆ ێ ە; see foldWord. */
  readonly folded: string;
  /** Grammar rather than content. */
  readonly stopword: boolean;
}

/** The terms of a text: one pipeline for documents and questions. */
export function analyse(source: string): Term[] {
  return tokenise(source).map((token) => {
    const stem = stemOf(token);
    return {
      ...token,
      stem,
      folded: foldWord(stem),
      stopword: isStopword(token, source),
    };
  });
}

/** Stop words are known without ڕ ڵ ۆ ێ ە too, because that is how many people type them. */
const FOLDED_STOPWORDS: ReadonlySet<string> = new Set(Array.from(SORANI_STOPWORDS, foldWord));

function isStopword({ text, script, start, end }: Token, source: string): boolean {
  if (script === 'arabic') return FOLDED_STOPWORDS.has(foldWord(text));
  return ENGLISH_STOPWORDS.has(text) && !isAcronym(source.slice(start, end), source);
}

/** Capitals in a text that has small letters too: "US" is no "us", "WHO" no "who". */
function isAcronym(word: string, source: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && /\p{Ll}/u.test(source);
}

function stemOf(token: Token): string {
  if (token.script === 'arabic') return stemSorani(token.text);
  if (token.script === 'latin') return stemEnglish(token.text);
  return token.text;
}

/**
 * The character n-grams of a word with its edges marked by `_`, for n = 3 and 4: what survives endings that no stemmer
 * knows, compounds, and typing errors. A one-letter word is its only gram.
 */
export function characterGrams(word: string): string[] {
  const marked = `_${word}_`;
  const grams: string[] = [];
  for (const size of [3, 4]) {
    for (let start = 0; start + size <= marked.length; start += 1) {
      grams.push(marked.slice(start, start + size));
    }
  }
  return grams;
}
