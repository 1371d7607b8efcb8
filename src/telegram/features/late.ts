import type { Context, MiddlewareFn } from 'grammy';
import type { Message, User } from 'grammy/types';

import { createBoundedMap } from '../../bounded-map.ts';
import { addressedText, isCommandToBot } from '../addressed.ts';
import type { Backlog } from '../backlog.ts';
import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';

/** A question that waited longer has been asked elsewhere, or forgotten. */
const FRESH_FOR_MS = 10 * 60 * 1000;
const CHATS_KEPT = 10_000;

/**
 * Messages that came while the bot was down: fresh ones are answered as any other; for those older than ten minutes, one message in each
 * chat says that they were not. What people say to each other in groups is none of ours.
 */
export function lateFeature(desk: Desk, backlog: Backlog): MiddlewareFn {
  const told = createBoundedMap<number, number>(CHATS_KEPT);
  return async (ctx, next) => {
    const sentAt = writtenAt(ctx);
    if (!backlog.has(ctx.update) || desk.now() - sentAt <= FRESH_FOR_MS) {
      await next();
      return;
    }
    if (ctx.message === undefined || !isForBot(ctx.message, ctx.me)) return;
    const { chat } = ctx.message;
    const before = told.get(chat.id);
    if (before !== undefined && sentAt <= before) return;
    // Whatever was sent before now is covered by this one word.
    told.set(chat.id, desk.now());
    desk.parts.log.info('Messages that came while the bot was down were not answered.');
    await say(ctx, desk.wordsFor(ctx).text('bot-was-away'));
  };
}

/** When the message was written last, in milliseconds since 1970; Infinity where there is none. */
function writtenAt({ message, editedMessage }: Context): number {
  const written = message ?? editedMessage;
  return 1000 * (written?.edit_date ?? written?.date ?? Infinity);
}

function isForBot(message: Message, me: User): boolean {
  return addressedText(message, me) !== null || isCommandToBot(message, me);
}
