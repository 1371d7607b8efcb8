import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing; another process may do the same meanwhile. Resolves to the highest one
 * it had to make, or null.
 *
 * Step by step, because `mkdir` with `recursive` never settles in Node 20 where the file system refuses with ENOENT, as /proc does.
 *
 * @throws the file system's error where that can't be done.
 */
export async function ensureDirectory(directory: string): Promise<string | null> {
  const made = await makeDirectory(directory);
  if (made !== 'no-parent') return made === 'made' ? directory : null;
  const highest = await ensureDirectory(dirname(directory));
  const madeNow = await makeDirectory(directory);
  if (madeNow === 'no-parent') throw new Error(`${dirname(directory)} can't hold a folder`);
  return highest ?? (madeNow === 'made' ? directory : null);
}

async function makeDirectory(directory: string): Promise<'made' | 'there' | 'no-parent'> {
  try {
    await mkdir(directory);
    return 'made';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' && dirname(directory) !== directory) return 'no-parent';
    if (code === 'EEXIST' && (await stat(directory)).isDirectory()) return 'there';
    throw error;
  }
}
