import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { ensureDirectory } from '../ensure-directory.ts';

const KEPT_LINES = 500;

/** The lines typed in earlier conversations, newest first, as readline wants them; none where the file can't be read. */
export async function readHistory(file: string): Promise<string[]> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n');
    return lines.filter((line) => line !== '').slice(0, KEPT_LINES);
  } catch {
    return [];
  }
}

/** Keeps the lines for the next conversation. A history that can't be written is no reason to fail: it is left out. */
export async function writeHistory(file: string, lines: readonly string[]): Promise<void> {
  try {
    await ensureDirectory(dirname(file));
    await writeFile(file, `${lines.slice(0, KEPT_LINES).join('\n')}\n`, { mode: 0o600 });
  } catch {
    // Nothing that a person asked for is lost.
  }
}
