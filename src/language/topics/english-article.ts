import type { Term } from '../analysis.ts';
import type { AnswerableText } from '../answer-types/answerable-text.ts';
import { GROUPS, isIn } from '../answer-types/name-words.ts';
import type { Run } from '../answer-types/noun-phrases.ts';
import { isPlaceName, OWNING } from './english-names.ts';
import { isAdjacent } from './runs.ts';

/** Names that take an article though they are names: what is united, and what is called by its letters. */
const WITH_ARTICLE =
  /^(?:united \p{L}+(?: of .*)?|us|usa|uk|un|eu|netherlands|philippines|emirates|gulf|middle east)$/u;

/**
 * The article that a phrase has where it is spoken of by itself, with the space behind it; empty where it has none. Null where the text
 * speaks of one of several ("a new dam"): by itself that would be another one.
 */
export function articleOf(run: Run, text: AnswerableText): string | null {
  const words = text.terms.slice(run.first, run.last + 1).map((term) => term.text);
  if (words.slice(0, -1).some((word) => OWNING.test(word)) || isPlace(words)) return '';
  if (WITH_ARTICLE.test(words.join(' '))) return 'the ';
  const determiner = determinerOf(run, text);
  if (determiner === 'the') return 'the ';
  if (/[^s]s$/u.test(words.at(-1) ?? '')) return '';
  if (determiner === 'one') return null;
  return determiner === 'owner' || isBody(run, text) ? 'the ' : '';
}

function isPlace([word = '', ...others]: readonly string[]): boolean {
  return others.length === 0 && isPlaceName(word) && !WITH_ARTICLE.test(word);
}

function isBody({ first, last }: Run, { terms }: AnswerableText): boolean {
  return terms.slice(first, last + 1).some((term) => isIn(GROUPS, term));
}

type Determiner = 'the' | 'one' | 'owner';

const DETERMINERS: readonly (readonly [Determiner, RegExp])[] = [
  ['the', /^the$/u],
  ['one', /^(?:an?|one|another|each|every|any|some)$/u],
  ['owner', /^(?:their|its|his|her|our|your|my)$|['’]s?$/u],
];
/** Adjectives between an article and a phrase; a name of one word has none. */
const REACH = 2;

/** What stands before a phrase and its adjectives. */
function determinerOf(run: Run, text: AnswerableText): Determiner | null {
  for (const { text: said, stopword } of wordsBefore(run, text)) {
    const found = DETERMINERS.find(([, pattern]) => pattern.test(said));
    if (found !== undefined || stopword) return found?.[0] ?? null;
  }
  return null;
}

/** The words that stand side by side before a run, the nearest first, as far as its article may be. */
function wordsBefore({ first, last }: Run, text: AnswerableText): readonly Term[] {
  const isName = first === last && /^\p{Lu}/u.test(text.source.slice(text.terms[first]?.start));
  const farthest = Math.max(0, first - 1 - (isName ? 0 : REACH));
  const words = text.terms.slice(farthest, first).toReversed();
  const end = words.findIndex((_, place) => !isAdjacent(first - 1 - place, text));
  return end === -1 ? words : words.slice(0, end);
}
