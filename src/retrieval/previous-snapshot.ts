import type { KnownDocuments } from '../corpus/corpus.ts';
import type { DocumentId } from '../corpus/document.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { CheckedFiles } from './checked-files.ts';
import { decodeDocuments } from './corpus-file.ts';
import type { GraphLabels } from './graph-labels.ts';
import { LexiconReader } from './lexicon-reader.ts';
import { mismatch } from './manifest.ts';
import type { FileRecord, Manifest, Recipe } from './manifest.ts';
import { numberPassages } from './read-snapshot.ts';
import { inSlices } from './slices.ts';
import { decodeVectors, decodeWords, SNAPSHOT_FILES } from './snapshot-files.ts';
import type { StoredVectors } from './snapshot-files.ts';
import type { Snapshot } from './snapshot.ts';

/** What a build takes over of the snapshot before; read only, as its files are. */
export interface PreviousSnapshot extends Pick<Snapshot, 'documents' | 'passages' | 'words'> {
  /** The documents as they stand in the file. */
  readonly encoded: ReadonlyMap<DocumentId, Buffer>;
  /** What of each document isn't served. */
  readonly warnings: ReadonlyMap<DocumentId, readonly string[]>;
  readonly vectors: StoredVectors;
  /** The file of the graph and what stands where in it; null where there is none. */
  readonly graph: { readonly file: string; readonly labels: GraphLabels } | null;
  /** Null where the entries are others now. */
  readonly lexicon: PreviousLexicon | null;
}

/** A lexicon, and the file that it stands in. */
interface PreviousLexicon {
  readonly lexicon: Lexicon;
  readonly file: string;
  readonly record: FileRecord;
}

/**
 * Reads the snapshot in a folder for a build, each file checked, in slices as readSnapshot does. The folder must stay until what is
 * built has been written. Null where nothing can be taken over, because texts are read otherwise now or other embeddings are used.
 *
 * @throws {PirsyarError} if a file is damaged, or the reason of an aborted signal.
 */
export async function readPrevious(
  directory: string,
  manifest: Manifest,
  recipe: Recipe,
  signal?: AbortSignal,
): Promise<PreviousSnapshot | null> {
  if (mismatch({ ...manifest, lexicon: recipe.lexicon }, recipe) !== null) return null;
  const files = new CheckedFiles(directory, manifest);
  const read = (name: string): Promise<Buffer> => files.read(name, signal);
  const decoded = await inSlices(decodeDocuments(await read(SNAPSHOT_FILES.corpus)), signal);
  const words = await inSlices(decodeWords(await read(SNAPSHOT_FILES.words)), signal);
  const vectors = await inSlices(decodeVectors(await read(SNAPSHOT_FILES.vectors)), signal);
  const { labels } = vectors;
  if (labels !== null) await files.check(SNAPSHOT_FILES.graph, signal);
  return {
    ...numberPassages(decoded.map(({ document }) => document)),
    encoded: new Map(decoded.map(({ document, bytes }) => [document.id, bytes])),
    warnings: new Map(manifest.documents.map(({ id, warnings }) => [id, warnings])),
    words,
    vectors,
    graph: labels === null ? null : { file: files.pathOf(SNAPSHOT_FILES.graph), labels },
    lexicon: manifest.lexicon === recipe.lexicon ? await readLexicon(files, signal) : null,
  };
}

/** The documents that need not be parsed again. */
export function knownDocuments(previous: PreviousSnapshot | null): KnownDocuments {
  return ({ id, hash }) => {
    const document = previous?.documents.get(id);
    if (document?.hash !== hash) return undefined;
    return { document, warnings: previous?.warnings.get(id) ?? [] };
  };
}

async function readLexicon(
  files: CheckedFiles,
  signal: AbortSignal | undefined,
): Promise<PreviousLexicon> {
  return {
    lexicon: await new LexiconReader().read(files, signal),
    file: files.pathOf(SNAPSHOT_FILES.lexicon),
    record: files.recordOf(SNAPSHOT_FILES.lexicon),
  };
}
