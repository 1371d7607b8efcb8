import { PirsyarError } from '../errors.ts';
import { analyse } from './analysis.ts';
import type { LexiconEntry } from './lexicon.ts';

const COLUMNS = ['english', 'pos', 'sorani'] as const;

/**
 * Reads the entries of one file: tab-separated `english`, `pos`, `sorani` with a header line, equivalents separated by
 * `;`, the most usual first.
 *
 * @throws {PirsyarError} naming file and line where one is broken.
 */
export function parseLexicon(file: string, text: string): LexiconEntry[] {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  if (header.trim() !== COLUMNS.join('\t')) {
    throw new PirsyarError(`${file}:1 is not the header "${COLUMNS.join('<tab>')}".`);
  }
  return lines.map((line, index) => parseEntry(line, `${file}:${index + 2}`));
}

function parseEntry(line: string, place: string): LexiconEntry {
  const [english = '', pos = '', sorani = '', ...more] = line.split('\t');
  const equivalents = sorani.split(';').map((equivalent) => foldedStems(equivalent));
  const stems = analyse(english).map((term) => term.stem);
  const isBroken =
    more.length > 0 ||
    pos.trim() === '' ||
    stems.length === 0 ||
    equivalents.some((one) => one.length === 0);
  if (isBroken) {
    throw new PirsyarError(`${place} is no entry of the form english<tab>pos<tab>sorani; sorani.`);
  }
  return { english: stems, name: pos.trim() === 'name', sorani: equivalents };
}

function foldedStems(text: string): string[] {
  return analyse(text).map((term) => term.folded);
}
