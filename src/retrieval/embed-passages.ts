import type { EmbeddingsInterface } from '@langchain/core/embeddings';

import type { Passage } from '../corpus/document.ts';
import { EmbeddingError } from './embeddings.ts';
import { keptRows, textsOf } from './passage-texts.ts';
import type { KnownVectors, OwnedText } from './passage-texts.ts';
import { GONE } from './posting-lists.ts';
import type { Renumbering } from './posting-lists.ts';
import { vectorAt } from './vector-index.ts';
import type { VectorTable } from './vector-index.ts';

/** The vectors of passages. */
export interface EmbeddedPassages {
  readonly table: VectorTable;
  /** The passage number that each vector stands for. */
  readonly owners: Uint32Array;
  /** For each vector the row it had in the table of before, each once at most; GONE for those that were made. */
  readonly kept: Renumbering;
  /** Texts whose vector had to be made. */
  readonly embedded: number;
}

/** What embeds. */
export interface Embedder {
  readonly embeddings: EmbeddingsInterface;
  /** Components of every vector that `embeddings` gives. */
  readonly dimensions: number;
}

/** How the work is watched and ended. */
interface EmbeddingWatch {
  /** Called after each batch with the share of the texts that are embedded. */
  readonly onShare?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const EMBEDDING_BATCH = 256;

/**
 * One vector for a passage's Sorani, and one for its rendition where it has one. Only texts that had no vector before are embedded.
 *
 * @throws {EmbeddingError} if the embeddings fail, or give another number of vectors or components than they should.
 */
export async function embedPassages(
  passages: readonly Passage[],
  embedder: Embedder,
  known: KnownVectors | null,
  watch: EmbeddingWatch = {},
): Promise<EmbeddedPassages> {
  const texts = textsOf(passages);
  const { dimensions } = embedder;
  const table = { dimensions, components: new Float32Array(texts.length * dimensions) };
  const kept = known === null ? new Uint32Array(texts.length).fill(GONE) : keptRows(texts, known);
  const missing: number[] = [];
  for (const [row, before] of kept.entries()) {
    if (known === null || before === GONE) missing.push(row);
    else table.components.set(vectorAt(known.vectors.table, before), row * dimensions);
  }
  await embedRows(table, { texts, missing }, embedder, watch);
  return {
    table,
    owners: Uint32Array.from(texts, ({ owner }) => owner),
    kept,
    embedded: missing.length,
  };
}

/** Fills in the rows that are missing. */
async function embedRows(
  { dimensions, components }: VectorTable,
  { texts, missing }: { texts: readonly OwnedText[]; missing: readonly number[] },
  { embeddings }: Embedder,
  { onShare, signal }: EmbeddingWatch,
): Promise<void> {
  for (let first = 0; first < missing.length; first += EMBEDDING_BATCH) {
    signal?.throwIfAborted();
    const rows = missing.slice(first, first + EMBEDDING_BATCH);
    const vectors = await embeddings.embedDocuments(rows.map((row) => texts[row]?.text ?? ''));
    checkBatch(vectors, rows.length, dimensions);
    for (const [place, vector] of vectors.entries()) {
      components.set(vector, (rows[place] ?? 0) * dimensions);
    }
    onShare?.((first + rows.length) / missing.length);
  }
}

function checkBatch(vectors: readonly number[][], count: number, dimensions: number): void {
  const odd = vectors.find((vector) => vector.length !== dimensions);
  if (vectors.length === count && odd === undefined) return;
  throw new EmbeddingError(
    `The embeddings gave ${vectors.length} vectors of ${odd?.length ?? dimensions} components where ${count} of ${dimensions} were expected.`,
  );
}
