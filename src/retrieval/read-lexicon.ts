import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import type { LexiconFiles } from './build-snapshot.ts';

/**
 * Reads every `.tsv` under a folder, in the order of their paths. A folder that isn't there holds no entries. A fresh index needs their
 * hash alone, so each is decoded where its text is wanted.
 */
export async function readLexicon(directory: string): Promise<LexiconFiles> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsv'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  const hash = createHash('sha256');
  const files: { readonly name: string; readonly text: string }[] = [];
  for (const name of names.toSorted()) {
    const bytes = await readFile(join(directory, name));
    hash.update(JSON.stringify([name, bytes.length])).update(bytes);
    files.push({
      name,
      get text() {
        return bytes.toString('utf8');
      },
    });
  }
  return { hash: hash.digest('hex'), files };
}
