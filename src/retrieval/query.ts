import { analyse, isStopStem } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { isNumeral } from '../language/answer-evidence.ts';
import { detectLanguage } from '../language/detect.ts';
import type { DetectedLanguage } from '../language/detect.ts';
import { foldWord } from '../language/fold.ts';
import type { Alternative, Lexicon } from '../language/lexicon.ts';
import type { Dictionary } from './dictionary.ts';
import { respell } from './respell.ts';
import type { TextSide } from './text-side.ts';

/** A word of a question, or a phrase that the lexicon knows as one, as it is looked for on one side. */
export interface QueryTerm extends Term {
  /** 1 for what was asked now, less for what was asked before. */
  readonly weight: number;
  /** Other ways to say it on that side: what was written down, the surest first, then what was estimated. */
  readonly alternatives: readonly Alternative[];
  /** Whether it is a number or an ordinal, which an answer must be about. */
  readonly numeral: boolean;
  /** Whether it may be a name, which is spelt as it sounds. */
  readonly name: boolean;
}

/** A question, ready to be matched. */
export interface Query {
  readonly text: string;
  /** Its words as they are looked for: normalised, and Sorani in the spelling of the documents. */
  readonly words: string;
  readonly language: DetectedLanguage;
  /** What to look for in the Sorani text and in its English rendition. */
  readonly terms: Readonly<Record<TextSide, readonly QueryTerm[]>>;
}

/** How much the question before a follow-up counts: one without a word of content says nothing else. */
const EARLIER_WEIGHT = { withoutContent: 0.95, withContent: 0.45 } as const;
/** How much less each question further back counts. */
const EARLIER_DECAY = 0.5;
/** A synonym never counts as much as the word itself. */
const SYNONYM_STRENGTH = 0.75;
const MOST_ALTERNATIVES = 30;
/** English ways to say a Sorani word: more, because each of its synonyms brings several. */
const MOST_PIVOTS = 24;
/** The longest phrase looked up, in words. */
const LONGEST_PHRASE = 4;

/**
 * Reads a question. `earlier` are the questions it follows up, oldest first, if any; their terms are carried over with less weight.
 *
 * Sorani is looked for with its synonyms, English with its synonyms in the rendition and through its translations in the
 * Sorani text. Sorani in Latin letters is put into Arabic letters; names and numbers are looked for on both sides; text in another
 * language is treated as the nearest script.
 */
export function readQuery(
  text: string,
  dictionary: Dictionary,
  earlier: readonly string[] = [],
): Query {
  const { lexicon } = dictionary;
  const language = detectLanguage(text);
  const readAs = (question: string): QuestionWord[] => readWords(question, language, dictionary);
  const now = readAs(text);
  const weighed = [{ weight: 1, words: now }, ...carryOver(now, earlier.map(readAs), lexicon)];
  const read = (side: (words: readonly QuestionWord[]) => SideTerm[]): QueryTerm[] =>
    weighed.flatMap(({ weight, words }) =>
      side(words).map((term) => ({
        ...term,
        weight,
        numeral: isNumeral(term),
      })),
    );
  return {
    text,
    words: now.map((word) => word.text).join(' '),
    language,
    terms: {
      sorani: read((words) => soraniSide(language, words, lexicon)),
      english: dictionary.renditions ? read((words) => englishSide(words, lexicon)) : [],
    },
  };
}

interface WeighedWords {
  readonly weight: number;
  readonly words: readonly QuestionWord[];
}

/**
 * What earlier questions add to a follow-up: less the further back they are, and without the names in whose place it puts another ("And
 * the American one?" asks about no Iraqi one).
 */
function carryOver(
  now: readonly QuestionWord[],
  earlier: readonly (readonly QuestionWord[])[],
  lexicon: Lexicon,
): WeighedWords[] {
  const own = now.filter(({ stopword }) => !stopword).length;
  const namesAnother = now.some((word) => isKnownName(word, lexicon));
  return earlier.map((words, place) => {
    const kept = namesAnother ? words.filter((word) => !isKnownName(word, lexicon)) : words;
    const theirs = kept.filter(({ stopword }) => !stopword).length;
    // However long the earlier question was, the one that is asked now says what it is about.
    const first =
      own === 0
        ? EARLIER_WEIGHT.withoutContent
        : EARLIER_WEIGHT.withContent * Math.min(1, (2 * own) / Math.max(1, theirs));
    return { weight: first * EARLIER_DECAY ** (earlier.length - 1 - place), words: kept };
  });
}

function isKnownName(word: QuestionWord, lexicon: Lexicon): boolean {
  if (word.stopword) return false;
  return word.script === 'latin'
    ? word.capital || lexicon.isEnglishName(word.stem)
    : lexicon.isSoraniName(lexiconKey(word, lexicon));
}

type SideTerm = Omit<QueryTerm, 'weight' | 'numeral'>;

/** A word of a question as it was typed. */
interface QuestionWord extends Term {
  /** Whether it begins with a capital though no sentence begins with it: in English, most likely a name. */
  readonly capital: boolean;
}

