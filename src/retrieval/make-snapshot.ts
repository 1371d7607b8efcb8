import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFiles } from '../corpus/read-files.ts';
import type { BuildWatch } from './build-progress.ts';
import { buildSnapshot } from './build-snapshot.ts';
import type { BuiltSnapshot, LexiconFiles } from './build-snapshot.ts';
import type { PassageEmbeddings } from './embeddings.ts';
import type { Hnswlib } from './hnsw-index.ts';
import { documentRecords, documentsToIndex } from './indexed-documents.ts';
import type { DocumentRecord, Recipe } from './manifest.ts';
import { knownDocuments, readPrevious } from './previous-snapshot.ts';
import type { PreviousSnapshot } from './previous-snapshot.ts';
import type { StoredSnapshot } from './snapshot-store.ts';

/** What snapshots of a folder are made with. */
export interface MakingParts {
  /** Named where there is no document. */
  readonly documentsDirectory: string;
  readonly embeddings: PassageEmbeddings;
  readonly lexicon: LexiconFiles;
  readonly hnswlib: Hnswlib | null;
  readonly recipe: Recipe;
}

/** How a snapshot is made. */
export interface Making extends BuildWatch {
  /** What is taken over where it can be: the caller holds the lock, so that it stays. Null: everything is made anew. */
  readonly upon: StoredSnapshot | null;
}

/** A snapshot in memory, and what it was made of. */
export interface MadeSnapshot {
  readonly built: BuiltSnapshot;
  readonly corpus: Corpus;
  /** For its manifest. */
  readonly records: readonly DocumentRecord[];
}

/**
 * Makes a snapshot of documents.
 *
 * @throws {NoDocumentsError} if there is none to serve, {EmbeddingError} if the embeddings can't be had, or the signal's reason.
 */
export async function makeSnapshot(
  files: CorpusFiles,
  { documentsDirectory, embeddings, lexicon, hnswlib, recipe }: MakingParts,
  { upon, ...watch }: Making,
): Promise<MadeSnapshot> {
  const previous = upon === null ? null : await readUpon(upon, recipe, watch.signal);
  const corpus = documentsToIndex(files, documentsDirectory, knownDocuments(previous));
  const { dimensions } = embeddings;
  const tools = { embeddings, dimensions, lexicon, hnswlib };
  const built = await buildSnapshot(corpus, tools, { previous, ...watch });
  return { built, corpus, records: documentRecords(files, corpus) };
}

/** Null where nothing can be taken over, also where that is damaged. */
async function readUpon(
  { directory, manifest }: StoredSnapshot,
  recipe: Recipe,
  signal: AbortSignal | undefined,
): Promise<PreviousSnapshot | null> {
  try {
    return await readPrevious(directory, manifest, recipe, signal);
  } catch {
    signal?.throwIfAborted();
    return null;
  }
}
