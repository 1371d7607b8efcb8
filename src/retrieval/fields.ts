import type { Passage } from '../corpus/document.ts';
import { analyse, characterGrams } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { foldWord } from '../language/fold.ts';

/** What a question is matched against: the Sorani text, or its English rendition. */
export type TextSide = 'sorani' | 'english';

/**
 * One view of a passage that has a lexical index of its own. `terms` is applied to passages and questions alike;
 * `weight` is its share in the lexical score of its side.
 */
interface Field {
  readonly side: TextSide;
  /** Whether its terms are words, which the lexicon can say in other ways, or letter groups. */
  readonly unit: 'word' | 'gram';
  readonly weight: number;
  readonly terms: (words: readonly Term[]) => string[];
}

/** The fields, by the name they have in a snapshot. Weights of one side sum to 1; tuned with `evaluate`. */
export const FIELDS = {
  'sorani-stems': { unit: 'word', side: 'sorani', weight: 0.3, terms: foldedStems },
  'sorani-grams': { unit: 'gram', side: 'sorani', weight: 0.5, terms: grams },
  'sorani-folded-grams': { unit: 'gram', side: 'sorani', weight: 0.2, terms: foldedGrams },
  'english-stems': { unit: 'word', side: 'english', weight: 0.7, terms: foldedStems },
  'english-grams': { unit: 'gram', side: 'english', weight: 0.3, terms: grams },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;

/** One value for each field. */
export function forEachField<T>(make: (name: FieldName) => T): Record<FieldName, T> {
  return {
    'sorani-stems': make('sorani-stems'),
    'sorani-grams': make('sorani-grams'),
    'sorani-folded-grams': make('sorani-folded-grams'),
    'english-stems': make('english-stems'),
    'english-grams': make('english-grams'),
  };
}

/** The fields in the order of a snapshot's files. */
export const FIELD_NAMES: readonly FieldName[] = Object.values(forEachField((name) => name));

/** The words of a passage on one side; none where it has no rendition. */
export function passageWords(passage: Passage, side: TextSide): Term[] {
  return analyse(side === 'sorani' ? passage.text : renditionText(passage));
}

/** The aligned English of a whole passage, or an empty text. A sentence that was cut gives its rendition once. */
export function renditionText(passage: Passage): string {
  const texts = passage.sentences.map((sentence) => sentence.rendition?.text ?? '');
  return texts.filter((text, index) => text !== '' && text !== texts[index - 1]).join(' ');
}

function foldedStems(words: readonly Term[]): string[] {
  return words.map((word) => word.folded);
}

function grams(words: readonly Term[]): string[] {
  return words.flatMap((word) => characterGrams(word.text));
}

function foldedGrams(words: readonly Term[]): string[] {
  return words.flatMap((word) => characterGrams(foldWord(word.text)));
}
