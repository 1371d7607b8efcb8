import { Bot } from 'grammy';

/** Which updates are being handled now, by any bot of this process. */
export interface Handling {
  readonly isDone: boolean;
  /** Resolves once nothing that is being handled now is any more. */
  done(): Promise<void>;
  /** Stops watching. */
  end(): void;
}

/**
 * Watches how bots handle updates. Polls alone don't tell: a bot that asks for the next update may still be answering the last one.
 */
export function watchHandling(): Handling {
  // eslint-disable-next-line typescript/unbound-method -- it is applied to the bot that it is called on
  const handle = Bot.prototype.handleUpdate;
  const handling = new Set<Promise<void>>();
  Bot.prototype.handleUpdate = async function watched(this: Bot, ...args) {
    const work = handle.apply(this, args);
    handling.add(work);
    await work.finally(() => handling.delete(work));
  };
  return {
    get isDone() {
      return handling.size === 0;
    },
    async done() {
      await Promise.allSettled(handling);
    },
    end() {
      Bot.prototype.handleUpdate = handle;
    },
  };
}
