import type { IndexManager } from '../retrieval/index-manager.ts';
import type { Candidate } from './prepare.ts';

/**
 * Lets a candidate serve from disk, or holds it where it is worse and nobody accepts that; the caller holds the lock.
 *
 * @throws the file system's error; what served before serves on, and the candidate is gone.
 */
export async function settle(
  { store }: IndexManager,
  candidate: Candidate,
  { accept }: { accept: boolean },
): Promise<'swapped' | 'held'> {
  try {
    const stored = await store.saved(candidate.name);
    const serving = await store.current().catch(() => null);
    if (candidate.isWorse && !accept && serving !== null) {
      await store.hold(stored, serving, candidate.fingerprint);
      return 'held';
    }
    await store.release(stored);
    return 'swapped';
  } catch (error) {
    await store.discard(candidate.name);
    throw error;
  }
}
