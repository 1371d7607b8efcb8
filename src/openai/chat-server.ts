import type { OpenAI } from 'openai';

import { ModelFailure } from '../answering/chat-model.ts';
import type { ChatRequest } from '../answering/chat-model.ts';
import type { Call } from './call.ts';
import { createClient } from './client.ts';
import { hostOf } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { readFault } from './faults.ts';
import { refusedParameter } from './refusals.ts';
import type { OptionalParameter } from './refusals.ts';
import { ReplyReader } from './reply-reader.ts';
import { withRetries } from './retries.ts';
import type { Timing } from './retries.ts';

/** Which model is asked, where, and with what. What is null is not sent: many servers refuse what they don't know. */
export interface ChatServerParts {
  readonly endpoint: Endpoint;
  readonly model: string;
  /** Such as `low`; which there are depends on the model. */
  readonly reasoningEffort: string | null;
  /** The most tokens of a reply, its reasoning included. */
  readonly maxCompletionTokens: number | null;
  /** 0 to 2. */
  readonly temperature: number | null;
}

/** How one question to the server goes on; kept by whoever asks, since a call that fails may have cost something. */
export interface Progress {
  /** What came in the last try; null until the server has begun to answer. */
  reply: ReplyReader | null;
}

/** One chat model of one server, over the real client. Loaded with the first call, since the client takes 65 ms to load. */
export class ChatServer {
  readonly #parts: ChatServerParts;
  readonly #client: OpenAI;
  readonly #host: string;
  /** What this server has refused once; it is not sent again. */
  readonly #refused = new Set<OptionalParameter>();

  constructor(parts: ChatServerParts) {
    this.#parts = parts;
    this.#client = createClient(parts.endpoint);
    this.#host = hostOf(parts.endpoint);
  }

  /**
   * The text of a reply.
   *
   * @throws {ModelFailure}, or the reason of the call's signal.
   */
  ask(request: ChatRequest, { call, timing, progress, onText }: AskOptions): Promise<string> {
    const attempt = async (): Promise<string> => {
      const reader = new ReplyReader(this.#host);
      const { data, response } = await this.#send(request, call);
      progress.reply = reader;
      const kind = response.headers.get('content-type') ?? '';
      if (kind.includes('text/html')) {
        throw new ModelFailure('unusable', `${this.#host} sent a web page.`);
      }
      // A server that can't stream answers all at once, and so does one that was not asked to stream.
      if (kind.includes('json')) {
        reader.takeWhole(JSON.parse(await response.text()));
        onText?.(reader.text);
      } else {
        for await (const piece of data) {
          call.heard();
          if (reader.takePiece(piece)) onText?.(reader.text);
        }
      }
      // The client ends a stream that was aborted as if it were whole.
      call.signal.throwIfAborted();
      return reader.finish();
    };
    return withRetries(attempt, (error) => readFault(error, this.#host), call, timing);
  }

  /**
   * Sends the request, and again without what the server refuses of it. By the client's own `post`, because `create` reads the whole
   * body of what was not asked to stream, whatever it is.
   */
  async #send(request: ChatRequest, call: Call): Promise<Sent> {
    for (;;) {
      const optional = this.#optional(request);
      const body = { ...this.#required(request), ...Object.fromEntries(optional) };
      try {
        const options = { body, stream: true, signal: call.signal };
        const path = '/chat/completions';
        return await this.#client.post<AsyncIterable<unknown>>(path, options).withResponse();
      } catch (error) {
        const sent = optional.map(([name]) => name);
        const refused = refusedParameter(readFault(error, this.#host), sent);
        if (refused === null) throw error;
        this.#refused.add(refused);
      }
    }
  }

  #required({ system, user }: ChatRequest): Record<string, unknown> {
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ].filter(({ content }) => content !== '');
    return { model: this.#parts.model, messages };
  }

  #optional({ shape }: ChatRequest): [OptionalParameter, unknown][] {
    const { reasoningEffort, maxCompletionTokens, temperature } = this.#parts;
    const format =
      shape === null ? null : { type: 'json_schema', json_schema: { ...shape, strict: true } };
    const streams = !this.#refused.has('stream');
    // Older servers know only the old name of the limit.
    const isOldLimit = this.#refused.has('max_completion_tokens');
    const all: [OptionalParameter, unknown][] = [
      ['response_format', format],
      ['stream_options', streams ? { include_usage: true } : null],
      ['reasoning_effort', reasoningEffort],
      ['max_completion_tokens', maxCompletionTokens],
      ['max_tokens', isOldLimit ? maxCompletionTokens : null],
      ['temperature', temperature],
      ['stream', true],
    ];
    return all.filter(([name, value]) => value !== null && !this.#refused.has(name));
  }
}

interface AskOptions {
  readonly call: Call;
  readonly timing: Timing;
  readonly progress: Progress;
  readonly onText?: ((soFar: string) => void) | undefined;
}

interface Sent {
  readonly data: AsyncIterable<unknown>;
  readonly response: Response;
}
