import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import type { LexiconFiles } from './build-snapshot.ts';

/** Reads every `.tsv` under a folder, in the order of their paths. A folder that isn't there holds no entries. */
export async function readLexicon(directory: string): Promise<LexiconFiles> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsv'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  const hash = createHash('sha256');
  const files: { name: string; text: string }[] = [];
  for (const name of names.toSorted()) {
    const text = await readFile(join(directory, name), 'utf8');
    hash.update(JSON.stringify([name, text]));
    files.push({ name, text });
  }
  return { hash: hash.digest('hex'), files };
}
