import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { isKnown, knownSpelling } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import { joinPieces } from './join-pieces.ts';
import { readLatin } from './read-latin.ts';

/**
 * The words of a Sorani question in the spelling of the documents, where that can be told: broken words joined (ئه مریکا, دە
 * کات), words run together parted (لهکوی), letters that a keyboard or a font lacked put back, Latin letters put into Arabic ones.
 * Words that are known as they stand, and what nothing is like, stay. Each word keeps its place in `source`.
 */
export function respell<T extends Term>(
  words: readonly T[],
  source: string,
  dictionary: Dictionary,
): T[] {
  // Among Arabic letters, a Latin word is a foreign one.
  const isLatin = words.every(({ script }) => script !== 'arabic');
  if (isLatin) {
    return words.map((word) =>
      word.script === 'latin' ? replace(word, readLatin(word, dictionary)) : word,
    );
  }
  return joinPieces(words, source, dictionary).flatMap((word) =>
    isKnown(word, dictionary) ? [word] : mend(word, dictionary),
  );
}

/** An unknown word as what it most likely was meant for, in one word or two; itself where nothing is like it. */
function mend<T extends Term>(word: T, dictionary: Dictionary): T[] {
  const spelling = knownSpelling(word, dictionary);
  if (spelling !== null) return [replace(word, spelling)];
  return part(word, dictionary) ?? [word];
}

/** Prepositions that are run together with the word behind them. */
const PREPOSITION = /^(?:لە|بە|بۆ)(?=\p{L}{3})/u;

function part<T extends Term>(word: T, dictionary: Dictionary): T[] | null {
  const [preposition] = PREPOSITION.exec(word.text) ?? [];
  if (preposition === undefined) return null;
  const [behind] = analyse(word.text.slice(preposition.length));
  if (behind === undefined) return null;
  const rest = isKnown(behind, dictionary) ? behind.text : knownSpelling(behind, dictionary);
  return rest === null ? null : [replace(word, preposition), replace(word, rest)];
}

/** A word in another spelling, at the same place. */
function replace<T extends Term>(word: T, spelling: string | null): T {
  const [term] = spelling === null ? [] : analyse(spelling);
  return term === undefined ? word : { ...word, ...term, start: word.start, end: word.end };
}
