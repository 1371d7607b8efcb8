import type { Term } from '../analysis.ts';

/** A run of words of a text, by their positions among its terms; `last` is the last of them. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A text with its words. */
interface Words {
  readonly source: string;
  readonly terms: readonly Term[];
}

const MOST_MODIFIERS = 4;

/**
 * The noun phrase of a word: in Sorani the words behind it as long as each is tied to the next by an izafe (ـی, ـە), in English the
 * adjectives and nouns before it, and "of …" behind.
 */
export function nounPhrase(head: number, text: Words): Run {
  if (text.terms[head]?.script === 'arabic') return { first: head, last: lastTied(head, text) };
  let first = head;
  while (first > 0 && head - first < MOST_MODIFIERS && isModifier(first - 1, text)) first -= 1;
  return { first, last: lastOf(head, text) };
}

/** Where the "of …" behind an English noun ends; the noun itself where there is none. */
function lastOf(head: number, text: Words): number {
  const { terms } = text;
  if (terms[head + 1]?.text !== 'of' || !isAdjacent(head, text)) return head;
  const next = terms[head + 2]?.stopword === true ? head + 3 : head + 2;
  return terms[next]?.stopword === false ? next : head;
}

function lastTied(head: number, text: Words): number {
  const { terms } = text;
  let last = head;
  while (
    last - head < MOST_MODIFIERS &&
    /[یە]$/u.test(terms[last]?.text ?? '') &&
    isAdjacent(last, text) &&
    terms[last + 1]?.stopword === false
  ) {
    last += 1;
  }
  return last;
}

/** Prepositions and the like that are no stop words, and forms of verbs. */
const NO_MODIFIER =
  /^(?:against|among|amid|despite|toward|towards|within|across|along|around|behind|near|said|says|say|including|that|via|per|[0-9].*|.*(?:ed|ing))$/u;

function isModifier(position: number, text: Words): boolean {
  const term = text.terms[position];
  if (term === undefined || term.stopword || NO_MODIFIER.test(term.text)) return false;
  return isAdjacent(position, text);
}

function isAdjacent(position: number, { source, terms }: Words): boolean {
  const behind = terms[position + 1];
  return (
    behind !== undefined && /^[\s-]+$/u.test(source.slice(terms[position]?.end ?? 0, behind.start))
  );
}
