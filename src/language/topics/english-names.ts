import { analyse } from '../analysis.ts';
import type { Term } from '../analysis.ts';
import type { AnswerableText } from '../answer-types/answerable-text.ts';
import { placeNames } from '../answer-types/gazetteer.ts';
import { GROUPS, isIn, PLACES } from '../answer-types/name-words.ts';
import type { Run } from '../answer-types/noun-phrases.ts';
import type { Lexicon } from '../lexicon.ts';
import { isAdjacent } from './runs.ts';

/** An owner's ending. */
export const OWNING = /['’]s?$/u;
/** Months and days are dates; forms of address are no part of a name. */
const NO_NAME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|dr|mr|mrs|ms|prof)$/u;
/** Adjectives and people of countries, which say whose something is. */
const OF_COUNTRY = /(?:i|an|ish|ese|ic|ch)s?$/u;

/** The names of an English text: words with capitals side by side, and what a country's bodies are called by (Iraqi security forces). */
export function properNames(text: AnswerableText, lexicon: Lexicon): Run[] {
  const runs: Run[] = [];
  for (let word = 0; word < text.terms.length; word += 1) {
    if (!isCapital(word, text) || isMadeLarge(word, text, lexicon)) continue;
    const name = { first: word, last: lastCapital(word, text) };
    const whole = { first: word, last: lastOfBody(name, text) };
    if (mayBeName(name, whole, text, lexicon)) runs.push(whole);
    word = name.last;
  }
  return runs;
}

/** Whether a word has a capital and may be part of a name. */
export function isCapital(word: number, { source, terms }: AnswerableText): boolean {
  const term = terms[word];
  const mayBe = term?.script === 'latin' && !term.stopword && !NO_NAME.test(term.text);
  return mayBe && /^\p{Lu}/u.test(source.slice(term.start));
}

/** The last word of a name: capitals side by side, and behind "of". */
export function lastCapital(first: number, text: AnswerableText): number {
  let last = first;
  while (isAdjacent(last, text) && !OWNING.test(text.terms[last]?.text ?? '')) {
    const isOf = text.terms[last + 1]?.text === 'of';
    const next = isOf ? last + 2 : last + 1;
    if (!isCapital(next, text)) break;
    last = next;
  }
  return last;
}

/** Words between a country's name and the body it has. */
const REACH = 3;
/** What may stand between letters and a body, and is no verb: US scientific agencies, but not "US sent troops". */
const ADJECTIVE = /(?:ic|al|ive|ary|ous|an|ern)$/u;

/** The last word of what a country has: Iraqi security forces, US agencies, Iraq's laboratories; of the name itself where it has nothing. */
function lastOfBody({ last }: Run, text: AnswerableText): number {
  const [name, ...behind] = text.terms.slice(last, last + 1 + REACH);
  if (name === undefined || isPlace(name, text)) return last;
  const end = behind.findIndex(
    (term, place) =>
      !isAdjacent(last + place, text) || term.stopword || isCapital(last + 1 + place, text),
  );
  const common = end === -1 ? behind : behind.slice(0, end);
  const body = common.findLastIndex((term) => isIn(GROUPS, term) || isIn(PLACES, term));
  const between = common.slice(0, Math.max(0, body));
  const isNoVerb = !isInLetters(name, text) || between.every(isAdjective);
  return isNoVerb ? last + 1 + body : last;
}

function isAdjective(term: Term): boolean {
  return ADJECTIVE.test(term.text) || isIn(GROUPS, term);
}

/** A place as a noun: "Iraq", but neither "Iraq's" nor "US", which stands before what it has as an adjective does. */
function isPlace(term: Term, text: AnswerableText): boolean {
  return !OWNING.test(term.text) && !isInLetters(term, text) && isPlaceName(term.text);
}

/** Whether a word names a place, or is its owner's form. */
export function isPlaceName(word: string): boolean {
  return analyse(word.replace(OWNING, '')).some(
    ({ folded }) => placeNames().kindOf(folded) !== null,
  );
}

function isInLetters({ start, end }: Term, { source }: AnswerableText): boolean {
  return /^\p{Lu}{2,}$/u.test(source.slice(start, end));
}

/** A common word that only its sentence makes large: "Later US troops", but not a name in quotation marks. */
function isMadeLarge(word: number, text: AnswerableText, lexicon: Lexicon): boolean {
  const [term] = text.terms.slice(word);
  if (term === undefined || !beginsSentence(term, text)) return false;
  const isQuoted = /["“(]$/u.test(text.source.slice(0, term.start));
  const isCommon =
    lexicon.translations([term.stem]).length > 0 && !lexicon.isEnglishName(term.stem);
  return isCommon && !isQuoted && !isPlaceName(term.text);
}

/** An adjective before a noun names nothing, nor does a word alone that begins a sentence. */
function mayBeName(name: Run, whole: Run, text: AnswerableText, lexicon: Lexicon): boolean {
  const [term] = text.terms.slice(name.first);
  if (term === undefined || name.last > name.first || isPlaceName(term.text)) return true;
  const isFirst = beginsSentence(term, text);
  if (whole.last > name.last) return !isFirst || lexicon.isEnglishName(term.stem);
  return isInLetters(term, text) || (!isFirst && isNoun(name.last, text));
}

function isNoun(word: number, text: AnswerableText): boolean {
  const isModifier = isAdjacent(word, text) && text.terms[word + 1]?.stopword === false;
  return !isModifier && !OF_COUNTRY.test(text.terms[word]?.text ?? '');
}

/** Whether a sentence, or what is quoted, begins with a word. */
export function beginsSentence({ start }: Term, { source }: AnswerableText): boolean {
  return /(?:^|[.!?:]["”’)]*\s|["“(])\s*$/u.test(source.slice(0, start));
}
