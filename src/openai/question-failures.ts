import { ModelFailure } from '../answering/chat-model.ts';
import type { ModelFailureCause } from '../answering/chat-model.ts';
import type { Log } from '../log.ts';
import type { EmbeddingError } from '../retrieval/embeddings.ts';

/** How often a cause is said. */
const SILENCE_IN_MS = 60_000;
/** How long a server that is down or busy is not asked again, so that not every question waits for it. */
const REST_IN_MS = 10_000;
/** What is likely to befall the next question too. */
const LASTING: ReadonlySet<ModelFailureCause> = new Set([
  'unreachable',
  'time-out',
  'server-error',
  'rate-limited',
]);

/** Why questions had no vectors: says it, but not with every question, and lets a server rest that is down. */
export class QuestionFailures {
  readonly #log: Log;
  /** Milliseconds since 1970. */
  readonly #now: () => number;
  /** When each cause was last said. */
  readonly #said = new Map<string, number>();
  #rest: { readonly error: EmbeddingError; readonly until: number } | null = null;

  constructor(log: Log, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  /** @throws {EmbeddingError} why the server is not to be asked now. */
  throwIfResting(): void {
    if (this.#rest !== null && this.#now() < this.#rest.until) throw this.#rest.error;
  }

  /** Takes note of a failure. */
  note(error: EmbeddingError): void {
    const { cause, message } = error;
    const now = this.#now();
    if (cause instanceof ModelFailure && LASTING.has(cause.reason)) {
      this.#rest = { error, until: now + REST_IN_MS };
    }
    if (now - (this.#said.get(message) ?? -Infinity) < SILENCE_IN_MS) return;
    this.#said.set(message, now);
    this.#log.warn(`Questions are ranked by their words alone: ${message}`);
  }
}
