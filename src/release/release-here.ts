import { busySince } from './busy.ts';
import { failureOf } from './failure.ts';
import { prepare } from './prepare.ts';
import type { PrepareOptions, ReleaseParts } from './prepare.ts';
import type { ReleaseOutcome } from './release.ts';
import { settle } from './settle.ts';

/** How to release. */
export interface ReleaseHereOptions extends PrepareOptions {
  /** Whether a snapshot that is worse than the serving one serves all the same. */
  readonly accept: boolean;
  /** How long to wait for another builder. */
  readonly patienceInMs: number;
}

/** Builds, checks and releases in this process. Never throws. */
export async function releaseHere(
  parts: ReleaseParts,
  { accept, patienceInMs, ...options }: ReleaseHereOptions,
): Promise<ReleaseOutcome> {
  const { manager } = parts;
  try {
    const lock = await manager.lock(patienceInMs);
    if (lock === null) return { status: 'busy', by: null, since: await busySince(manager) };
    try {
      const prepared = await prepare(parts, options);
      const { name: snapshot, report } = prepared;
      if (prepared.status === 'unchanged') return { status: 'unchanged', snapshot, report };
      const status = await settle(manager, prepared, { accept });
      return { status, snapshot, report, checks: prepared.checks };
    } finally {
      await lock.release();
    }
  } catch (error) {
    return options.signal?.aborted === true
      ? { status: 'cancelled' }
      : failureOf(error, manager.directory);
  }
}
