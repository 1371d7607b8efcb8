import type { Concept } from './concepts.ts';
import type { WordStrengths } from './vocabulary.ts';

/** How surely a text says a concept, 0 to 1: its strongest word or whole phrase. `words` are the text's by their numbers in the vocabulary. */
export function matchConcept(
  { words: ways, phrases }: Pick<Concept, 'words' | 'phrases'>,
  words: readonly number[],
): number {
  let best = nearestWord(ways, words);
  for (const phrase of phrases) {
    if (phrase.strength <= best) continue;
    const weakest = Math.min(...phrase.words.map((one) => nearestWord(one, words)));
    best = Math.max(best, phrase.strength * weakest);
  }
  return best;
}

/** The strength of the strongest of some words; 0 where none has any. */
function nearestWord(ways: WordStrengths, words: readonly number[]): number {
  let best = 0;
  for (const word of words) {
    const alike = ways.get(word) ?? 0;
    if (alike > best) best = alike;
  }
  return best;
}
