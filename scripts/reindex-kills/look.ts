import { readdir } from 'node:fs/promises';

import { corpusFolder } from '../../src/retrieval/corpus-folder.ts';
import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { SnapshotStore } from '../../src/retrieval/snapshot-store.ts';
import type { Place } from './server.ts';
import { stateOf } from './towns.ts';

const hnswlib = await loadHnswlib();

/** What a process that starts now would find on disk. */
export interface Found {
  /** Null where what `current.json` names is damaged, or not of one state. */
  readonly state: number | null;
  /** Why it is damaged; null where it isn't. */
  readonly problem: string | null;
  /** Files of builders that are gone. */
  readonly leftovers: readonly string[];
}

/** Reads the serving snapshot as another process would, each file checked. */
export async function lookAt({ documents, index }: Place): Promise<Found> {
  const store = new SnapshotStore(`${index}/${await corpusFolder(documents)}`);
  const names = await readdir(store.directory);
  const leftovers = names.filter((name) => name.startsWith('unfinished-'));
  try {
    const stored = await store.current();
    if (stored === null) return { state: null, problem: 'there is none', leftovers };
    const { documents: found } = await store.load(stored, hnswlib);
    const state = stateOf([...found.values()].map(({ source }) => source));
    return { state, problem: state === null ? 'it is of no one state' : null, leftovers };
  } catch (error) {
    return { state: null, problem: String(error), leftovers };
  }
}
