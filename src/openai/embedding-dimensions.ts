import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureDirectory } from '../ensure-directory.ts';
import type { EmbeddingServerParts } from './embedding-server.ts';

/** Components of the vectors of OpenAI's own models. */
const KNOWN: Readonly<Record<string, number>> = {
  'text-embedding-3-small': 1536,
  'text-embedding-3-large': 3072,
};
const FILE = 'dimensions';

/**
 * How many components a model's vectors have: as set, as known of OpenAI's, as found earlier and kept in `directory`, else as `probe`
 * finds. Another server may have another model under the same name, so it is asked.
 *
 * @throws what `probe` throws.
 */
export async function findDimensions(
  { endpoint, model, dimensions }: EmbeddingServerParts,
  directory: string,
  probe: () => Promise<number>,
): Promise<number> {
  const known = dimensions ?? (endpoint.baseUrl === null ? KNOWN[model] : undefined);
  if (known !== undefined) return known;
  const kept = await readFile(join(directory, FILE), 'utf8').catch(() => '');
  if (/^[1-9]\d{0,4}\n$/u.test(kept)) return Number(kept);
  const found = await probe();
  // Where it can't be kept, the server is asked again the next time.
  await ensureDirectory(directory)
    .then(() => writeFile(join(directory, FILE), `${found}\n`))
    .catch(() => null);
  return found;
}
