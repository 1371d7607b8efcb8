import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { fromLegacyFont, shapeOf, stopwordOfShape } from '../language/spelling.ts';
import { verbOf } from '../language/verbs.ts';
import type { WordIndex } from './word-index.ts';

/** The Sorani words that a question may have meant: those of the documents and of the lexicon. */
export interface Dictionary {
  readonly words: WordIndex;
  readonly lexicon: Lexicon;
  /** Whether any document has an English rendition, so that English is worth looking for. */
  readonly renditions: boolean;
}

/** Words of fewer letters share their shape with too many others. */
const LEAST_LETTERS = 3;
/** A letter alone, or what a word broken behind its ە leaves (سە of سەرۆک): no word, unless a stop word. */
const FRAGMENT = /^(?:\p{L}|\p{L}{0,2}ە)$/u;
/** Letters that a poor keyboard doesn't have: who types one means the others too. */
const KURDISH_LETTER = /[ێۆڕڵپچگژڤ]/u;

/** Whether a word is one as it stands; what isn't in Arabic letters always is. */
export function isKnown(term: Term, { words, lexicon }: Dictionary): boolean {
  if (term.stopword || term.script !== 'arabic') return true;
  if (FRAGMENT.test(term.text)) return false;
  return (
    words.vocabulary.numberOf(term.text) !== -1 ||
    lexicon.knowsSorani(term.folded) ||
    verbOf(term.text) !== null
  );
}

/**
 * What a word in Arabic letters was meant for: a stop word, or a word of the documents or the lexicon, that looks the same on a
 * keyboard or in a font without the letters of Kurdish. Null where there is none.
 */
export function knownSpelling(term: Term, dictionary: Dictionary): string | null {
  const legacy = fromLegacyFont(term.text);
  if (analyse(legacy).some(({ stopword }) => stopword)) return legacy;
  return (
    (legacy === term.text ? null : ofSameShape(legacy, dictionary)) ??
    ofSameShape(term.text, dictionary)
  );
}

function ofSameShape(word: string, { words, lexicon }: Dictionary): string | null {
  const [term] = analyse(word);
  if (term === undefined || term.folded.length < LEAST_LETTERS) return null;
  const stopword = KURDISH_LETTER.test(word) ? null : stopwordOfShape(shapeOf(word));
  const shape = shapeOf(term.folded);
  return (
    stopword ??
    mostFrequent(words, words.vocabulary.ofShape(shapeOf(word))) ??
    mostFrequent(words, words.vocabulary.ofShape(shape)) ??
    lexicon.soraniOfShape(shape)
  );
}

function mostFrequent(words: WordIndex, numbers: Uint32Array): string | null {
  let best: number | null = null;
  for (const number of numbers) {
    if (best === null || words.frequency(number) > words.frequency(best)) best = number;
  }
  return best === null ? null : (words.vocabulary.data.words[best] ?? null);
}
