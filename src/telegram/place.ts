import type { Context } from 'grammy';

import type { Place } from './memory.ts';

/** Who asks: a person, or the chat in whose name an anonymous administrator writes. */
export function readerOf(ctx: Context): number {
  return ctx.senderChat?.id ?? ctx.from?.id ?? ctx.chat?.id ?? 0;
}

/** Where the update belongs: its chat, and in a forum its topic. */
export function placeOf(ctx: Context): Place {
  const message = ctx.msg;
  const thread = message?.is_topic_message === true ? message.message_thread_id : undefined;
  return { chat: ctx.chatId ?? 0, thread: thread ?? 0 };
}

/** Whether a message stands in a chat with one person, where nobody else is disturbed. */
export function isPrivate(ctx: Context): boolean {
  return ctx.chat?.type === 'private';
}
