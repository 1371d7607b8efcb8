import type { EmbeddingsInterface } from '@langchain/core/embeddings';

import type { Corpus } from '../corpus/corpus.ts';
import type { Passage } from '../corpus/document.ts';
import { buildLexicon } from '../language/build-lexicon.ts';
import { displayNameEntries } from '../language/display-names.ts';
import { parseLexicon } from '../language/parse-lexicon.ts';
import { EmbeddingError } from './embeddings.ts';
import { ExactIndex } from './exact-index.ts';
import { HnswIndex } from './hnsw-index.ts';
import type { loadHnswlib } from './hnsw-index.ts';
import type { Snapshot } from './snapshot.ts';
import { renditionText } from './text-side.ts';
import type { VectorIndex, VectorTable } from './vector-index.ts';
import { WordIndex } from './word-index.ts';

/** The authored entries of the term table, as they came from disk. */
export interface LexiconFiles {
  /** SHA-256 in hex over all files; stands in the manifest. */
  readonly hash: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** What a snapshot is built with, besides documents. */
export interface BuildTools {
  readonly embeddings: EmbeddingsInterface;
  /** Components of every vector that `embeddings` gives. */
  readonly dimensions: number;
  readonly lexicon: LexiconFiles;
  /** Null where hnswlib-node is missing: the exact index serves then. */
  readonly hnswlib: Awaited<ReturnType<typeof loadHnswlib>>;
}

/** A snapshot and the vectors it was built from, which go to disk beside the graph. */
export interface BuiltSnapshot {
  readonly snapshot: Snapshot;
  readonly vectorTable: VectorTable;
}

const EMBEDDING_BATCH = 256;

/**
 * Indexes a corpus in memory.
 *
 * @throws {EmbeddingError} if the embeddings fail, or give another number of vectors or components than they should.
 */
export async function buildSnapshot(corpus: Corpus, tools: BuildTools): Promise<BuiltSnapshot> {
  const passages = corpus.documents.flatMap((document) => document.passages);
  const { vectorTable, vectorOwners } = await embedPassages(passages, tools);
  const snapshot: Snapshot = {
    documents: new Map(corpus.documents.map((document) => [document.id, document])),
    passages,
    words: {
      sorani: WordIndex.build(passages, 'sorani'),
      english: WordIndex.build(passages, 'english'),
    },
    vectors: createVectorIndex(vectorTable, tools),
    vectorOwners,
    lexicon: buildLexicon([
      ...tools.lexicon.files.flatMap(({ name, text }) => parseLexicon(name, text)),
      ...displayNameEntries(),
    ]),
    failed: corpus.failed,
    warnings: corpus.warnings,
  };
  return { snapshot, vectorTable };
}

/** The index that this machine can have over a table. */
function createVectorIndex(
  table: VectorTable,
  { hnswlib }: Pick<BuildTools, 'hnswlib'>,
): VectorIndex {
  return hnswlib === null ? new ExactIndex(table) : HnswIndex.build(hnswlib, table);
}

/** One vector for a passage's Sorani, and one for its rendition where it has one. */
async function embedPassages(
  passages: readonly Passage[],
  tools: BuildTools,
): Promise<{ vectorTable: VectorTable; vectorOwners: Uint32Array }> {
  const texts = passages.flatMap((passage, owner) => {
    const english = renditionText(passage);
    const sorani = { owner, text: passage.text };
    return english === '' ? [sorani] : [sorani, { owner, text: english }];
  });
  const { dimensions } = tools;
  const components = new Float32Array(texts.length * dimensions);
  for (let first = 0; first < texts.length; first += EMBEDDING_BATCH) {
    const batch = texts.slice(first, first + EMBEDDING_BATCH).map(({ text }) => text);
    const vectors = await tools.embeddings.embedDocuments(batch);
    checkBatch(vectors, batch.length, dimensions);
    for (const [index, vector] of vectors.entries()) {
      components.set(vector, (first + index) * dimensions);
    }
  }
  return {
    vectorTable: { dimensions, components },
    vectorOwners: Uint32Array.from(texts, ({ owner }) => owner),
  };
}

function checkBatch(vectors: readonly number[][], count: number, dimensions: number): void {
  const odd = vectors.find((vector) => vector.length !== dimensions);
  if (vectors.length === count && odd === undefined) return;
  throw new EmbeddingError(
    `The embeddings gave ${vectors.length} vectors of ${odd?.length ?? dimensions} components where ${count} of ${dimensions} were expected.`,
  );
}
