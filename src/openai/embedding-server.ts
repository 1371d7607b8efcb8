import type { OpenAI } from 'openai';

import { ModelFailure } from '../answering/chat-model.ts';
import { isJsonObject } from '../json.ts';
import type { Call } from './call.ts';
import { createClient } from './client.ts';
import { readVectors } from './embedding-reply.ts';
import { hostOf } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { errorInBody, readFault } from './faults.ts';
import { refusedParameter } from './refusals.ts';
import { withRetries } from './retries.ts';
import type { Timing } from './retries.ts';
import { readUsage } from './usage.ts';
import type { Usage } from './usage.ts';

/** Which embedding model is asked, and where. */
export interface EmbeddingServerParts {
  readonly endpoint: Endpoint;
  readonly model: string;
  /** Sent where it is set; null: as many as the model gives. */
  readonly dimensions: number | null;
}

/** What a request gave. */
export interface Embedded {
  /** In the order of the texts, of unit length. */
  readonly vectors: number[][];
  /** Null where the server doesn't say. */
  readonly usage: Usage | null;
}

/** One embedding model of one server, over the real client. Loaded with the first request. */
export class EmbeddingServer {
  readonly #parts: EmbeddingServerParts;
  readonly #client: OpenAI;
  readonly #host: string;
  #sendsDimensions: boolean;

  constructor(parts: EmbeddingServerParts) {
    this.#parts = parts;
    this.#client = createClient(parts.endpoint);
    this.#host = hostOf(parts.endpoint);
    this.#sendsDimensions = parts.dimensions !== null;
  }

  /** @throws {ModelFailure}, or the reason of the call's signal. */
  embed(texts: readonly string[], call: Call, timing: Timing): Promise<Embedded> {
    const attempt = async (): Promise<Embedded> => {
      const response = await this.#send(texts, call);
      if (response.headers.get('content-type')?.includes('text/html') === true) {
        throw new ModelFailure('unusable', `${this.#host} sent a web page.`);
      }
      const body: unknown = JSON.parse(await response.text());
      const error = errorInBody(body);
      if (error !== null) throw error;
      const usage = isJsonObject(body) ? readUsage(body['usage']) : null;
      return { vectors: readVectors(body, texts.length, this.#host), usage };
    };
    return withRetries(attempt, (error) => readFault(error, this.#host), call, timing);
  }

  /** Sends the request, and again without `dimensions` where the server refuses that. */
  async #send(texts: readonly string[], call: Call): Promise<Response> {
    const { model, dimensions } = this.#parts;
    // Without an encoding, the client asks for base64, and reads zeros from a server that ignores that.
    const body = { model, input: [...texts], encoding_format: 'float' as const };
    const options = { signal: call.signal };
    if (!this.#sendsDimensions || dimensions === null) {
      return await this.#client.embeddings.create(body, options).asResponse();
    }
    try {
      return await this.#client.embeddings.create({ ...body, dimensions }, options).asResponse();
    } catch (error) {
      if (refusedParameter(readFault(error, this.#host), ['dimensions']) === null) throw error;
      this.#sendsDimensions = false;
      return await this.#send(texts, call);
    }
  }
}
