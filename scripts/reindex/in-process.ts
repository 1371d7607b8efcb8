import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import type { BuildTools } from '../../src/retrieval/build-snapshot.ts';
import { SPACE } from '../../src/retrieval/hnsw-index.ts';
import type { LocalEmbeddings } from '../../src/retrieval/local-embeddings.ts';
import { FORMAT } from '../../src/retrieval/manifest.ts';
import type { Recipe } from '../../src/retrieval/manifest.ts';
import { pipelineFingerprint } from '../../src/retrieval/pipeline.ts';
import { knownDocuments, readPrevious } from '../../src/retrieval/previous-snapshot.ts';
import type { PreviousSnapshot } from '../../src/retrieval/previous-snapshot.ts';
import type { SnapshotStore } from '../../src/retrieval/snapshot-store.ts';

/** Seconds by what they went to, in order. */
export type Stages = ReadonlyMap<string, number>;

type Tools = BuildTools & { readonly embeddings: LocalEmbeddings };

/** Indexes a folder in this process, as a whole or upon the snapshot before, and saves it. */
export async function indexFolder(
  folder: string,
  store: SnapshotStore,
  tools: Tools,
  { isWhole }: { isWhole: boolean },
): Promise<Stages> {
  const stages = new Map<string, number>();
  const time = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const value = await work();
    stages.set(stage, (performance.now() - started) / 1000);
    return value;
  };
  const recipe = recipeOf(tools);
  const files = await time('read documents', () => readCorpusFiles(folder));
  const previous = await time('read the index before', () =>
    isWhole ? null : previousOf(store, recipe),
  );
  const corpus = await time('parse', () => parseCorpus(files, knownDocuments(previous)));
  const built = await time('words, vectors, graph', () =>
    buildSnapshot(corpus, tools, { previous }),
  );
  await time('save', async () => store.release(await store.save(built, recipe, [])));
  return stages;
}

async function previousOf(store: SnapshotStore, recipe: Recipe): Promise<PreviousSnapshot | null> {
  const stored = await store.current();
  return stored === null ? null : readPrevious(stored.directory, stored.manifest, recipe);
}

function recipeOf({ embeddings, dimensions, lexicon, hnswlib }: Tools): Recipe {
  return {
    format: FORMAT,
    pipeline: pipelineFingerprint(),
    lexicon: lexicon.hash,
    embedding: { id: embeddings.id, dimensions, space: SPACE },
    vectorIndex: hnswlib === null ? 'exact' : 'hnsw',
  };
}
