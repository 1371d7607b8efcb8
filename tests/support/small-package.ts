import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { LEXICON } from './index-fixtures.ts';
import { writeFiles } from './temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let made: string | null = null;

/**
 * The folder of the built package with a few entries for a lexicon, for commands that have to build an index: reading the bundled
 * entries is nearly all that building a small one costs. There is one for all tests; it goes with the process.
 */
export function smallPackage(): string {
  made ??= makePackage();
  return made;
}

function makePackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pirsyar-package-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['dist', 'package.json', 'prompts', 'data/documents', 'data/messages']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const entries = LEXICON.files.map(({ name, text }) => [`data/lexicon/${name}`, text] as const);
  return writeFiles(folder, Object.fromEntries(entries));
}
