import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { LexiconEntry } from '../../src/language/lexicon-entry.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';

const folder = new URL('../../data/lexicon/', import.meta.url);

function filesIn(name: string): string[] {
  return readdirSync(new URL(name, folder)).map((file) => `${name}/${file}`);
}

const FILES = [
  ...filesIn('entries').map((file) => ({ file, kind: 'translation' as const, columns: [2] })),
  ...filesIn('synonyms').map((file) => ({ file, kind: 'synonyms' as const, columns: [0, 1, 2] })),
  { file: 'estimated.tsv', kind: 'estimate' as const, columns: [1] },
];

const texts = new Map(
  FILES.map(({ file }) => [file, readFileSync(new URL(file, folder), 'utf8')] as const),
);
const parsed = new Map<string, LexiconEntry[]>();

/** The entries of a file, read once. */
function entriesOf(file: string): LexiconEntry[] {
  const known = parsed.get(file) ?? parseLexicon(file, texts.get(file) ?? '');
  parsed.set(file, known);
  return known;
}

/** The lines of a file behind its header, each split into its columns. */
function linesOf(file: string): string[][] {
  const [, ...lines] = (texts.get(file) ?? '').replace(/\n$/u, '').split('\n');
  return lines.map((line) => line.split('\t'));
}

describe.each(FILES)('the lexicon file $file', ({ file, kind, columns }) => {
  it('is tab-separated, and every line of it an entry of its kind', () => {
    expect(file).toMatch(/^(?:[a-z]+\/)?[a-z-]+\.tsv$/u);
    const entries = entriesOf(file);
    expect(entries).toHaveLength(linesOf(file).length);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => entry.kind !== kind)).toEqual([]);
  });

  it('is written with standard Sorani letters and without joiners or tatweel', () => {
    const odd = linesOf(file).filter((line) => {
      const sorani = columns.map((column) => line[column] ?? '').join(';');
      // Arabic kaf, yeh, teh marbuta, alef maksura and waw with hamza; heh doachashmee; joiners; tatweel.
      return /[\u0643\u064A\u0629\u0649\u0624\u06BE\u200B-\u200F\u0640]/u.test(sorani);
    });
    expect(odd).toEqual([]);
  });

  it('has no line twice', () => {
    const seen = new Set<string>();
    const repeated = linesOf(file)
      .map((line) => line.join('\t'))
      .filter((line) => seen.size === seen.add(line).size);
    expect(repeated).toEqual([]);
  });
});

describe('the lexicon', () => {
  it('has at least 6,000 English headwords', () => {
    const headwords = new Set(
      filesIn('entries').flatMap((file) =>
        entriesOf(file).flatMap((entry) =>
          entry.kind === 'translation' ? [entry.english.join(' ')] : [],
        ),
      ),
    );
    expect(headwords.size).toBeGreaterThanOrEqual(6000);
  });

  it('has its estimates in the order of their lines, each pair of words once', () => {
    const lines = linesOf('estimated.tsv');
    const whole = lines.map((line) => line.join('\t'));
    expect(whole).toEqual(whole.toSorted());
    expect(new Set(lines.map(([english, sorani]) => `${english}\t${sorani}`)).size).toBe(
      lines.length,
    );
  });
});
