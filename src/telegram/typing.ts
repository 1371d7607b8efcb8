import type { Context } from 'grammy';

import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import { failureFields } from './failures.ts';

/** Most answers are ready sooner; "typing" after the answer would only puzzle. */
const FIRST_AFTER_MS = 150;
/** Telegram shows a chat action for 5 seconds. */
const AGAIN_AFTER_MS = 4500;

/** Does the work and, while it takes noticeably long, shows the chat that we are typing. */
export async function withTyping<Result>(
  ctx: Context,
  log: Log,
  work: Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  const typing = showTyping(ctx, log, done.signal);
  try {
    return await work;
  } finally {
    done.abort();
    await typing;
  }
}

async function showTyping(ctx: Context, log: Log, done: AbortSignal): Promise<void> {
  await pause(FIRST_AFTER_MS, done);
  while (!done.aborted) {
    try {
      await ctx.replyWithChatAction('typing');
    } catch (error) {
      log.debug('Telegram did not take the chat action.', failureFields(error));
    }
    await pause(AGAIN_AFTER_MS, done);
  }
}
