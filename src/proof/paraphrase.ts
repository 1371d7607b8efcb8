import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { lazily } from '../language/lazily.ts';
import { numberWord } from '../language/number-words.ts';
import type { Dictionary } from '../retrieval/dictionary.ts';
import type { QueryTerm } from '../retrieval/query.ts';
import { citedWords, strengthOf } from './cited-words.ts';
import type { CitedWords } from './cited-words.ts';
import { isTurned } from './polarity.ts';
import { isReporting } from './reporting.ts';
import { readClaim } from './support.ts';
import { unproven } from './unproven.ts';
import { alignWords } from './word-difference.ts';

/** From here on a word of one text is said by the other. */
const LEAST_SAID = 0.4;
/** The same for two words that one Sorani word translates: the product of how usual either translation is. */
const LEAST_SHARED = 0.6;
/** What share of a sentence's words of content its paraphrase must say. */
const LEAST_TOLD = 0.72;
/** Words that only carry a sentence: a paraphrase may have them or not. */
const CARRYING = lazily(
  (): ReadonlySet<string> =>
    new Set(
      'people person thing get give make take keep go come put let use way well again because since therefore thus time part matter relate include present hold want'
        .split(' ')
        .map((word) => analyse(word)[0]?.stem ?? word),
    ),
);
/** Words that narrow what is said; a paraphrase must narrow it as much, and no more. */
const NARROWING: readonly RegExp[] = [
  /^(?:only|solely|merely|just|exclusively)$/u,
  /^(?:may|might|could|perhaps|possibly)$/u,
  /^(?:all|every|entire)$/u,
  /^(?:some|most|many|few|several)$/u,
];

/** A sentence in both languages. */
export interface RenderedSentence {
  readonly sorani: string;
  readonly english: string;
}

/**
 * Whether an English text says what a rendered sentence says: its words of content are the sentence's or synonyms of them, and
 * the other way round but for a little; the same numbers, dates and names, nothing denied or narrowed that isn't in both, and where
 * one reports what somebody says, so does the other.
 */
export function isParaphrase(
  text: string,
  { sorani, english }: RenderedSentence,
  dictionary: Dictionary,
): boolean {
  const [said, stands] = [analyse(text), analyse(english)];
  if (said.some(isReporting) !== stands.some(isReporting)) return false;
  if (NARROWING.some((word) => hasOne(said, word) !== hasOne(stands, word))) return false;
  if (hasOtherFacts(text, [english, sorani], dictionary)) return false;
  if (isTurned(english, [text], dictionary)) return false;
  if (isEdited(text, english, dictionary)) return false;
  const [ours, theirs] = [readUnits(text, dictionary), readUnits(english, dictionary)];
  const added = missingOf(ours, theirs).filter(({ stem }) => !CARRYING().has(stem));
  const left = missingOf(theirs, ours);
  return added.length === 0 && left.length <= (1 - LEAST_TOLD) * theirs.units.length;
}

function hasOne(terms: readonly Term[], word: RegExp): boolean {
  return terms.some(({ text }) => word.test(text));
}

/** Whether a text has a number, date, name or denial that others lack. */
function hasOtherFacts(text: string, others: readonly string[], dictionary: Dictionary): boolean {
  return unproven(text, others, dictionary).length > 0;
}

/** From here on a text is a sentence's own words rather than a paraphrase: what is changed in it is changed on purpose. */
const MOSTLY_SAME = 0.85;

/** Words that may come and go in a sentence without changing it. */
const FREE: ReadonlySet<string> = new Set(
  'a an the that which of to is are was were be been has have had it its their'.split(' '),
);

/**
 * Whether a text has a sentence's own words, but some of them in other places, or, where it differs, words that don't mean the same.
 */
function isEdited(text: string, sentence: string, dictionary: Dictionary): boolean {
  const [said, stands] = [wordsOf(text), wordsOf(sentence)];
  const { difference, same } = alignWords(said, stands, (left, right) => left === right);
  if (same < MOSTLY_SAME * said.length) return false;
  const ours = difference.map((one) => one.said).filter(isBinding);
  const theirs = difference.map((one) => one.document).filter(isBinding);
  if (ours.some((word) => stands.includes(word))) return true;
  return !isSameBag(ours, theirs, dictionary);
}

function isBinding(word: string): boolean {
  return word !== '' && !FREE.has(word);
}

/** Whether each of some words means the same as one or more of others, and the other way round. */
function isSameBag(
  ours: readonly string[],
  theirs: readonly string[],
  dictionary: Dictionary,
): boolean {
  if (ours.length === 0 || theirs.length === 0) return ours.length === theirs.length;
  if (![...ours, ...theirs].some((word) => analyse(word).some(({ stopword }) => !stopword)))
    return false;
  const [left, right] = [
    readUnits(ours.join(' '), dictionary),
    readUnits(theirs.join(' '), dictionary),
  ];
  return missingOf(left, right).length === 0 && missingOf(right, left).length === 0;
}

function wordsOf(text: string): string[] {
  return analyse(text).map(({ text: word }) => word);
}

/** A word or phrase of content: as it is said in English, and how it would be in Sorani. */
interface Unit {
  readonly stem: string;
  readonly english: QueryTerm | undefined;
  readonly translations: ReadonlyMap<string, number>;
}

interface Units {
  readonly units: readonly Unit[];
  readonly words: CitedWords;
}

function readUnits(text: string, dictionary: Dictionary): Units {
  const { english, sorani } = readClaim(text, dictionary).terms;
  const units = sorani
    .filter((term) => !term.stopword && !isReporting(term) && !isNumeral(term))
    .map((term) => ({
      stem: term.stem,
      english: english.find(({ start }) => start === term.start),
      translations: new Map(
        term.alternatives.map(({ stems, strength }) => [stems.join(' '), strength]),
      ),
    }));
  return { units, words: citedWords([text]) };
}

/** Numbers are compared by value. */
function isNumeral(term: Term): boolean {
  return term.script === 'number' || numberWord(term) !== null;
}

/** The units of one text that the other doesn't say. */
function missingOf({ units }: Units, other: Units): Unit[] {
  return units.filter(
    (unit) => !(isSaid(unit, other.words) || other.units.some((one) => isShared(unit, one))),
  );
}

function isSaid({ english }: Unit, words: CitedWords): boolean {
  return (
    english !== undefined && strengthOf({ ...english, name: false }, words.english) >= LEAST_SAID
  );
}

function isShared(left: Unit, right: Unit): boolean {
  return Array.from(left.translations).some(
    ([phrase, strength]) => strength * (right.translations.get(phrase) ?? 0) >= LEAST_SHARED,
  );
}
