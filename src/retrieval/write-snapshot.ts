import { open } from 'node:fs/promises';
import { join } from 'node:path';

import { sha256, writeDurably } from '../durable-files.ts';
import type { BuiltSnapshot } from './build-snapshot.ts';
import { HnswIndex } from './hnsw-index.ts';
import type { Manifest } from './manifest.ts';
import {
  encodeCorpus,
  encodeLexicon,
  encodeVectors,
  encodeWords,
  SNAPSHOT_FILES,
} from './snapshot-files.ts';

/** Writes the files of a snapshot into a folder and says what they must be from now on. @throws the file system's error. */
export async function writeSnapshotFiles(
  directory: string,
  built: BuiltSnapshot,
): Promise<Manifest['files']> {
  const { snapshot, vectorTable } = built;
  const contents = new Map([
    [SNAPSHOT_FILES.corpus, encodeCorpus([...snapshot.documents.values()])],
    [SNAPSHOT_FILES.words, encodeWords(snapshot.words)],
    [SNAPSHOT_FILES.lexicon, encodeLexicon(snapshot.lexicon)],
    [SNAPSHOT_FILES.vectors, encodeVectors(vectorTable, snapshot.vectorOwners)],
  ] as const);
  const files: Record<string, { bytes: number; sha256: string }> = {};
  for (const [name, bytes] of contents) {
    await writeDurably(join(directory, name), bytes);
    files[name] = { bytes: bytes.length, sha256: sha256(bytes) };
  }
  if (snapshot.vectors instanceof HnswIndex) {
    files[SNAPSHOT_FILES.graph] = await writeGraph(directory, snapshot.vectors);
  }
  return files;
}

async function writeGraph(
  directory: string,
  index: HnswIndex,
): Promise<{ bytes: number; sha256: string }> {
  const file = join(directory, SNAPSHOT_FILES.graph);
  index.write(file);
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    const bytes = await handle.readFile();
    return { bytes: bytes.length, sha256: sha256(bytes) };
  } finally {
    await handle.close();
  }
}
