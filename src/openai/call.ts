import { ModelFailure } from '../answering/chat-model.ts';

/** How long a call may take, and who may end it. */
export interface CallLimits {
  /** For the whole call, with its retries and its stream. */
  readonly patienceInMs: number;
  /** The longest silence within a stream. */
  readonly idleInMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Named in the message. */
  readonly host: string;
}

/**
 * The time of one call. Its signal is aborted by the caller's, when patience is used up, or by silence; its reason is what the
 * call is to fail with. `end` must be called on every path.
 */
export class Call {
  readonly #limits: CallLimits;
  readonly #controller = new AbortController();
  readonly #until: number;
  readonly #patience: NodeJS.Timeout;
  #idle: NodeJS.Timeout | null = null;

  /** @throws the reason of a signal that is aborted already. */
  constructor(limits: CallLimits) {
    limits.signal?.throwIfAborted();
    this.#limits = limits;
    this.#until = performance.now() + limits.patienceInMs;
    this.#patience = setTimeout(() => this.#giveUp(limits.patienceInMs), limits.patienceInMs);
    limits.signal?.addEventListener('abort', this.#abort, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What is left of the patience. */
  leftInMs(): number {
    return this.#until - performance.now();
  }

  /** A piece of a stream came: the next one must follow before long. Before the first, a model may think as long as patience lasts. */
  heard(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const { idleInMs } = this.#limits;
    this.#idle = setTimeout(() => this.#giveUp(idleInMs), idleInMs);
  }

  /** Removes timers and listeners, and lets go of a connection that is still open. */
  end(): void {
    clearTimeout(this.#patience);
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#limits.signal?.removeEventListener('abort', this.#abort);
    this.#controller.abort();
  }

  readonly #abort = (): void => {
    this.#controller.abort(this.#limits.signal?.reason);
  };

  #giveUp(afterInMs: number): void {
    const message = `${this.#limits.host} was silent for too long (${afterInMs} ms).`;
    this.#controller.abort(new ModelFailure('time-out', message));
  }
}
