import { rename, stat } from 'node:fs/promises';

import { RESULT, resultCode } from './database.ts';

/** A file that can't be what we wrote. */
export class DamagedFileError extends Error {
  override name = 'DamagedFileError';
}

/** Whether a fault lies in the file itself, so that another file would do. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return (
    error instanceof DamagedFileError || code === RESULT.corrupt || code === RESULT.notADatabase
  );
}

/**
 * Renames a file to `<file>.damaged-<n>`, with its log and its index, and gives the new name; null where another process has already put
 * another file there: `identity` is the inode of the damaged one.
 *
 * @throws the file system's error where it can't.
 */
export async function moveAside(file: string, identity: number): Promise<string | null> {
  if ((await inodeOf(file)) !== identity) return null;
  let number = 1;
  while ((await inodeOf(`${file}.damaged-${number}`)) !== null) number += 1;
  const aside = `${file}.damaged-${number}`;
  // The log first: beside a new file SQLite would play it back into that.
  for (const suffix of ['-wal', '-shm']) {
    if ((await inodeOf(file + suffix)) !== null) await rename(file + suffix, aside + suffix);
  }
  await rename(file, aside);
  return aside;
}

/** Null where there is no such file. */
export async function inodeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).ino;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
