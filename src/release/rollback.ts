import { PirsyarError } from '../errors.ts';
import type { IndexManager, OpenedIndex } from '../retrieval/index-manager.ts';
import { documentsFingerprint } from '../retrieval/manifest.ts';
import type { StoredSnapshot } from '../retrieval/snapshot-store.ts';
import { SHORT_PATIENCE_IN_MS } from './busy.ts';
import { failureOf } from './failure.ts';
import type { RollbackOutcome } from './release.ts';
import { infoOf } from './snapshot-list.ts';

/** Is given the snapshot that serves from now on. */
type OnSwapped = (opened: OpenedIndex) => void;

/**
 * Lets an earlier snapshot serve again, the one before the serving one where none is named, after all of its files were checked. It stays
 * until the documents change again. Never throws: what served before serves on.
 */
export async function rollback(
  manager: IndexManager,
  { to, onSwapped }: { to?: string | undefined; onSwapped?: OnSwapped },
): Promise<RollbackOutcome> {
  try {
    const lock = await manager.lock(SHORT_PATIENCE_IN_MS);
    if (lock === null) {
      return failed('An index is being built: go back when that is done, or cancel it first.');
    }
    try {
      return await goBack(manager, { to, onSwapped: onSwapped ?? (() => {}) });
    } finally {
      await lock.release();
    }
  } catch (error) {
    return failed(failureOf(error, manager.directory).message);
  }
}

async function goBack(
  manager: IndexManager,
  { to, onSwapped }: { to: string | undefined; onSwapped: OnSwapped },
): Promise<RollbackOutcome> {
  const { store } = manager;
  const all = await store.list();
  const serving = await store.currentName();
  const target = to === undefined ? olderThan(serving, all) : all.find(({ name }) => name === to);
  if (target === undefined) {
    return to === undefined ? { status: 'nothing-older' } : failed(unknown(to, all));
  }
  const other = manager.mismatch(target);
  if (other !== null) {
    return failed(`The snapshot ${target.name} can't serve: ${other} since it was built.`);
  }
  const opened = await load(manager, target);
  await store.goBackTo(target, documentsFingerprint((await manager.readFiles()).documents));
  onSwapped(opened);
  return { status: 'swapped', snapshot: infoOf(target, true) };
}

/** Names begin with the time, so they are in the order in which the snapshots were built. */
function olderThan(
  serving: string | null,
  newestFirst: readonly StoredSnapshot[],
): StoredSnapshot | undefined {
  return newestFirst.find(({ name }) => serving === null || name < serving);
}

async function load(manager: IndexManager, target: StoredSnapshot): Promise<OpenedIndex> {
  try {
    return await manager.load(target);
  } catch (error) {
    const reason = error instanceof PirsyarError ? error.message : 'it can’t be read';
    throw new PirsyarError(`The snapshot ${target.name} can't serve: ${reason}.`, { cause: error });
  }
}

function unknown(name: string, all: readonly StoredSnapshot[]): string {
  return `There is no snapshot ${name}; there is: ${all.map((one) => one.name).join(', ')}.`;
}

function failed(message: string): RollbackOutcome {
  return { status: 'failed', message };
}
