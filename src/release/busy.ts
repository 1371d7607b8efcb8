import { stat } from 'node:fs/promises';

import type { IndexManager } from '../retrieval/index-manager.ts';

/** How long to wait for a process that only swaps or sweeps; one that builds takes longer in all likelihood. */
export const SHORT_PATIENCE_IN_MS = 300;

/** Since when another process has been building, in milliseconds since 1970; now, where it is done by now. */
export async function busySince({ lockFile }: IndexManager): Promise<number> {
  const found = await stat(lockFile).catch(() => null);
  return found === null ? Date.now() : Math.floor(found.mtimeMs);
}
