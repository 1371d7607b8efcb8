import type { Dictionary } from '../retrieval/dictionary.ts';
import { citedWords } from './cited-words.ts';
import { isProvenContrast } from './contrast.ts';
import { negationsIn } from './negations.ts';
import { readClaim, supportOf } from './support.ts';

/** From here on the words that one text denies are taken to be in the other. */
const SAME_WORDS = 0.7;

/** A "no" that answers a question, with the pause behind it; what is claimed comes then. */
const ANSWER = /^\s*(?:no|نا|نەخێر)\s*[,\u060C.;:\u061B!\u2013\u2014]\s*(?=\S+\s+\S)/iu;

/** A claim without the "no" by which it answers a question. */
export function withoutAnswer(claim: string): string {
  return claim.replace(ANSWER, '');
}

/**
 * Whether a claim denies something and the texts deny nothing, or the texts deny words that the claim affirms. What is denied in both
 * is taken to be the same.
 */
export function isTurned(claim: string, texts: readonly string[], dictionary: Dictionary): boolean {
  const own = withoutAnswer(claim);
  const said = negationsIn(own, dictionary.lexicon);
  const stand = texts.map((text) => ({ text, negations: negationsIn(text, dictionary.lexicon) }));
  if (said.length > 0) {
    return (
      stand.every(({ negations }) => negations.length === 0) &&
      !isProvenContrast(own, texts, dictionary)
    );
  }
  const affirmed = citedWords([claim]);
  return stand.some(({ text, negations }) =>
    negations.some(({ scope }) => {
      const [first] = scope;
      const last = scope.at(-1);
      if (first === undefined || last === undefined) return false;
      const denied = readClaim(text.slice(first.start, last.end), dictionary);
      return supportOf(denied, affirmed) >= SAME_WORDS;
    }),
  );
}
