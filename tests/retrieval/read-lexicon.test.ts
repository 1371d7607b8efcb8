import { describe, expect, it } from 'vitest';

import { readLexicon } from '../../src/retrieval/read-lexicon.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const HEADER = 'english\tpos\tsorani\n';
const folder = temporaryFolder();
let count = 0;

function lexiconFolder(files: Readonly<Record<string, string>>): string {
  count += 1;
  return writeFiles(`${folder}/${count}`, files);
}

async function hashOf(files: Readonly<Record<string, string>>): Promise<string> {
  return (await readLexicon(lexiconFolder(files))).hash;
}

describe('readLexicon', () => {
  it('reads the tables of a folder in the order of their paths, and nothing else', async () => {
    const files = { 'b.tsv': `${HEADER}b`, 'a.tsv': HEADER, 'README.md': 'notes' };
    expect((await readLexicon(lexiconFolder(files))).files).toEqual([
      { name: 'a.tsv', text: HEADER },
      { name: 'b.tsv', text: `${HEADER}b` },
    ]);
  });

  it('reads those of folders inside too, named by their paths', async () => {
    const files = {
      'synonyms/b.tsv': 'b',
      'synonyms/more/a.tsv': 'a',
      'z.tsv': 'z',
      'entries/c.tsv': 'c',
      'entries/notes.md': 'notes',
    };
    expect((await readLexicon(lexiconFolder(files))).files).toEqual([
      { name: 'entries/c.tsv', text: 'c' },
      { name: 'synonyms/b.tsv', text: 'b' },
      { name: 'synonyms/more/a.tsv', text: 'a' },
      { name: 'z.tsv', text: 'z' },
    ]);
  });

  it('has a hash that tells every change, and only changes', async () => {
    const hash = await hashOf({ 'a.tsv': 'x', 'b.tsv': 'y' });
    expect(await hashOf({ 'b.tsv': 'y', 'a.tsv': 'x', 'notes.txt': '' })).toBe(hash);
    const others = [
      { 'a.tsv': 'x', 'b.tsv': 'z' },
      { 'a.tsv': 'xy', 'b.tsv': '' },
      { 'a.tsv': 'x', 'c.tsv': 'y' },
      { 'a.tsv': 'x' },
      { 'a.tsv': 'x', 'in/b.tsv': 'y' },
    ];
    for (const files of others) expect(await hashOf(files)).not.toBe(hash);
  });

  it('holds no entries where the folder is missing', async () => {
    expect((await readLexicon(`${folder}/missing`)).files).toEqual([]);
  });
});
