import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { LexiconFiles } from './build-snapshot.ts';

/** Reads every `.tsv` of a folder, in the order of their names. A folder that isn't there holds no entries. */
export async function readLexicon(directory: string): Promise<LexiconFiles> {
  const names = await readdir(directory).catch(() => []);
  const hash = createHash('sha256');
  const files: { name: string; text: string }[] = [];
  for (const name of names.filter((candidate) => candidate.endsWith('.tsv')).toSorted()) {
    const text = await readFile(join(directory, name), 'utf8');
    hash.update(JSON.stringify([name, text]));
    files.push({ name, text });
  }
  return { hash: hash.digest('hex'), files };
}
