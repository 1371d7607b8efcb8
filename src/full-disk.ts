import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { writeDurably } from './durable-files.ts';
import { PirsyarError } from './errors.ts';

/** There is no room for what should be written. */
export class DiskFullError extends PirsyarError {
  override name = 'DiskFullError';
}

/** The disk, the quota, the longest file. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** What is left where a file was cut short is less than this. */
const ROOM_IN_BYTES = 1024 * 1024;

/**
 * Says of a failure to write that the disk was full, where it was. hnswlib doesn't tell: its file is cut short and can't be read back, and
 * whether there is any room left tells the two apart. To be called before what was written is removed.
 */
export async function causeOf(error: unknown, directory: string): Promise<Error> {
  const full = isFull(error) || (error instanceof PirsyarError && (await lacksRoom(directory)));
  if (full) return new DiskFullError(`The disk of ${directory} is full.`, { cause: error });
  return error instanceof Error ? error : new PirsyarError(String(error), { cause: error });
}

/** Whether a failure of the file system says so. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && FULL.has(String(error.code));
}

async function lacksRoom(directory: string): Promise<boolean> {
  const file = join(directory, `unfinished-room-${process.pid}`);
  try {
    await writeDurably(file, Buffer.alloc(ROOM_IN_BYTES));
    return false;
  } catch (error) {
    return isFull(error);
  } finally {
    await rm(file, { force: true });
  }
}
