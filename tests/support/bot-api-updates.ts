import type { Update } from 'grammy/types';

import { Refusal } from './bot-api-rules.ts';
import type { Payload } from './bot-api-rules.ts';

/** The updates that wait for a bot, handed out as getUpdates does. */
export interface UpdateQueue {
  /** Queues an update; lost, as at Telegram, if the bot last said that it doesn't want its kind. */
  add(update: Update): void;
  /** Queues the last update once more, although the bot has confirmed it. */
  addAgain(): void;
  /** Forgets what is before the offset, then waits for updates, at most the timeout; a second poll ends the first. */
  poll(payload: Payload, connectionClosed: AbortSignal): Promise<readonly Update[]>;
  /** Whether a poll waits and nothing is queued. */
  readonly idle: boolean;
}

interface Poll {
  answer(updates: readonly Update[]): void;
  fail(error: Refusal): void;
}

/** @param onIdle is told each time a poll begins to wait. */
export function createUpdateQueue(onIdle: () => void): UpdateQueue {
  let queued: readonly Update[] = [];
  let allowed: readonly unknown[] = [];
  let last: Update | null = null;
  let repeated: Update | null = null;
  let waiting: Poll | null = null;

  function wait(timeoutInMs: number, connectionClosed: AbortSignal): Promise<readonly Update[]> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        connectionClosed.removeEventListener('abort', leave);
        waiting = null;
      };
      const current: Poll = {
        answer(updates) {
          end();
          resolve(updates);
        },
        fail(error) {
          end();
          reject(error);
        },
      };
      const leave = (): void => current.answer([]);
      const timer = setTimeout(leave, timeoutInMs);
      connectionClosed.addEventListener('abort', leave, { once: true });
      waiting = current;
      onIdle();
    });
  }

  return {
    add(update) {
      last = update;
      if (allowed.length === 0 || Object.keys(update).some((kind) => allowed.includes(kind))) {
        queued = [...queued, update];
        waiting?.answer(queued);
      }
    },
    addAgain() {
      repeated = last;
      if (repeated !== null && waiting !== null) {
        const again = repeated;
        repeated = null;
        waiting.answer([again]);
      }
    },
    async poll(payload, connectionClosed) {
      waiting?.fail(
        new Refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      const offset = Number(payload['offset'] ?? 0);
      queued = queued.filter(({ update_id }) => update_id >= offset);
      const wanted: unknown = payload['allowed_updates'];
      allowed = Array.isArray(wanted) ? wanted : allowed;
      const ready = repeated === null ? queued : [repeated, ...queued];
      repeated = null;
      if (ready.length > 0) {
        return ready.slice(0, Number(payload['limit'] ?? 100));
      }
      return wait(1000 * Number(payload['timeout'] ?? 0), connectionClosed);
    },
    get idle() {
      return waiting !== null && queued.length === 0;
    },
  };
}
