import type { Span } from '../corpus/document.ts';
import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import { datesIn } from '../language/dates.ts';
import { displayNameEntries } from '../language/display-names.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { numberWord } from '../language/number-words.ts';
import { soundSimilarity } from '../language/sound-similarity.ts';
import { soundsOfEnglish, soundsOfSorani } from '../language/sounds.ts';
import type { Sounds } from '../language/sounds.ts';
import { verbOf } from '../language/verbs.ts';
import type { Query } from '../retrieval/query.ts';
import { TEXT_SIDES } from '../retrieval/text-side.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import { citedWords, strengthOf } from './cited-words.ts';
import type { CitedWords } from './cited-words.ts';

/** A word of a text that names somebody or something. */
export interface NameMention extends Span {
  readonly text: string;
  readonly term: Term;
}

/** From here on a word of the lexicon is taken to be said; weaker ways only come near. */
const LEAST_SAID = 0.6;
/** From here on a name that the lexicon doesn't know is taken for one that sounds so: across the alphabets, and within one. */
const LEAST_ALIKE = { across: 0.8, within: 0.87 } as const;

/**
 * The words of a text that must stand in what it cites: in English, those with a capital that no sentence begins with, and names that
 * begin one; in Sorani, names that the lexicon knows, and words that nothing knows. Months and days of the week are dates instead.
 */
export function namesIn(text: string, lexicon: Lexicon): NameMention[] {
  const dates = datesIn(text);
  const terms = analyse(text);
  const inPhrases = namePhrases(terms, lexicon);
  return (
    terms
      .filter((term, position) =>
        term.script === 'arabic'
          ? inPhrases.has(term) || isSoraniName(term, lexicon)
          : isEnglishName(term, text, position, lexicon),
      )
      .filter(({ start }) => !dates.some((date) => date.start <= start && start < date.end))
      // An ending behind digits (٣یەمی) names nothing.
      .filter(({ start }) => !/\p{N}/u.test(text.charAt(start - 1)))
      .map((term) => ({
        text: text.slice(term.start, term.end),
        term,
        start: term.start,
        end: term.end,
      }))
  );
}

/** Words of the longest name that is looked for. */
const LONGEST_PHRASE = 3;

/** The Sorani words of names of several words, such as بەرهەم ساڵح, that may each be common words too. */
function namePhrases(terms: readonly Term[], lexicon: Lexicon): ReadonlySet<Term> {
  const found = new Set<Term>();
  for (let start = 0; start < terms.length; start += 1) {
    for (let length = 2; length <= LONGEST_PHRASE; length += 1) {
      const phrase = terms.slice(start, start + length);
      const isName = lexicon.isSoraniName(phrase.map(({ folded }) => folded).join(' '));
      if (phrase.length !== length || !isName || isOffice(phrase, lexicon)) continue;
      for (const term of phrase) found.add(term);
    }
  }
  return found;
}

/** Whether a phrase names a body by what it is: حکومەتی عێراق. The table has such names too, and their words are common ones. */
function isOffice([first]: readonly Term[], lexicon: Lexicon): boolean {
  if (first === undefined || !/.ی$/u.test(first.text)) return false;
  return !lexicon.isSoraniName(first.folded) && lexicon.hasEnglish(first.folded);
}

function isSoraniName(term: Term, lexicon: Lexicon): boolean {
  if (term.stopword || term.text.length < 3 || numberWord(term) !== null) return false;
  if (lexicon.isSoraniName(term.folded) || countries().has(term.folded)) return true;
  return !isKnown(term, lexicon) && !isCompound(term.text, lexicon);
}

let known: ReadonlySet<string> | null = null;

/** Countries and languages of one word, as stems in both languages: the lexicon knows some of them as common words too. */
function countries(): ReadonlySet<string> {
  known ??= new Set(
    displayNameEntries().flatMap((entry) =>
      entry.kind === 'translation'
        ? [entry.english, ...entry.sorani].flatMap((phrase) => (phrase.length === 1 ? phrase : []))
        : [],
    ),
  );
  return known;
}

function isKnown(term: Term, lexicon: Lexicon): boolean {
  return (
    term.stopword ||
    lexicon.knowsSorani(term.folded) ||
    lexicon.soraniSynonyms(term.folded).length > 0 ||
    verbOf(term.text) !== null
  );
}

/** Letters of the parts of a compound: two words, or a word with an ending that no stemmer knows. */
const LEAST_PART = 3;
const LEAST_STEM = 4;

function isCompound(word: string, lexicon: Lexicon): boolean {
  for (let length = LEAST_PART; length < word.length; length += 1) {
    const isEnding = word.length - length < LEAST_PART && length >= LEAST_STEM;
    if (!isWord(word.slice(0, length), lexicon)) continue;
    if (isEnding || isWord(word.slice(length), lexicon)) return true;
  }
  return false;
}

function isWord(part: string, lexicon: Lexicon): boolean {
  return part.length >= LEAST_PART && analyse(part).some((term) => isKnown(term, lexicon));
}

/** Forms of address, which a text may leave out. */
const TITLES: ReadonlySet<string> = new Set('mr mrs ms dr prof sir'.split(' '));

function isEnglishName(term: Term, text: string, position: number, lexicon: Lexicon): boolean {
  if (term.stopword || term.script !== 'latin' || numberWord(term) !== null) return false;
  if (TITLES.has(term.text)) return false;
  const isCapital = /^\p{Lu}/u.test(text.slice(term.start));
  if (position > 0) return isCapital;
  return (
    isCapital &&
    (lexicon.isEnglishName(term.stem) ||
      countries().has(term.stem) ||
      !lexicon.hasSorani([term.stem]))
  );
}

/** What a claim rests on, as names are compared with it. */
export interface CitedNames {
  readonly words: CitedWords;
  /** The names among them. */
  readonly names: readonly NameMention[];
}

/** The words and names of some texts. */
export function citedNames(texts: readonly string[], lexicon: Lexicon): CitedNames {
  return { words: citedWords(texts), names: texts.flatMap((text) => namesIn(text, lexicon)) };
}

/** Whether a name of a claim stands in what it cites: as it is, by the lexicon, or, where that doesn't know it, as it sounds. */
export function nameStands(name: NameMention, claim: Query, { words, names }: CitedNames): boolean {
  return (
    TEXT_SIDES.some((side) => isSaid(name, claim, words, side)) ||
    names.some((other) => isSoundAlike(name.term, other.term))
  );
}

function isSaid({ start }: NameMention, claim: Query, cited: CitedWords, side: TextSide): boolean {
  // A word without a term of its own is part of the phrase before it: the States of the United States.
  const term = claim.terms[side].findLast((candidate) => candidate.start <= start);
  return term !== undefined && strengthOf({ ...term, name: false }, cited[side]) >= LEAST_SAID;
}

/** Whether a word may be the name that another is, by its sounds; across the alphabets too. */
export function isSoundAlike(left: Term, right: Term): boolean {
  const least = left.script === right.script ? LEAST_ALIKE.within : LEAST_ALIKE.across;
  // Endings are allowed behind the second.
  const [name, word] = left.script === 'latin' ? [left, right] : [right, left];
  return soundSimilarity(soundsOf(name), soundsOf(word), least) > 0;
}

function soundsOf({ text, script }: Term): Sounds {
  return script === 'latin' ? soundsOfEnglish(text) : soundsOfSorani(text);
}
