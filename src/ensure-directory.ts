import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing.
 *
 * Step by step, because `mkdir` with `recursive` never settles in Node 20 where the file system refuses with ENOENT, as /proc does.
 *
 * @throws the file system's error where that can't be done.
 */
export async function ensureDirectory(directory: string): Promise<void> {
  if (await makeDirectory(directory)) return;
  await ensureDirectory(dirname(directory));
  await mkdir(directory);
}

/** Whether the folder is there now; false where the one above it is missing. */
async function makeDirectory(directory: string): Promise<boolean> {
  try {
    await mkdir(directory);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' && dirname(directory) !== directory) return false;
    if (code === 'EEXIST' && (await stat(directory)).isDirectory()) return true;
    throw error;
  }
}
