import type { Transformer } from 'grammy';

import { createBoundedMap } from '../bounded-map.ts';
import { pauseForCall } from './signals.ts';
import type { GrammySignal } from './signals.ts';

/** At most so many messages in any time of this length. */
interface Limit {
  readonly messages: number;
  readonly windowInMs: number;
}

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const ALL_CHATS: Limit = { messages: 30, windowInMs: 1000 };
const ONE_CHAT: Limit = { messages: 1, windowInMs: 1000 };
const ONE_GROUP: Limit = { messages: 20, windowInMs: 60_000 };

const CHATS_KEPT = 10_000;

/** What time it is, in milliseconds, and how to wait: at most until the signal is aborted. */
interface Clock {
  readonly now: () => number;
  readonly wait: (durationInMs: number, signal: GrammySignal | undefined) => Promise<void>;
}

const CLOCK: Clock = { now: Date.now, wait: pauseForCall };

/** What puts a message into a chat or changes one; drafts and chat actions are counted by Telegram apart. */
const COUNTED = /^(?:send(?!ChatAction|MessageDraft)|edit|copy|forward)/u;

/**
 * Sends no faster than Telegram allows a bot to: 30 messages a second in all, 1 a second in a chat and 20 a minute in a group. Calls wait
 * for their turn, in the order in which they came; the others pass at once.
 */
export function pacing({ now, wait }: Clock = CLOCK): Transformer {
  const all = createTurns(ALL_CHATS);
  const chats = createBoundedMap<number | string, Turns[]>(CHATS_KEPT);
  const turnsOf = (chat: number | string): Turns[] => {
    const known = chats.get(chat);
    if (known !== undefined) return known;
    const isGroup = typeof chat === 'string' || chat < 0;
    const turns = (isGroup ? [ONE_CHAT, ONE_GROUP] : [ONE_CHAT]).map(createTurns);
    chats.set(chat, turns);
    return turns;
  };
  const until = async (time: number, signal: GrammySignal | undefined): Promise<void> => {
    if (time > now()) await wait(time - now(), signal);
  };
  return async (previous, method, payload, signal) => {
    if (COUNTED.test(method) && 'chat_id' in payload) {
      const own = Math.max(...turnsOf(payload.chat_id).map((turns) => turns.take(now())));
      await until(own, signal);
      await until(all.take(now()), signal);
    }
    return previous(method, payload, signal);
  };
}

/** Turns of one limit. */
interface Turns {
  /** Takes the next turn and gives its time, at the earliest `time`. */
  take(time: number): number;
}

function createTurns({ messages, windowInMs }: Limit): Turns {
  const taken: number[] = [];
  return {
    take(time) {
      const first = taken.length < messages ? undefined : taken.shift();
      const turn = Math.max(time, first === undefined ? 0 : first + windowInMs);
      taken.push(turn);
      return turn;
    },
  };
}
