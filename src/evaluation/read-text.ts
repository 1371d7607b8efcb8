import { readFile } from 'node:fs/promises';

import { UsageError } from '../errors.ts';

/** The text of a file that somebody named. @throws {UsageError} with this message where it can't be read. */
export async function readText(file: string, message: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(message, { cause: error });
  });
}
