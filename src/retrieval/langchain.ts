import { Document } from '@langchain/core/documents';
import type { DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { BaseRetriever } from '@langchain/core/retrievers';
import { VectorStore } from '@langchain/core/vectorstores';

import type { Passage } from '../corpus/document.ts';
import { PirsyarError } from '../errors.ts';
import { ExactIndex } from './exact-index.ts';
import { HnswIndex, loadHnswlib } from './hnsw-index.ts';
import { readQuery } from './query.ts';
import { search } from './search.ts';
import { dictionaryOf } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import type { VectorIndex, VectorTable } from './vector-index.ts';

/**
 * The product's parts as LangChain's: for any chain that wants a retriever or a vector store. The command line and the bot
 * use the parts themselves, because importing LangChain's classes costs more time than answering does.
 */

/** What a LangChain document carries of a passage; offsets are UTF-16 code units of the document's source. */
interface PassageMetadata {
  readonly document: string;
  readonly passage: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** What a retriever is made of. */
interface PassageRetrieverFields {
  /** The snapshot to search, asked anew for each query. */
  readonly snapshot: () => Snapshot;
  readonly embeddings: EmbeddingsInterface;
  /** The most passages. Default 10. */
  readonly top?: number;
}

/** The whole of retrieval as a LangChain retriever: passages, best first. */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  lc_namespace = ['pirsyar', 'retrievers'];
  readonly #fields: PassageRetrieverFields;

  constructor(fields: PassageRetrieverFields) {
    super();
    this.#fields = fields;
  }

  override async _getRelevantDocuments(
    text: string,
  ): Promise<DocumentInterface<PassageMetadata>[]> {
    const { embeddings, top = 10 } = this.#fields;
    const snapshot = this.#fields.snapshot();
    const query = readQuery(text, dictionaryOf(snapshot));
    const { hits } = await search(snapshot, embeddings, query, { top });
    return hits.map(({ passage, score }) => {
      const { document, id, start, end } = passage;
      const title = snapshot.documents.get(document)?.description.title.ckb ?? document;
      return new Document({
        id,
        pageContent: passage.text,
        metadata: { document, passage: id, title, start, end, score },
      });
    });
  }
}

/**
 * A LangChain vector store over the guarded HNSW index (the exact one where hnswlib-node is missing).
 *
 * Adding rebuilds the graph with the next search, so add in large batches. Scores are cosines of unit vectors.
 */
export class HnswVectorStore extends VectorStore {
  readonly #documents: DocumentInterface[] = [];
  readonly #vectors: number[][] = [];
  #index: VectorIndex | null = null;

  constructor(embeddings: EmbeddingsInterface) {
    super(embeddings, {});
  }

  override _vectorstoreType(): string {
    return 'pirsyar-hnsw';
  }

  /**
   * Resolves to the documents' ids; a document without one gets its number.
   *
   * @throws {PirsyarError} if there are not as many vectors as documents, or one has another length or a component that is no
   * finite number; nothing is added then.
   */
  override async addVectors(
    vectors: number[][],
    documents: DocumentInterface[],
  ): Promise<string[]> {
    const dimensions = this.#vectors[0]?.length ?? vectors[0]?.length;
    const isOdd = (vector: number[]): boolean =>
      vector.length !== dimensions || !vector.every(Number.isFinite);
    if (vectors.length !== documents.length || vectors.some(isOdd)) {
      throw new PirsyarError(
        'Each document needs one vector of finite numbers, and all vectors one length.',
      );
    }
    const first = this.#documents.length;
    // Not push(...batch): a large batch is more arguments than the stack holds.
    for (const vector of vectors) this.#vectors.push(vector);
    for (const document of documents) this.#documents.push(document);
    this.#index = null;
    return documents.map((document, number) => document.id ?? String(first + number));
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<string[]> {
    const texts = documents.map(({ pageContent }) => pageContent);
    return this.addVectors(await this.embeddings.embedDocuments(texts), documents);
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    count: number,
  ): Promise<[DocumentInterface, number][]> {
    if (this.#documents.length === 0) return [];
    this.#index ??= await buildIndex(this.#vectors);
    return this.#index.search(Float32Array.from(query), count).flatMap(({ label, score }) => {
      const document = this.#documents[label];
      return document === undefined
        ? []
        : [[document, score] satisfies [DocumentInterface, number]];
    });
  }

  /** A store of passages, one vector each. */
  static async fromPassages(
    passages: readonly Passage[],
    embeddings: EmbeddingsInterface,
  ): Promise<HnswVectorStore> {
    const store = new HnswVectorStore(embeddings);
    await store.addDocuments(
      passages.map(
        ({ id, document, text, start, end }) =>
          new Document({ id, pageContent: text, metadata: { document, passage: id, start, end } }),
      ),
    );
    return store;
  }
}

async function buildIndex(vectors: readonly number[][]): Promise<VectorIndex> {
  const table: VectorTable = {
    dimensions: vectors[0]?.length ?? 0,
    components: Float32Array.from(vectors.flat()),
  };
  const hnswlib = await loadHnswlib();
  return hnswlib === null ? new ExactIndex(table) : HnswIndex.build(hnswlib, table);
}
