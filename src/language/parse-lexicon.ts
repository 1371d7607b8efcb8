import { PirsyarError } from '../errors.ts';
import { analyse } from './analysis.ts';
import type { LexiconEntry, Phrase } from './lexicon-entry.ts';

/** Reads the columns of one line; null where it is broken. */
type LineReader = (columns: readonly string[]) => LexiconEntry | null;

/** What a file holds, told by its header. */
const READERS: ReadonlyMap<string, LineReader> = new Map([
  ['english\tpos\tsorani', readTranslation],
  ['word\tsynonyms\trelated', readSynonyms],
  ['english\tsorani\tstrength', readEstimate],
]);

/**
 * Reads the entries of one file: tab-separated with a header line, lists separated by `;`, the most usual or nearest first. See
 * data/lexicon/README.md for the three kinds of files.
 *
 * @throws {PirsyarError} naming file and line where one is broken.
 */
export function parseLexicon(file: string, text: string): LexiconEntry[] {
  const [header = '', ...lines] = text.replace(/[\r\n]+$/u, '').split(/\r?\n/u);
  const read = READERS.get(header.trim());
  if (read === undefined) {
    const headers = [...READERS.keys()].map((one) => `"${one.replaceAll('\t', '<tab>')}"`);
    throw new PirsyarError(`${file}:1 is none of the headers ${headers.join(', ')}.`);
  }
  const columns = header.trim().split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const entry = cells.length === columns.length ? read(cells) : null;
    if (entry !== null) return entry;
    throw new PirsyarError(
      `${file}:${index + 2} is no entry of the form ${columns.join('<tab>')}.`,
    );
  });
}

function readTranslation([
  english = '',
  pos = '',
  sorani = '',
]: readonly string[]): LexiconEntry | null {
  const stems = englishPhrase(english);
  const equivalents = soraniPhrases(sorani);
  if (stems.length === 0 || pos === '' || equivalents === null) return null;
  return { kind: 'translation', english: stems, name: pos === 'name', sorani: equivalents };
}

function readSynonyms([
  word = '',
  synonyms = '',
  related = '',
]: readonly string[]): LexiconEntry | null {
  const [sorani, ...more] = soraniPhrases(word) ?? [];
  const alike = optionalPhrases(synonyms);
  const near = optionalPhrases(related);
  if (sorani === undefined || more.length > 0 || alike === null || near === null) return null;
  return { kind: 'synonyms', sorani, synonyms: alike, related: near };
}

function readEstimate([
  english = '',
  sorani = '',
  strength = '',
]: readonly string[]): LexiconEntry | null {
  const stems = englishPhrase(english);
  const [phrase, ...more] = soraniPhrases(sorani) ?? [];
  const value = Number(strength);
  const isBroken = stems.length === 0 || more.length > 0 || !(value > 0 && value <= 1);
  return isBroken || phrase === undefined
    ? null
    : { kind: 'estimate', english: stems, sorani: phrase, strength: value };
}

function englishPhrase(text: string): Phrase {
  return analyse(text).map((term) => term.stem);
}

/** The phrases of a list that may be left empty. */
function optionalPhrases(list: string): Phrase[] | null {
  return list === '' ? [] : soraniPhrases(list);
}

/** The phrases of a list; null where one has no word. */
function soraniPhrases(list: string): Phrase[] | null {
  const phrases = list.split(';').map(soraniPhrase);
  return phrases.some((phrase) => phrase.length === 0) ? null : phrases;
}

/**
 * The folded stems of a phrase, without stop words where others are left: "to complain" is شکات کردن, but in a sentence the
 * verb that carries it may be any of کردن's many forms.
 */
function soraniPhrase(text: string): Phrase {
  const terms = analyse(text);
  const content = terms.filter(({ stopword }) => !stopword);
  return (content.length > 0 ? content : terms).map(({ folded }) => folded);
}
