import type { Update } from 'grammy/types';

import { integer, list } from './payload.ts';
import type { Payload } from './payload.ts';
import { Refusal, refuse } from './refusal.ts';

/** What an update tells of. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** The updates that wait for a bot, handed out as getUpdates does. */
export interface UpdateQueue {
  /** Queues an update; lost, as at Telegram, if the bot last said that it doesn't want its kind. */
  add(update: Update): void;
  /** Queues the last update once more, although the bot has confirmed it. */
  addAgain(): void;
  /** What the bot wants from now on; an absent list changes nothing, an empty one means Telegram's own choice. */
  allow(wanted: unknown): void;
  /** The kinds that the bot asked for; none means Telegram's own choice. */
  readonly allowed: readonly UpdateKind[];
  /** How many updates the bot hasn't confirmed. */
  readonly pending: number;
  /** The update to be delivered next. */
  first(): Update | undefined;
  /** Forgets the update that `first` gave, unless all were dropped meanwhile. */
  confirm(update: Update): void;
  /** Forgets all that is queued. */
  drop(): void;
  /** Forgets what is before the offset, then waits for updates, at most the timeout; a second poll ends the first. */
  poll(given: Payload, onClose: (leave: () => void) => void): Promise<Update[]>;
  /** Ends the poll that waits, in these words. */
  endPoll(description: string): void;
  /** Whether a poll waits and nothing is queued. */
  readonly idle: boolean;
}

interface Poll {
  answer(updates: Update[]): void;
  fail(error: Refusal): void;
}

/** Who is told what happens to a queue. */
export interface QueueListener {
  /** A poll begins to wait. */
  waiting(): void;
  /** An update was queued. */
  added(): void;
}

/** All kinds of updates, and whether Telegram sends them to bots that don't ask for any. */
const SENT_UNASKED: Readonly<Record<UpdateKind, boolean>> = {
  message: true,
  edited_message: true,
  channel_post: true,
  edited_channel_post: true,
  business_connection: true,
  business_message: true,
  edited_business_message: true,
  deleted_business_messages: true,
  guest_message: true,
  stopped_message_generation: true,
  message_reaction: false,
  message_reaction_count: false,
  inline_query: true,
  chosen_inline_result: true,
  callback_query: true,
  shipping_query: true,
  pre_checkout_query: true,
  purchased_paid_media: true,
  poll: true,
  poll_answer: true,
  my_chat_member: true,
  chat_member: false,
  chat_join_request: true,
  chat_boost: true,
  removed_chat_boost: true,
  managed_bot: true,
  subscription: true,
};
const MAX_BATCH = 100;
const SECOND_POLL =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

/** An empty queue of a bot that takes what Telegram sends by default. */
export function createUpdateQueue(listener: QueueListener): UpdateQueue {
  let queued: Update[] = [];
  // Confirmed updates at the front of the array are only removed now and then: removing each would move all others.
  let confirmed = 0;
  let repeated: Update[] = [];
  let allowed: readonly UpdateKind[] = [];
  let last: Update | null = null;
  let waiting: Poll | null = null;

  function wanted(update: Update): boolean {
    return Object.keys(update).some(
      (key) => isKind(key) && (allowed.length === 0 ? SENT_UNASKED[key] : allowed.includes(key)),
    );
  }

  function allow(given: unknown): void {
    if (given === undefined || given === null) return;
    if (!Array.isArray(given) && typeof given !== 'string') {
      refuse("Bad Request: can't parse allowed_updates JSON array");
    }
    allowed = list(given).filter(isKind);
  }

  const pending = (): number => repeated.length + queued.length - confirmed;

  function compact(): void {
    if (confirmed > 1000 || confirmed === queued.length) {
      queued = queued.slice(confirmed);
      confirmed = 0;
    }
  }

  function confirmBefore(offset: number): void {
    if (offset < 0) confirmed = Math.max(confirmed, queued.length + offset);
    while ((queued[confirmed]?.update_id ?? Infinity) < offset) confirmed += 1;
    compact();
  }

  function ready(limit: number): Update[] {
    const updates = [...repeated, ...queued.slice(confirmed, confirmed + limit)].slice(0, limit);
    repeated = [];
    return updates;
  }

  function wait(
    timeoutInMs: number,
    limit: number,
    onClose: (leave: () => void) => void,
  ): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        if (waiting === current) waiting = null;
      };
      const current: Poll = {
        answer(updates) {
          end();
          resolve(updates.slice(0, limit));
        },
        fail(error) {
          end();
          reject(error);
        },
      };
      const leave = (): void => current.answer([]);
      const timer = setTimeout(leave, timeoutInMs);
      waiting = current;
      onClose(leave);
      listener.waiting();
    });
  }

  return {
    add(update) {
      last = update;
      if (!wanted(update)) return;
      queued.push(update);
      waiting?.answer(ready(MAX_BATCH));
      listener.added();
    },
    addAgain() {
      if (last === null) return;
      repeated.push(last);
      waiting?.answer(ready(MAX_BATCH));
      listener.added();
    },
    allow,
    get allowed() {
      return allowed;
    },
    get pending() {
      return pending();
    },
    first: () => repeated[0] ?? queued[confirmed],
    confirm(update) {
      if (repeated[0] === update) {
        repeated.shift();
      } else if (queued[confirmed] === update) {
        confirmed += 1;
        compact();
      }
    },
    drop() {
      queued = [];
      repeated = [];
      confirmed = 0;
    },
    async poll(given, onClose) {
      waiting?.fail(new Refusal(409, SECOND_POLL));
      confirmBefore(integer(given['offset']) ?? 0);
      allow(given['allowed_updates']);
      const asked = integer(given['limit']) ?? MAX_BATCH;
      const limit = asked < 1 || asked > MAX_BATCH ? MAX_BATCH : asked;
      if (pending() > 0) return ready(limit);
      const timeout = integer(given['timeout']) ?? 0;
      return timeout > 0 ? wait(1000 * timeout, limit, onClose) : [];
    },
    endPoll(description) {
      waiting?.fail(new Refusal(409, description));
    },
    get idle() {
      return waiting !== null && queued.length === confirmed;
    },
  };
}

function isKind(name: unknown): name is UpdateKind {
  return typeof name === 'string' && Object.hasOwn(SENT_UNASKED, name);
}
