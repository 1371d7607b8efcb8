import type { Concept, GradedPhrase } from './concepts.ts';
import type { WordStrengths } from './vocabulary.ts';

/** How surely a text says a concept, 0 to 1: its strongest word or whole phrase. `words` are the text's by their numbers in the vocabulary. */
export function matchConcept(
  { words: ways, phrases }: Pick<Concept, 'words' | 'phrases'>,
  words: readonly number[],
): number {
  let best = nearestWord(ways, words);
  for (const phrase of phrases) {
    if (phrase.strength > best) best = Math.max(best, phrase.strength * weakestWord(phrase, words));
  }
  return best;
}

/** How surely all words of a phrase stand among some words: as surely as the one that does least. */
function weakestWord(phrase: GradedPhrase, words: readonly number[]): number {
  let weakest = 1;
  for (const forms of phrase.words) {
    weakest = Math.min(weakest, nearestWord(forms, words));
    // Most phrases lack their first word, and nothing else of them need be looked for.
    if (weakest === 0) break;
  }
  return weakest;
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
