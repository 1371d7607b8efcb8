import type { EmbeddingsInterface } from '@langchain/core/embeddings';

import { PirsyarError } from '../errors.ts';

/** How a search uses vectors. */
export interface VectorUse {
  /**
   * What the vector of a question is made of: the question as it was typed, or the words of the documents that say it, for embeddings
   * that know no other language and no other spelling.
   */
  readonly questionAs: 'typed' | 'words-of-documents';
  /** Share of the vectors in a passage's score, 0 to 1; the rest is that of the words. */
  readonly share: number;
}

/** LangChain's embeddings, and what a search needs to know of them. Vectors are finite and of unit length, or all zeros. */
export interface PassageEmbeddings extends EmbeddingsInterface, VectorUse {
  /** Stands in the manifest: another id makes a snapshot stale, so it names all that the vectors depend on. */
  readonly id: string;
  /** Components of every vector. */
  readonly dimensions: number;
  /** @throws {EmbeddingError} if there is no vector to be had, or the reason of an aborted signal. */
  embedQuery(
    text: string,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<number[]>;
  /** In the order of the texts. @throws {EmbeddingError} if there are no vectors to be had. */
  embedDocuments(texts: string[]): Promise<number[][]>;
}

/** Vectors were not to be had: a server is down, has refused, or gave something else. The message is for the log, and holds no text. */
export class EmbeddingError extends PirsyarError {
  override name = 'EmbeddingError';
}
