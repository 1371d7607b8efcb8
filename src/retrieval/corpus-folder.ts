import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';

/** One folder for each real path, so that two corpora never overwrite each other, readable by a person. */
export async function corpusFolder(documentsDirectory: string): Promise<string> {
  const path = await realpath(documentsDirectory).catch(() => documentsDirectory);
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return `${basename(path)
    .replaceAll(/[^\w-]/gu, '_')
    .slice(0, 40)}-${hash}`;
}
