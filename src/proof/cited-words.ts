import { tokenise } from '../language/tokens.ts';
import { toConcept } from '../retrieval/concepts.ts';
import type { Concept } from '../retrieval/concepts.ts';
import type { QueryTerm } from '../retrieval/query.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import { Vocabulary } from '../retrieval/vocabulary.ts';

/** The words of texts that a claim rests on, by side: those in Arabic letters, and those in Latin ones; numbers on both. */
export type CitedWords = Readonly<Record<TextSide, Vocabulary>>;

/** The words of some texts in either language. */
export function citedWords(texts: readonly string[]): CitedWords {
  const words = texts.flatMap((text) => tokenise(text));
  const of = (other: 'arabic' | 'latin'): Vocabulary =>
    Vocabulary.build(
      new Set(words.filter(({ script }) => script !== other).map(({ text }) => text)),
    );
  return { sorani: of('latin'), english: of('arabic') };
}

/** How surely one of the words says a term, 0 to 1: by spelling, stem, verb, letters in common, the lexicon, or, for names, by sound. */
export function strengthOf(term: QueryTerm, words: Vocabulary): number {
  return conceptStrength(toConcept(term, words));
}

function conceptStrength({ words, phrases }: Concept): number {
  const whole = phrases.map((phrase) =>
    Math.min(phrase.strength, ...phrase.words.map((forms) => strongest(forms.values()))),
  );
  return Math.max(strongest(words.values()), ...whole);
}

function strongest(strengths: Iterable<number>): number {
  return Math.max(0, ...strengths);
}
