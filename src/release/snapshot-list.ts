import { builtAt } from '../retrieval/snapshot-store.ts';
import type { SnapshotStore, StoredSnapshot } from '../retrieval/snapshot-store.ts';
import type { SnapshotInfo } from './release.ts';

/** All snapshots that are kept and have served, the newest first. */
export async function listSnapshots(store: SnapshotStore): Promise<SnapshotInfo[]> {
  const serving = await store.currentName();
  const all = await store.list();
  return all.map((stored) => infoOf(stored, stored.name === serving));
}

/** What a person wants to know of a snapshot. */
export function infoOf(stored: StoredSnapshot, serving: boolean): SnapshotInfo {
  const { documents, passages } = stored.manifest;
  return {
    name: stored.name,
    builtAt: builtAt(stored),
    documents: documents.filter(({ failure }) => failure === null).length,
    passages,
    serving,
  };
}
