import type { Span } from '../corpus/document.ts';
import type { Dictionary } from '../retrieval/dictionary.ts';
import { readQuery } from '../retrieval/query.ts';
import type { Query, QueryTerm } from '../retrieval/query.ts';
import { TEXT_SIDES } from '../retrieval/text-side.ts';
import { strengthOf } from './cited-words.ts';
import type { CitedWords } from './cited-words.ts';

/** A claim, read as a question is: each word with the other ways to say it, in both languages. */
export function readClaim(text: string, dictionary: Dictionary): Query {
  return readQuery(text, { ...dictionary, renditions: true });
}

/** A word of content of a claim, and how surely it stands in what the claim cites. */
export interface WordSupport {
  readonly term: QueryTerm;
  /** 0 to 1. */
  readonly support: number;
}

/**
 * A claim's words of content in order, each with how surely it stands in cited words; across the languages through the lexicon.
 * Words within `proven` spans, such as numbers that were compared by value, are taken to stand there.
 */
export function wordSupport(
  claim: Query,
  cited: CitedWords,
  proven: readonly Span[] = [],
): WordSupport[] {
  const terms = TEXT_SIDES.flatMap((side) => claim.terms[side].filter(isContent));
  const sides = TEXT_SIDES.map((side) => {
    const strengths = claim.terms[side].filter(isContent).map((term) => {
      const isProven = proven.some((span) => isWithin(term, span));
      return [term.start, isProven ? 1 : strengthOf(term, cited[side])] as const;
    });
    return new Map(strengths);
  });
  return [...new Map(terms.map((term) => [term.start, term])).values()]
    .toSorted((left, right) => left.start - right.start)
    .map((term) => ({
      term,
      support: Math.max(
        ...sides.map((side) => side.get(term.start) ?? coveringPhrase(side, term.start)),
      ),
    }));
}

/** What share of a claim's words of content stands in cited words, 0 to 1, each counted by how surely it does. 1 for a claim without any. */
export function supportOf(claim: Query, cited: CitedWords): number {
  const words = wordSupport(claim, cited);
  const sum = words.reduce((total, { support }) => total + support, 0);
  return words.length === 0 ? 1 : sum / words.length;
}

function isContent({ stopword }: QueryTerm): boolean {
  return !stopword;
}

function isWithin({ start }: QueryTerm, span: Span): boolean {
  return span.start <= start && start < span.end;
}

/** Of a word that one side reads as part of a phrase: what the phrase has. */
function coveringPhrase(side: ReadonlyMap<number, number>, start: number): number {
  const before = [...side.keys()].filter((other) => other < start);
  return before.length === 0 ? 0 : (side.get(Math.max(...before)) ?? 0);
}
