import type { EmbeddingsInterface } from '@langchain/core/embeddings';

import { parseCorpus } from '../../src/corpus/corpus.ts';
import type { DocumentFiles } from '../../src/corpus/read-files.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import type { BuildTools, BuiltSnapshot } from '../../src/retrieval/build-snapshot.ts';
import { ExactIndex } from '../../src/retrieval/exact-index.ts';
import { SPACE } from '../../src/retrieval/hnsw-index.ts';
import { FORMAT } from '../../src/retrieval/manifest.ts';
import { pipelineFingerprint } from '../../src/retrieval/pipeline.ts';
import { readQuery } from '../../src/retrieval/query.ts';
import { search } from '../../src/retrieval/search.ts';
import type { SnapshotStore, StoredSnapshot } from '../../src/retrieval/snapshot-store.ts';
import { dictionaryOf } from '../../src/retrieval/snapshot.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import type { SyntheticQuestion } from './synthetic-questions.ts';

/** What something gave, and how long it took. */
interface Timed<T> {
  readonly value: T;
  readonly seconds: number;
}

/** How questions fared, one after the other in a process that has answered before. */
interface Searches {
  /** In milliseconds, the fastest first. */
  readonly times: readonly number[];
  /** Share of the questions whose source was among the first ten. */
  readonly found: number;
}

const TOP = 10;
/** As many as a search asks for. */
const NEIGHBOURS = 64;

async function time<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}

/** Everything from bytes to indexes: parse, words, vectors, graph. */
export function build(
  documents: readonly DocumentFiles[],
  tools: BuildTools,
): Promise<Timed<BuiltSnapshot>> {
  return time(() => buildSnapshot(parseCorpus({ documents, failed: [] }), tools));
}

/** Writes a snapshot as the product does, checksums and all. Gives the bytes of each file. */
export async function save(
  built: BuiltSnapshot,
  { embeddings, dimensions, lexicon }: BuildTools & { embeddings: { id: string } },
  store: SnapshotStore,
): Promise<Timed<ReadonlyMap<string, number>>> {
  const recipe = {
    format: FORMAT,
    pipeline: pipelineFingerprint(),
    lexicon: lexicon.hash,
    embedding: { id: embeddings.id, dimensions, space: SPACE },
    vectorIndex: built.snapshot.vectors.kind,
  };
  const { seconds } = await time(async () => store.release(await store.save(built, recipe, [])));
  const files = Object.entries((await currentOf(store)).manifest.files);
  return { value: new Map(files.map(([name, { bytes }]) => [name, bytes])), seconds };
}

/** Reads a snapshot back, each file checked. */
export function open(
  store: SnapshotStore,
  { hnswlib }: Pick<BuildTools, 'hnswlib'>,
): Promise<Timed<Snapshot>> {
  return time(async () => store.load(await currentOf(store), hnswlib));
}

async function currentOf(store: SnapshotStore): Promise<StoredSnapshot> {
  const stored = await store.current();
  if (stored === null) throw new Error('No snapshot was saved.');
  return stored;
}

/** Which share of the ten truly nearest vectors the graph finds; null where the exact index serves. */
export async function recallOfGraph(
  { snapshot, vectorTable }: BuiltSnapshot,
  embeddings: EmbeddingsInterface,
  questions: readonly SyntheticQuestion[],
): Promise<number | null> {
  if (snapshot.vectors.kind === 'exact') return null;
  const exact = new ExactIndex(vectorTable);
  let found = 0;
  let wanted = 0;
  for (const { words } of questions) {
    const vector = Float32Array.from(await embeddings.embedQuery(words.join(' ')));
    const nearest = new Set(exact.search(vector, TOP).map(({ label }) => label));
    const given = snapshot.vectors.search(vector, NEIGHBOURS).slice(0, TOP);
    found += given.filter(({ label }) => nearest.has(label)).length;
    wanted += nearest.size;
  }
  return found / wanted;
}

/** Reads each question and searches for it. */
export async function searchAll(
  snapshot: Snapshot,
  embeddings: EmbeddingsInterface,
  questions: readonly SyntheticQuestion[],
): Promise<Searches> {
  const dictionary = dictionaryOf(snapshot);
  const times: number[] = [];
  let found = 0;
  for (const { words, source } of questions) {
    const { value, seconds } = await time(() =>
      search(snapshot, embeddings, readQuery(words.join(' '), dictionary), { top: TOP }),
    );
    times.push(seconds * 1000);
    if (value.hits.some(({ passage }) => passage.id === source.id)) found += 1;
  }
  return {
    times: times.toSorted((left, right) => left - right),
    found: found / questions.length,
  };
}
