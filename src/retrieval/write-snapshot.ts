import { copyFile, link, open } from 'node:fs/promises';
import { join } from 'node:path';

import { tellShare } from './build-progress.ts';
import type { BuildWatch } from './build-progress.ts';
import type { BuiltSnapshot } from './build-snapshot.ts';
import { recordOf, writeRecorded } from './checked-files.ts';
import { encodeDocument } from './corpus-file.ts';
import { HnswIndex } from './hnsw-index.ts';
import type { FileRecord, Manifest } from './manifest.ts';
import { inSlices } from './slices.ts';
import type { Steps } from './slices.ts';
import { encodeLexicon, encodeVectors, encodeWords, SNAPSHOT_FILES } from './snapshot-files.ts';

/**
 * Writes the files of a snapshot into a folder and says what they must be from now on. What stays as it was in the previous snapshot is
 * not encoded again, and a file that does is a link to it.
 *
 * @throws the file system's error, or the reason of an aborted signal.
 */
export async function writeSnapshotFiles(
  directory: string,
  built: BuiltSnapshot,
  watch: BuildWatch = {},
): Promise<Manifest['files']> {
  const { signal } = watch;
  const { vectors } = built.snapshot;
  // The graph is written by hnswlib, outside of the event loop. Both have ended before either's failure is told: the folder may be removed then.
  const [graph, others] = await Promise.allSettled([
    vectors instanceof HnswIndex ? writeGraph(directory, vectors, signal) : null,
    writeOthers(directory, built, watch),
  ]);
  if (others.status === 'rejected') throw others.reason;
  if (graph.status === 'rejected') throw graph.reason;
  return graph.value === null
    ? others.value
    : { ...others.value, [SNAPSHOT_FILES.graph]: graph.value };
}

async function writeOthers(
  directory: string,
  built: BuiltSnapshot,
  watch: BuildWatch,
): Promise<Manifest['files']> {
  const { snapshot, vectorTable: table } = built;
  const { signal } = watch;
  const tell = tellShare(watch, 'writing', snapshot.passages.length);
  const files: Record<string, FileRecord> = {};
  const write = async (name: string, pieces: Steps<Buffer[]>): Promise<void> => {
    files[name] = await writeRecorded(
      join(directory, name),
      await inSlices(pieces, signal),
      signal,
    );
    tell(Object.keys(files).length / Object.keys(SNAPSHOT_FILES).length);
  };
  tell(0);
  const labels = snapshot.vectors instanceof HnswIndex ? snapshot.vectors.labels : null;
  await write(SNAPSHOT_FILES.corpus, encodeCorpus(built));
  await write(SNAPSHOT_FILES.words, encodeWords(snapshot.words));
  const linked = await linkLexicon(directory, built);
  if (linked === null) await write(SNAPSHOT_FILES.lexicon, encodeLexicon(snapshot.lexicon));
  else files[SNAPSHOT_FILES.lexicon] = linked;
  const vectors = { table, owners: snapshot.vectorOwners, labels };
  await write(SNAPSHOT_FILES.vectors, encodeVectors(vectors));
  tell(1);
  return files;
}

/** The documents, in order; those that stay as they were from the file of before. */
function* encodeCorpus({ snapshot, previous }: BuiltSnapshot): Steps<Buffer[]> {
  const encoded: Buffer[] = [];
  for (const document of snapshot.documents.values()) {
    const isKnown = previous?.documents.get(document.id)?.hash === document.hash;
    const known = isKnown ? previous?.encoded.get(document.id) : undefined;
    encoded.push(known ?? encodeDocument(document));
    yield;
  }
  return encoded;
}

/** Null where the lexicon is another one than before. */
async function linkLexicon(
  directory: string,
  { snapshot, previous }: BuiltSnapshot,
): Promise<FileRecord | null> {
  const before = previous?.lexicon ?? null;
  if (before === null || before.lexicon !== snapshot.lexicon) return null;
  const file = join(directory, SNAPSHOT_FILES.lexicon);
  // Not every file system has links.
  await link(before.file, file).catch(() => copyFile(before.file, file));
  return before.record;
}

async function writeGraph(
  directory: string,
  index: HnswIndex,
  signal: AbortSignal | undefined,
): Promise<FileRecord> {
  const file = join(directory, SNAPSHOT_FILES.graph);
  await index.write(file);
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    return await recordOf(handle, signal);
  } finally {
    await handle.close();
  }
}