function readWords(
  text: string,
  language: DetectedLanguage,
  dictionary: Dictionary,
): QuestionWord[] {
  const words = analyse(text).map((term, position) => ({
    ...term,
    capital: position > 0 && /^\p{Lu}/u.test(text.slice(term.start)),
  }));
  return language.startsWith('ckb') ? respell(words, text, dictionary) : words;
}

function soraniSide(
  language: DetectedLanguage,
  words: readonly QuestionWord[],
  lexicon: Lexicon,
): SideTerm[] {
  if (language === 'en') return translate(words, lexicon);
  return words.map((term) => ({
    ...term,
    name: mayBeSoraniName(term, lexicon),
    alternatives: soraniAlternatives(term, lexicon),
  }));
}

/** What the lexicon doesn't know is a name more often than not. */
function mayBeSoraniName(term: Term, lexicon: Lexicon): boolean {
  if (term.stopword || term.script === 'number') return false;
  const key = lexiconKey(term, lexicon);
  return lexicon.inEnglish(key).length === 0 || lexicon.isSoraniName(key);
}

function soraniAlternatives(term: Term, lexicon: Lexicon): Alternative[] {
  return term.stopword ? [] : weaken(lexicon.soraniSynonyms(lexiconKey(term, lexicon)));
}

function englishSide(words: readonly QuestionWord[], lexicon: Lexicon): SideTerm[] {
  return words
    .filter((term) => !(term.script === 'arabic' && term.stopword))
    .map((term) => ({
      ...term,
      name: mayBeSoraniName(term, lexicon),
      alternatives: englishAlternatives(term, lexicon),
    }));
}

function englishAlternatives(term: Term, lexicon: Lexicon): Alternative[] {
  if (term.stopword) return [];
  return term.script === 'arabic'
    ? inEnglish(term, lexicon).slice(0, MOST_PIVOTS)
    : weaken(lexicon.englishSynonyms(term.stem));
}

/** The English ways to say a Sorani word: its translations, and those of its synonyms. */
function inEnglish(term: Term, lexicon: Lexicon): Alternative[] {
  const key = lexiconKey(term, lexicon);
  const strengths = new Map<string, Alternative>();
  for (const { stems, strength } of [
    { stems: [key], strength: 1 },
    ...soraniAlternatives(term, lexicon),
  ]) {
    for (const english of lexicon.inEnglish(stems.join(' '))) {
      const found = { stems: english.stems, strength: english.strength * strength };
      const name = english.stems.join(' ');
      if ((strengths.get(name)?.strength ?? 0) < found.strength) strengths.set(name, found);
    }
  }
  return [...strengths.values()].toSorted((left, right) => right.strength - left.strength);
}

/** The stem under which the lexicon knows a word: its own, or, where that took off too much (کۆمەکە is کۆمەک), the word less its final vowel. */
function lexiconKey(term: Term, lexicon: Lexicon): string {
  const shorter = foldWord(term.text.replace(/(?<=.{3})[یە]$/u, ''));
  const known = [term.folded, shorter].find((key) => lexicon.inEnglish(key).length > 0);
  return known ?? term.folded;
}

/** Without what is said by stop words alone: "hello" is چۆنی, but چۆن is in every other sentence. */
function ofContent(alternatives: readonly Alternative[]): Alternative[] {
  return alternatives.filter(({ stems }) => !stems.every(isStopStem));
}

function weaken(alternatives: readonly Alternative[]): Alternative[] {
  return ofContent(alternatives)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ stems, strength }) => ({ stems, strength: Math.min(1, strength) * SYNONYM_STRENGTH }));
}

/** English words as they are looked for in Sorani: the longest phrases that the lexicon knows, each with its translations. */
function translate(words: readonly QuestionWord[], lexicon: Lexicon): SideTerm[] {
  const terms: SideTerm[] = [];
  let position = 0;
  while (position < words.length) {
    const { length, alternatives } = longestPhrase(words, position, lexicon);
    const [first] = words.slice(position, position + length);
    if (first !== undefined && (length > 1 || !first.stopword)) {
      const name = length === 1 && mayBeEnglishName(first, lexicon);
      terms.push({
        ...first,
        name,
        alternatives: [
          ...ofContent(alternatives).slice(0, MOST_ALTERNATIVES),
          ...(length === 1 && !first.stopword ? lexicon.estimates(first.stem) : []),
        ],
      });
    }
    position += length;
  }
  return terms;
}

function mayBeEnglishName(word: QuestionWord, lexicon: Lexicon): boolean {
  if (word.stopword || word.script !== 'latin') return false;
  const isUnknown = lexicon.translations([word.stem]).length === 0;
  return word.capital || isUnknown || lexicon.isEnglishName(word.stem);
}

function longestPhrase(
  words: readonly Term[],
  position: number,
  lexicon: Lexicon,
): { length: number; alternatives: Alternative[] } {
  for (let length = LONGEST_PHRASE; length > 1; length -= 1) {
    const phrase = words.slice(position, position + length);
    const alternatives =
      phrase.length === length ? lexicon.translations(phrase.map(({ stem }) => stem)) : [];
    if (alternatives.length > 0) return { length, alternatives };
  }
  const stem = words[position]?.stem ?? '';
  return { length: 1, alternatives: lexicon.translations([stem]) };
}
