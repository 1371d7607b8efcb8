import { GrammyError } from 'grammy';
import type { Context } from 'grammy';

import { createBoundedMap } from '../bounded-map.ts';
import type { Log } from '../log.ts';
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
      const stopTyping = keepTyping(ctx, log);
      if (isSlow || !isPrivate(ctx)) void react(ctx);
      try {
        return await work();
      } finally {
        stopTyping();
      }
    },
  };
}

/** Shows "typing" at once and again and again, and gives what ends that. */
function keepTyping(ctx: Context, log: Log): () => void {
  const { chat, thread } = placeOf(ctx);
  const topic = thread === 0 ? {} : { message_thread_id: thread };
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const show = async (): Promise<void> => {
    try {
      await ctx.api.sendChatAction(chat, 'typing', topic);
    } catch (error) {
      log.debug('Telegram did not take the chat action.', failureFields(error));
    }
    if (!isOver) timer = setTimeout(() => void show(), AGAIN_AFTER_MS);
  };
  void show();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
