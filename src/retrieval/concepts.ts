import { comparable } from '../language/similarity.ts';
import { soundsOfEnglish, soundsOfSorani } from '../language/sounds.ts';
import type { QueryTerm } from './query.ts';
import type { Vocabulary, WordStrengths } from './vocabulary.ts';

/** A phrase that means the same: each of its words in all its forms, all of which must stand in one sentence. */
export interface GradedPhrase {
  readonly words: readonly WordStrengths[];
  readonly strength: number;
}

/**
 * What a term of a question asks for, as it may stand in the documents: every word of the vocabulary that says it, and how surely
 * (a structured query: Pirkola, 1998, with graded instead of equal alternatives).
 */
export interface Concept {
  readonly term: QueryTerm;
  readonly words: WordStrengths;
  readonly phrases: readonly GradedPhrase[];
}

/** A name in English letters that sounds less like a Sorani word than this is another name. */
const LEAST_ALIKE_ACROSS = 0.76;
/** The same within Sorani, where only spelling differs. */
const LEAST_ALIKE_WITHIN = 0.87;
/** A name that only sounds alike never counts as much as one that is spelt so. */
const SOUND_STRENGTH = 0.9;

/** Looks a term up in a vocabulary, with all other ways to say it. */
export function toConcept(term: QueryTerm, vocabulary: Vocabulary): Concept {
  const words: WordStrengths = new Map();
  const phrases: GradedPhrase[] = [];
  vocabulary.markSimilar(words, comparable(term));
  for (const { stems, strength } of term.alternatives) {
    const [only, ...more] = stems;
    if (only !== undefined && more.length === 0) vocabulary.markForms(words, only, strength);
    else phrases.push({ words: stems.map((stem) => formsOf(vocabulary, stem)), strength });
  }
  if (term.name) markNames(words, term, vocabulary);
  return { term, words, phrases };
}

function formsOf(vocabulary: Vocabulary, stem: string): WordStrengths {
  const forms: WordStrengths = new Map();
  vocabulary.markForms(forms, stem, 1);
  return forms;
}

function markNames(words: WordStrengths, term: QueryTerm, vocabulary: Vocabulary): void {
  if (term.script === 'latin') {
    vocabulary.markSounding(words, soundsOfEnglish(term.text), acrossAlphabets, LEAST_ALIKE_ACROSS);
  } else {
    vocabulary.markSounding(words, soundsOfSorani(term.text), withinSorani, LEAST_ALIKE_WITHIN);
  }
}

/** From half of the full strength for what is barely alike to all of it for the same sounds. */
function acrossAlphabets(alike: number): number {
  const surplus = (alike - LEAST_ALIKE_ACROSS) / (1 - LEAST_ALIKE_ACROSS);
  return (SOUND_STRENGTH * (1 + surplus)) / 2;
}

function withinSorani(alike: number): number {
  return SOUND_STRENGTH * alike;
}
