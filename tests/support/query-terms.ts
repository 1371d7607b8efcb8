import { analyse } from '../../src/language/analysis.ts';
import type { QueryTerm } from '../../src/retrieval/query.ts';

/** A word as a question asks for it; by default it weighs 1, is no name, and there is no other way to say it. */
export function queryTerm(word: string, changes: Partial<QueryTerm> = {}): QueryTerm {
  const [term, ...more] = analyse(word);
  if (term === undefined || more.length > 0) throw new Error(`"${word}" is not one word.`);
  return { ...term, weight: 1, alternatives: [], numeral: false, name: false, ...changes };
}

/** The folded stem of a word, as alternatives name it. */
export function stemOf(word: string): string {
  return queryTerm(word).folded;
}
