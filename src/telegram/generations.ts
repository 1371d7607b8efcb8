/** The answers that are being written and may be stopped, by chat and draft. */
export interface Generations {
  /** A draft of a chat, with what stops it; its number is not zero and no other draft's. */
  begin(chat: number): Generation;
  /** Stops a draft; false where it is no longer being written. */
  stop(chat: number, draft: number): boolean;
}

/** One answer that is being written. */
export interface Generation {
  readonly draft: number;
  /** Aborted where the reader stops it. */
  readonly stopped: AbortSignal;
  /** To be called when it is written, or never will be. */
  end(): void;
}

const LARGEST_DRAFT = 2 ** 31 - 1;

/** Keeps them in memory: a draft doesn't outlive the process that writes it. */
export function createGenerations(): Generations {
  const current = new Map<string, AbortController>();
  let last = 0;
  return {
    begin(chat) {
      last = (last % LARGEST_DRAFT) + 1;
      const draft = last;
      const key = `${chat}:${draft}`;
      const controller = new AbortController();
      current.set(key, controller);
      return { draft, stopped: controller.signal, end: () => void current.delete(key) };
    },
    stop(chat, draft) {
      const controller = current.get(`${chat}:${draft}`);
      controller?.abort();
      return controller !== undefined;
    },
  };
}
