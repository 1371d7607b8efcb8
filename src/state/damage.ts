import { rename, stat } from 'node:fs/promises';

import type { Database } from './database.ts';
import { sqliteCode } from './database.ts';
import { textColumns, textIn } from './rows.ts';

/** A file that can't be what we wrote. */
export class DamagedFileError extends Error {
  override name = 'DamagedFileError';
}

/** @throws {DamagedFileError} where the pages of a file don't fit together, and what SQLite throws where it can't even look. */
export function refuseDamaged(database: Database): void {
  const row = database.prepare(`select ${textColumns('quick_check')} from pragma_quick_check(1)`);
  const found = row.first();
  if (found === null || textIn(found, 'quick_check') !== 'ok') {
    throw new DamagedFileError('SQLite finds its pages damaged');
  }
}

/** Whether a fault lies in the file itself, so that another file would do. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  return (
    error instanceof DamagedFileError ||
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB'
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
