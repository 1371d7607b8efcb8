import { ModelFailure } from '../answering/chat-model.ts';
import { EmbeddingError } from '../retrieval/embeddings.ts';
import { makeCall } from './accounted-call.ts';
import type { EmbeddingServer, EmbeddingServerParts } from './embedding-server.ts';
import { hostOf } from './endpoint.ts';
import type { ModelAccount } from './model-account.ts';
import { REAL_TIMING } from './retries.ts';
import type { Timing } from './retries.ts';
import { estimateTokens } from './usage.ts';
import type { Usage } from './usage.ts';

/** What requests are made with. */
export interface EmbeddingRequestsParts extends EmbeddingServerParts {
  readonly account: ModelAccount;
  readonly timing?: Timing;
}

/** How long a request may take, with its retries, and who may end it. */
export interface RequestLimits {
  readonly patienceInMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Requests to an embedding model, each put down in the account. Nothing is loaded before the first. */
export class EmbeddingRequests {
  readonly #parts: EmbeddingRequestsParts;
  #loading: Promise<EmbeddingServer> | null = null;

  constructor(parts: EmbeddingRequestsParts) {
    this.#parts = parts;
  }

  /** Vectors in the order of the texts, of unit length. @throws {EmbeddingError}, or the reason of an aborted signal. */
  async embed(
    texts: readonly string[],
    { patienceInMs, signal }: RequestLimits,
  ): Promise<number[][]> {
    signal?.throwIfAborted();
    const { account, model, endpoint, timing = REAL_TIMING } = this.#parts;
    const estimate = { promptTokens: tokensOf(texts), completionTokens: 0 };
    let spent: Usage = { promptTokens: 0, completionTokens: 0 };
    const limits = { patienceInMs, idleInMs: patienceInMs, signal, host: hostOf(endpoint) };
    const planned = { purpose: 'embed', model, estimate };
    try {
      return await makeCall({ account, planned, spent: () => spent, ...limits }, async (call) => {
        const server = await (this.#loading ??= this.#load());
        const { vectors, usage } = await server.embed(texts, call, timing);
        spent = usage ?? estimate;
        return vectors;
      });
    } catch (error) {
      // Whoever asked ended it: nothing is wrong with the server.
      signal?.throwIfAborted();
      if (error instanceof ModelFailure) throw new EmbeddingError(error.message, { cause: error });
      throw error;
    }
  }

  async #load(): Promise<EmbeddingServer> {
    const { EmbeddingServer } = await import('./embedding-server.ts');
    return new EmbeddingServer(this.#parts);
  }
}

function tokensOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + estimateTokens(text, 'embedding'), 0);
}
