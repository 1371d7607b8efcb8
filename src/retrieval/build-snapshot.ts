import type { Corpus } from '../corpus/corpus.ts';
import { buildLexicon } from '../language/build-lexicon.ts';
import { displayNameEntries } from '../language/display-names.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { parseLexicon } from '../language/parse-lexicon.ts';
import { tellShare } from './build-progress.ts';
import type { BuildWatch } from './build-progress.ts';
import { buildWordIndex } from './build-word-index.ts';
import type { KnownWords } from './build-word-index.ts';
import { embedPassages } from './embed-passages.ts';
import type { EmbeddedPassages, Embedder } from './embed-passages.ts';
import { ExactIndex } from './exact-index.ts';
import { planGraphChange } from './graph-labels.ts';
import { HnswIndex } from './hnsw-index.ts';
import type { Hnswlib } from './hnsw-index.ts';
import { keptPassages } from './kept-passages.ts';
import { GONE } from './posting-lists.ts';
import type { Renumbering } from './posting-lists.ts';
import type { PreviousSnapshot } from './previous-snapshot.ts';
import { numberPassages } from './read-snapshot.ts';
import { inSlices } from './slices.ts';
import type { Snapshot } from './snapshot.ts';
import type { TextSide } from './text-side.ts';
import { tableSize } from './vector-index.ts';
import type { VectorIndex, VectorTable } from './vector-index.ts';

/** The authored entries of the term table, as they came from disk. */
export interface LexiconFiles {
  /** SHA-256 in hex over all files; stands in the manifest. */
  readonly hash: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** What a snapshot is built with, besides documents. */
export interface BuildTools extends Embedder {
  readonly lexicon: LexiconFiles;
  /** Null where hnswlib-node is missing: the exact index serves then. */
  readonly hnswlib: Hnswlib | null;
}

/** How a snapshot is built. */
export interface BuildOptions extends BuildWatch {
  /** What was built before with the same embeddings and the same reading of texts; null or missing: everything is made anew. */
  readonly previous?: PreviousSnapshot | null | undefined;
}

/** A snapshot and what goes to disk beside it. */
export interface BuiltSnapshot {
  readonly snapshot: Snapshot;
  /** The vectors it was built from. */
  readonly vectorTable: VectorTable;
  /** Texts that had to be embedded. */
  readonly embedded: number;
  /** What it was built upon: files that stay the same are taken from there. */
  readonly previous: PreviousSnapshot | null;
}

/**
 * Indexes a corpus in memory, in slices between which the event loop has a turn.
 *
 * With a previous snapshot, only what is new or changed is read and embedded. The result is that of a full build, array by array, but for
 * the graph of the vectors, which grows out of the one before (see HnswIndex) until it had better be built anew.
 *
 * @throws {EmbeddingError} if the embeddings fail, or give another number of vectors or components than they should; or the reason of
 *   an aborted signal.
 */
export async function buildSnapshot(
  corpus: Corpus,
  tools: BuildTools,
  options: BuildOptions = {},
): Promise<BuiltSnapshot> {
  const { signal, previous = null } = options;
  signal?.throwIfAborted();
  const { documents, passages } = numberPassages(corpus.documents);
  const kept =
    previous === null
      ? new Uint32Array(passages.length).fill(GONE)
      : keptPassages(corpus.documents, previous.documents.values());
  const words = await indexWords(passages, kept, options);
  const vectors = await embed(passages, kept, tools, options);
  const snapshot: Snapshot = {
    documents,
    passages,
    words,
    vectors: await linkVectors(vectors, tools, options),
    vectorOwners: vectors.owners,
    lexicon: previous?.lexicon?.lexicon ?? makeLexicon(tools.lexicon),
    failed: corpus.failed,
    warnings: corpus.warnings,
  };
  return { snapshot, vectorTable: vectors.table, embedded: vectors.embedded, previous };
}

function countNew(kept: Renumbering): number {
  return kept.reduce((count, number) => (number === GONE ? count + 1 : count), 0);
}

async function indexWords(
  passages: Snapshot['passages'],
  kept: Renumbering,
  options: BuildOptions,
): Promise<Snapshot['words']> {
  const { previous = null, signal } = options;
  const tell = tellShare(options, 'reading', countNew(kept));
  tell(0);
  const known = (side: TextSide): KnownWords | null =>
    previous === null ? null : { before: previous.words[side], kept };
  const sorani = await inSlices(buildWordIndex(passages, 'sorani', known('sorani'), tell), signal);
  const english = await inSlices(buildWordIndex(passages, 'english', known('english')), signal);
  tell(1);
  return { sorani, english };
}

async function embed(
  passages: Snapshot['passages'],
  kept: Renumbering,
  tools: BuildTools,
  options: BuildOptions,
): Promise<EmbeddedPassages> {
  const { previous = null, signal } = options;
  const known =
    previous === null ? null : { passages: previous.passages, vectors: previous.vectors, kept };
  const tell = tellShare(options, 'embedding', countNew(kept));
  tell(0);
  const vectors = await embedPassages(passages, tools, known, { onShare: tell, signal });
  tell(1);
  return vectors;
}

/** The index that this machine can have over the vectors: grown out of the one before where that can be. */
async function linkVectors(
  { table, kept }: EmbeddedPassages,
  { hnswlib }: BuildTools,
  options: BuildOptions,
): Promise<VectorIndex> {
  if (hnswlib === null) return new ExactIndex(table);
  const { signal, previous } = options;
  const graph = previous?.graph ?? null;
  const change = graph === null ? null : planGraphChange(graph.labels, kept);
  if (graph === null || change === null) {
    const watch = countVectors(options, tableSize(table));
    return inSlices(HnswIndex.building(hnswlib, table, watch), signal);
  }
  const { dimensions } = table;
  const { file, labels } = graph;
  const index = await HnswIndex.read(hnswlib, file, { dimensions, labels });
  const watch = countVectors(options, change.filled.length);
  return inSlices(index.becoming(table, change, watch), signal);
}

/** Tells how many of so many vectors stand in the graph. */
function countVectors(options: BuildOptions, total: number): (done: number) => void {
  const tell = tellShare(options, 'linking', total);
  return (done) => tell(done / total);
}

function makeLexicon({ files }: LexiconFiles): Lexicon {
  return buildLexicon([
    ...files.flatMap(({ name, text }) => parseLexicon(name, text)),
    ...displayNameEntries(),
  ]);
}
