import { createHash } from 'node:crypto';
import { open, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { PirsyarError } from './errors.ts';

/** SHA-256 in hex. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes, flushes, and checks that all of it arrived. */
export async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const { size } = await stat(file);
  if (size !== bytes.length) {
    throw new PirsyarError(`Only ${size} of ${bytes.length} bytes of ${file} could be written.`);
  }
}

/** A folder in a file's place would stop every rename to it. */
export async function removeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) await rm(path, { recursive: true, force: true });
}

/** Flushes what was renamed in a folder. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes a folder and those above it up to `highest`, as far as they are empty: another process may be using them by now. */
export async function removeEmpty(directory: string, highest: string): Promise<void> {
  const isGone = await rmdir(directory).then(
    () => true,
    () => false,
  );
  if (isGone && directory !== highest) await removeEmpty(dirname(directory), highest);
}
