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
    const forms = formsOf(token.text, token.script);
    const stopword = forms.stopword && !isAcronym(source.slice(token.start, token.end), source);
    const { text, script, start, end } = token;
    return { text, script, start, end, stem: forms.stem, folded: forms.folded, stopword };
  });
}

/** What a word is, wherever it stands. */
type WordForms = Pick<Term, 'stem' | 'folded' | 'stopword'>;

/** Words met before: a text has far fewer different words than words. Emptied when full, so that it stays bounded. */
const known = new Map<string, WordForms>();
const MOST_KNOWN = 200_000;

function formsOf(text: string, script: Token['script']): WordForms {
  const before = known.get(text);
  if (before !== undefined) return before;
  const stem = stemOf(text, script);
  const stopword =
    script === 'arabic' ? FOLDED_STOPWORDS.has(foldWord(text)) : ENGLISH_STOPWORDS.has(text);
  const forms = { stem, folded: foldWord(stem), stopword };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, forms);
  return forms;
}

/** Stop words are known without ڕ ڵ ۆ ێ ە too, because that is how many people type them. */
const FOLDED_STOPWORDS: ReadonlySet<string> = new Set(Array.from(SORANI_STOPWORDS, foldWord));

/** A stop word that is a name in capitals; as a stem it has none. */
const ACRONYMS: ReadonlySet<string> = new Set(['us']);

/** Stop words as stems, for those who have only stems to look at. */
const STOP_STEMS: ReadonlySet<string> = new Set([
  ...Array.from(SORANI_STOPWORDS, (word) => foldWord(stemSorani(word))),
  ...Array.from(ENGLISH_STOPWORDS, stemEnglish),
]);

/** Whether a folded stem is that of a stop word, in either language. */
export function isStopStem(stem: string): boolean {
  return STOP_STEMS.has(stem) && !ACRONYMS.has(stem);
}

/** Capitals in a text that has small letters too: "US" is no "us", "WHO" no "who". */
function isAcronym(word: string, source: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && /\p{Ll}/u.test(source);
}

function stemOf(text: string, script: Token['script']): string {
  if (script === 'arabic') return stemSorani(text);
  return script === 'latin' ? stemEnglish(text) : text;
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
