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
  const senses = new WordSenses(lexicon);
  const language = detectLanguage(text);
  const readAs = (question: string): QuestionWord[] => readWords(question, language, dictionary);
  const now = readAs(text);
  const weighed = [{ weight: 1, words: now }, ...carryOver(now, earlier.map(readAs), senses)];
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
      sorani: read((words) => soraniSide(language, words, senses)),
      english: dictionary.renditions ? read((words) => englishSide(words, senses)) : [],
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
  senses: WordSenses,
): WeighedWords[] {
  const own = now.filter(({ stopword }) => !stopword).length;
  const namesAnother = now.some((word) => isKnownName(word, senses));
  return earlier.map((words, place) => {
    const kept = namesAnother ? words.filter((word) => !isKnownName(word, senses)) : words;
    const theirs = kept.filter(({ stopword }) => !stopword).length;
    // However long the earlier question was, the one that is asked now says what it is about.
    const first =
      own === 0
        ? EARLIER_WEIGHT.withoutContent
        : EARLIER_WEIGHT.withContent * Math.min(1, (2 * own) / Math.max(1, theirs));
    return { weight: first * EARLIER_DECAY ** (earlier.length - 1 - place), words: kept };
  });
}

function isKnownName(word: QuestionWord, senses: WordSenses): boolean {
  if (word.stopword) return false;
  return word.script === 'latin'
    ? word.capital || senses.lexicon.isEnglishName(word.stem)
    : senses.lexicon.isSoraniName(senses.keyOf(word));
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
  senses: WordSenses,
): SideTerm[] {
  if (language === 'en') return translate(words, senses.lexicon);
  return words.map((term) => ({
    ...term,
    name: senses.mayBeSoraniName(term),
    alternatives: senses.soraniAlternatives(term),
  }));
}

function englishSide(words: readonly QuestionWord[], senses: WordSenses): SideTerm[] {
  return words
    .filter((term) => !(term.script === 'arabic' && term.stopword))
    .map((term) => ({
      ...term,
      name: senses.mayBeSoraniName(term),
      alternatives: senses.englishAlternatives(term),
    }));
}

/** What the lexicon says of the words of one question. Both sides ask the same of them, so answers are kept. */
class WordSenses {
  readonly lexicon: Lexicon;
  readonly #keys = new Map<Term, string>();
  readonly #synonyms = new Map<Term, readonly Alternative[]>();

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** What the lexicon doesn't know is a name more often than not. */
  mayBeSoraniName(term: Term): boolean {
    if (term.stopword || term.script === 'number') return false;
    const key = this.keyOf(term);
    return !this.lexicon.hasEnglish(key) || this.lexicon.isSoraniName(key);
  }

  soraniAlternatives(term: Term): readonly Alternative[] {
    if (term.stopword) return [];
    const known = this.#synonyms.get(term);
    if (known !== undefined) return known;
    const synonyms = weaken(this.lexicon.soraniSynonyms(this.keyOf(term)));
    this.#synonyms.set(term, synonyms);
    return synonyms;
  }

  /** The English ways to say a Sorani word, its translations and those of its synonyms; for another word its synonyms. */
  englishAlternatives(term: Term): readonly Alternative[] {
    if (term.stopword) return [];
    if (term.script !== 'arabic') return weaken(this.lexicon.englishSynonyms(term.stem));
    const own = { stems: [this.keyOf(term)], strength: 1 };
    return this.lexicon.inEnglishThrough([own, ...this.soraniAlternatives(term)], MOST_PIVOTS);
  }

  /** The stem under which the lexicon knows a word: its own, or, where that took off too much (کۆمەکە is کۆمەک), the word less its final vowel. */
  keyOf(term: Term): string {
    const known = this.#keys.get(term);
    if (known !== undefined) return known;
    const key = this.#findKey(term);
    this.#keys.set(term, key);
    return key;
  }

  #findKey({ folded, text }: Term): string {
    if (this.lexicon.hasEnglish(folded)) return folded;
    const shorter = foldWord(text.replace(/(?<=.{3})[یە]$/u, ''));
    return this.lexicon.hasEnglish(shorter) ? shorter : folded;
  }
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
  const isUnknown = !lexicon.hasSorani([word.stem]);
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
