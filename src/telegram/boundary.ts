import { GrammyError, HttpError } from 'grammy';
import type { BotError } from 'grammy';

import { say } from './delivery.ts';
import type { Desk } from './desk.ts';
import { failureFields } from './failures.ts';

/**
 * What becomes of an update whose handling failed: it is logged, the reader hears a polite sentence unless Telegram would take none, and the
 * bot lives on. Never rejects.
 */
export function createBoundary(desk: Desk): (failure: BotError) => Promise<void> {
  const { log } = desk.parts;
  return async ({ error, ctx }) => {
    const fields = { update: ctx.update.update_id, ...failureFields(error) };
    if (error instanceof GrammyError && error.error_code === 403) {
      log.info('A reader has left or blocked the bot.', fields);
      return;
    }
    log.error('An update could not be handled.', fields);
    // What Telegram refuses (400) may have been the message; else it takes no other either.
    if (error instanceof HttpError || (error instanceof GrammyError && error.error_code !== 400)) {
      return;
    }
    try {
      await say(ctx, desk.wordsFor(ctx).text('bot-failed'));
    } catch (sayingError) {
      log.warn('A reader could not be told of a failure.', failureFields(sayingError));
    }
  };
}
