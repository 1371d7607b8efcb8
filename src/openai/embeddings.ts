import { createHash } from 'node:crypto';
import { join } from 'node:path';

import type { Log } from '../log.ts';
import { EmbeddingError } from '../retrieval/embeddings.ts';
import type { PassageEmbeddings } from '../retrieval/embeddings.ts';
import { cutForModel, inBatches } from './embedding-batches.ts';
import { findDimensions } from './embedding-dimensions.ts';
import { EmbeddingRequests } from './embedding-requests.ts';
import type { EmbeddingRequestsParts, RequestLimits } from './embedding-requests.ts';
import type { EmbeddingServerParts } from './embedding-server.ts';
import { baseUrlOf, hostOf } from './endpoint.ts';
import { inParallel } from './in-parallel.ts';
import { QuestionFailures } from './question-failures.ts';
import { REAL_TIMING } from './retries.ts';
import { VectorCache } from './vector-cache.ts';

/** What embeddings of a server are made of. */
export interface OpenAIEmbeddingsParts extends EmbeddingRequestsParts {
  /** Share of the vectors in a passage's score, 0 to 1. */
  readonly share: number;
  /** A folder for each model lies below it. */
  readonly cacheDirectory: string;
  readonly log: Log;
  /** For the vector of a question, for which a reader waits. */
  readonly questionPatienceInMs: number;
  /** For one request of many texts. Default: 60,000. */
  readonly batchPatienceInMs?: number;
}

const BATCH_PATIENCE_IN_MS = 60_000;
/** Requests under way at once while an index is built. */
const REQUESTS_AT_ONCE = 4;
/** Questions whose vectors are kept in memory. */
const MOST_QUESTIONS = 256;
const PROBE = 'پرسیار';

/**
 * Embeddings of OpenAI or of any server that speaks as it does. Passages that were embedded once are not sent again.
 *
 * @throws {EmbeddingError} if the number of components is neither set nor known and can't be asked for.
 */
export async function createOpenAIEmbeddings(
  parts: OpenAIEmbeddingsParts,
): Promise<PassageEmbeddings> {
  const requests = new EmbeddingRequests(parts);
  const directory = join(parts.cacheDirectory, folderOf(parts));
  const dimensions = await findDimensions(parts, directory, async () => {
    const patienceInMs = parts.questionPatienceInMs;
    const [vector] = await requests.embed([PROBE], { patienceInMs });
    return vector?.length ?? 0;
  });
  return new OpenAIEmbeddings(
    parts,
    requests,
    new VectorCache(directory, { ...parts, dimensions }, parts.log),
  );
}

/** A name for people, and a hash that keeps servers and models apart that would have the same. */
function folderOf({ endpoint, model }: EmbeddingServerParts): string {
  const hash = createHash('sha256')
    .update(`${baseUrlOf(endpoint)}\0${model}`)
    .digest('hex');
  const name = `${hostOf(endpoint)}-${model}`.replaceAll(/[^\w.-]+/gu, '_').slice(0, 80);
  return `${name}-${hash.slice(0, 8)}`;
}

class OpenAIEmbeddings implements PassageEmbeddings {
  readonly id: string;
  readonly dimensions: number;
  readonly share: number;
  readonly questionAs = 'typed';
  readonly #parts: OpenAIEmbeddingsParts;
  readonly #requests: EmbeddingRequests;
  readonly #cache: VectorCache;
  readonly #questions = new Map<string, number[]>();
  readonly #failures: QuestionFailures;

  constructor(parts: OpenAIEmbeddingsParts, requests: EmbeddingRequests, cache: VectorCache) {
    this.id = `openai ${hostOf(parts.endpoint)} ${parts.model} ${cache.dimensions}`;
    this.dimensions = cache.dimensions;
    this.share = parts.share;
    this.#parts = parts;
    this.#requests = requests;
    this.#cache = cache;
    this.#failures = new QuestionFailures(parts.log, (parts.timing ?? REAL_TIMING).now);
  }

  async embedQuery(
    question: string,
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<number[]> {
    const text = cutForModel(question);
    if (text.trim() === '') return this.#nowhere();
    const known = this.#questions.get(text);
    if (known !== undefined) return known;
    this.#failures.throwIfResting();
    try {
      const patienceInMs = this.#parts.questionPatienceInMs;
      const [vector = []] = await this.#embed([text], { patienceInMs, signal });
      const [oldest] = this.#questions.keys();
      if (this.#questions.size >= MOST_QUESTIONS && oldest !== undefined) {
        this.#questions.delete(oldest);
      }
      this.#questions.set(text, vector);
      return vector;
    } catch (error) {
      if (error instanceof EmbeddingError) this.#failures.note(error);
      throw error;
    }
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    const texts = documents.map(cutForModel);
    const vectors = new Map<string, number[]>();
    const missing: string[] = [];
    for (const text of new Set(texts)) {
      const vector = text.trim() === '' ? this.#nowhere() : await this.#cache.read(text);
      if (vector === null) missing.push(text);
      else vectors.set(text, vector);
    }
    const failing = new AbortController();
    const limits = {
      patienceInMs: this.#parts.batchPatienceInMs ?? BATCH_PATIENCE_IN_MS,
      signal: failing.signal,
    };
    try {
      await inParallel(inBatches(missing), REQUESTS_AT_ONCE, async (batch) => {
        const embedded = await this.#embed(batch, limits);
        for (const [index, text] of batch.entries()) {
          const vector = embedded[index] ?? [];
          vectors.set(text, vector);
          await this.#cache.write(text, vector);
        }
      });
    } finally {
      failing.abort();
    }
    return texts.map((text) => vectors.get(text) ?? []);
  }

  async #embed(texts: readonly string[], limits: RequestLimits): Promise<number[][]> {
    const vectors = await this.#requests.embed(texts, limits);
    const given = vectors[0]?.length ?? 0;
    if (given === this.dimensions) return vectors;
    throw new EmbeddingError(
      `${hostOf(this.#parts.endpoint)} gave vectors of ${given} components where ${this.dimensions} were expected: set EMBEDDING_DIMENSIONS=${given}.`,
    );
  }

  /** A text without a word is as far from everything as from anything; servers refuse it. */
  #nowhere(): number[] {
    return Array.from({ length: this.dimensions }, () => 0);
  }
}
