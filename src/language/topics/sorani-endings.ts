import { analyse } from '../analysis.ts';
import type { Term } from '../analysis.ts';
import { placeNames } from '../answer-types/gazetteer.ts';
import type { Lexicon } from '../lexicon.ts';
import { verbOf } from '../verbs.ts';
import type { TopicContext } from './topic.ts';

/** Behind a noun these are its owner, so that the ی before them is an izafe: دۆخی سرووشتیی خۆی. */
const OWNER =
  /^(?:خۆی|خۆیان|خۆمان|خۆت|ئەو|ئەوان|ئەم|ئەوە|نێوان|نێوانیان|ئێمە|ئێوە|دیکە|دیکەی|تر|هەردوو|هەردوولا)$/u;
const INDEFINITE = /.ێک(?:ی|دا|ە|ن)?$/u;
const POSSESSIVE = /(?:مان|تان|یان)$/u;
/** Definite plurals with what stands behind them: "in", "from", "too", "are". */
const PLURAL = /^(?<noun>.+ەکان)(?:دا|ەوە|یش|ە)$/u;
/** "in", "from", "too". */
const CIRCUMPOSITION = /(?:دا|ڕا|ەوە|یشی?|(?<=[اەێۆ])ش)$/u;
/** Of a verbal noun ەوە is part: کۆبوونەوە, گۆڕینەوە. */
const VERBAL_NOUN = /(?:[تد]ن|وون|ین|ان)ەوە$/u;
/** Names that end as "in" does. */
const NAME_IN_DA =
  /^(?:بەغدا|کەنەدا|هۆڵەندا|پۆڵەندا|فینلەندا|ئێرلەندا|نیوزیلەندا|ئوگاندا|ڕواندا)$/u;
/** An ی behind a vowel or the plural ties the word to what follows, or owns it. */
const TYING = /(?:[اەۆێ]|وو|ەکان)ی$/u;

/** What a word ends a noun phrase as; undefined where a rule says nothing of it. */
type Rule = (last: Term, next: Term | null, context: TopicContext) => string | null | undefined;

/** In this order: the first that says something decides. */
const RULES: readonly Rule[] = [
  ({ text }) => PLURAL.exec(text)?.groups?.['noun'],
  ({ text }) => (isFiniteVerb(text) || INDEFINITE.test(text) ? null : undefined),
  ({ text }) => (VERBAL_NOUN.test(text) || NAME_IN_DA.test(text) ? text : undefined),
  ({ text }, _, context) =>
    CIRCUMPOSITION.test(text) ? knownName(text.replace(CIRCUMPOSITION, ''), context) : undefined,
  ({ text, stem }) => (POSSESSIVE.test(text) && text !== stem ? null : undefined),
  ({ text }, next, context) =>
    text.endsWith('ی')
      ? (knownName(text.slice(0, -1), context) ?? withoutIzafe(text, next))
      : undefined,
  // At the end of a clause, behind what is a word without it, ە says "is": سەرچاوەکانی ئاوە.
  ({ text }, next, { isWord }) =>
    next === null && text.endsWith('ە') && isWord(text.slice(0, -1)) ? null : undefined,
];

/**
 * The last word of a noun phrase as it stands by itself: without an izafe to the word behind it, without endings that say "in", "too" or
 * "from". Null where that can't be told, where it is no noun, or where it belongs to somebody.
 *
 * @param next the word behind it; null at the end of a clause.
 */
export function citationForm(last: Term, next: Term | null, context: TopicContext): string | null {
  for (const rule of RULES) {
    const form = rule(last, next, context);
    if (form !== undefined) return form;
  }
  return last.text;
}

/** A name that stands in the documents so; null for other words. */
function knownName(word: string, { isWord, lexicon }: TopicContext): string | null {
  return isWord(word) && isName(word, lexicon) ? word : null;
}

/** Whether a word is a name of something: of a place, or one that the lexicon knows. */
export function isName(word: string, lexicon: Lexicon): boolean {
  return analyse(word).some(
    ({ folded }) => lexicon.isSoraniName(folded) || placeNames().kindOf(folded) !== null,
  );
}

/** Before its owner a word loses its izafe where it is one beyond doubt; at the end of a clause an ی behind a consonant is its own. */
function withoutIzafe(text: string, next: Term | null): string | null {
  const isFollowed = next !== null && (OWNER.test(next.text) || !next.stopword);
  if (!isFollowed) return TYING.test(text) ? null : text;
  return TYING.test(text) || text.endsWith('یی') ? text.slice(0, -1) : null;
}

/** Whether a word is tied to the next by an izafe, and says so by its letters. */
export function isTied(term: Term, next: Term): boolean {
  const mayBe = !term.stopword && !next.stopword && next.script === 'arabic';
  if (!mayBe || INDEFINITE.test(term.text) || isFiniteVerb(next.text)) return false;
  // ە ties a noun to an adjective that carries its ending: هێزە ئەمنییەکان.
  return term.text.endsWith('ی') || (term.text.endsWith('ە') && /ەک(?:ان|ە)/u.test(next.text));
}

/** A form of a verb that is no noun: گۆڕدراوە, but not گۆڕین. */
export function isFiniteVerb(word: string): boolean {
  const isNoun = /(?:[تد]ن|وون|ین|ان)(?:ی|ە|ەکەی?|ەکانی?|ەوەی?)?$/u.test(word);
  return !isNoun && verbOf(word) !== null;
}
