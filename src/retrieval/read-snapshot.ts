import type { CorpusDocument } from '../corpus/document.ts';
import type { DocumentProblem } from '../corpus/read-files.ts';
import { CheckedFiles } from './checked-files.ts';
import { decodeDocuments } from './corpus-file.ts';
import { ExactIndex } from './exact-index.ts';
import { HnswIndex } from './hnsw-index.ts';
import type { Hnswlib } from './hnsw-index.ts';
import { LexiconReader } from './lexicon-reader.ts';
import type { Manifest } from './manifest.ts';
import { inSlices } from './slices.ts';
import { decodeVectors, decodeWords, SNAPSHOT_FILES } from './snapshot-files.ts';
import type { StoredVectors } from './snapshot-files.ts';
import type { Snapshot } from './snapshot.ts';
import type { VectorIndex } from './vector-index.ts';

/** How a snapshot is read. */
interface ReadOptions {
  /** Ends the reading with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** One for all snapshots that a process reads, so that they share what stays the same. Default: a new one. */
  readonly lexicons?: LexiconReader;
}

/**
 * Reads the snapshot in a folder, each file checked before it is used, in slices between which the event loop has a turn: a running
 * bot goes on answering.
 *
 * @throws {PirsyarError} if a file is damaged, or the reason of an aborted signal.
 */
export async function readSnapshot(
  directory: string,
  manifest: Manifest,
  hnswlib: Hnswlib | null,
  { signal, lexicons = new LexiconReader() }: ReadOptions = {},
): Promise<Snapshot> {
  const files = new CheckedFiles(directory, manifest);
  const read = (name: string): Promise<Buffer> => files.read(name, signal);
  const decoded = await inSlices(decodeDocuments(await read(SNAPSHOT_FILES.corpus)), signal);
  const documents = decoded.map(({ document }) => document);
  const words = await inSlices(decodeWords(await read(SNAPSHOT_FILES.words)), signal);
  const lexicon = await lexicons.read(files, signal);
  const stored = await inSlices(decodeVectors(await read(SNAPSHOT_FILES.vectors)), signal);
  return {
    ...numberPassages(documents),
    words,
    vectors: await readVectors(files, stored, hnswlib, signal),
    vectorOwners: stored.owners,
    lexicon,
    ...problemsOf(manifest),
  };
}

/** The documents by id, and their passages through all of them. */
export function numberPassages(
  documents: readonly CorpusDocument[],
): Pick<Snapshot, 'documents' | 'passages'> {
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    passages: documents.flatMap((document) => document.passages),
  };
}

async function readVectors(
  files: CheckedFiles,
  { table, labels }: StoredVectors,
  hnswlib: Hnswlib | null,
  signal: AbortSignal | undefined,
): Promise<VectorIndex> {
  if (hnswlib === null || labels === null) return new ExactIndex(table);
  await files.check(SNAPSHOT_FILES.graph, signal);
  return HnswIndex.read(hnswlib, files.pathOf(SNAPSHOT_FILES.graph), {
    dimensions: table.dimensions,
    labels,
  });
}

function problemsOf({ documents }: Manifest): {
  failed: DocumentProblem[];
  warnings: DocumentProblem[];
} {
  return {
    failed: documents.flatMap(({ id, failure }) =>
      failure === null ? [] : [{ document: id, reason: failure }],
    ),
    warnings: documents.flatMap(({ id, warnings }) =>
      warnings.map((reason) => ({ document: id, reason })),
    ),
  };
}
