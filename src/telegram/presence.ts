import { GrammyError } from 'grammy';
import type { Context } from 'grammy';

import { createBoundedMap } from '../bounded-map.ts';
import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import { failureFields } from './failures.ts';
import { isPrivate, placeOf } from './place.ts';

/** Telegram shows a chat action for 5 seconds. */
const AGAIN_AFTER_MS = 4500;
const CHATS_KEPT = 10_000;

/** Shows at once that a question was seen, and as long as it takes that it is being answered. */
export interface Presence {
  /**
   * Does the work. "Typing" is shown from the beginning; the question gets an 👀 where typing isn't enough: in a group, where nobody
   * knows whom it is for, and before an answer that may take seconds. What Telegram says to either never matters to the work.
   */
  during<Result>(ctx: Context, work: () => Promise<Result>): Promise<Result>;
}

/** @param isSlow whether answers may take seconds. */
export function createPresence(log: Log, isSlow: boolean): Presence {
  const withoutReactions = createBoundedMap<number, true>(CHATS_KEPT);
  const react = async (ctx: Context): Promise<void> => {
    const chat = ctx.chatId ?? 0;
    if (ctx.message === undefined || withoutReactions.get(chat) === true) return;
    try {
      await ctx.react('👀');
    } catch (error) {
      // Which reactions a chat allows is its owner's choice.
      if (error instanceof GrammyError && error.description.includes('REACTION')) {
        withoutReactions.set(chat, true);
      }
      log.debug('Telegram did not take the reaction.', failureFields(error));
    }
  };
  return {
    async during(ctx, work) {
      const done = new AbortController();
      void keepTyping(ctx, log, done.signal);
      if (isSlow || !isPrivate(ctx)) void react(ctx);
      try {
        return await work();
      } finally {
        done.abort();
      }
    },
  };
}

async function keepTyping(ctx: Context, log: Log, done: AbortSignal): Promise<void> {
  const { chat, thread } = placeOf(ctx);
  const topic = thread === 0 ? {} : { message_thread_id: thread };
  while (!done.aborted) {
    try {
      await ctx.api.sendChatAction(chat, 'typing', topic);
    } catch (error) {
      log.debug('Telegram did not take the chat action.', failureFields(error));
    }
    await pause(AGAIN_AFTER_MS, done);
  }
}
