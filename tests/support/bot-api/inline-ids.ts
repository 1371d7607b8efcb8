import type { Message } from 'grammy/types';

import type { Chats } from './chats.ts';

/** By what id the bot knows a message that it sent through a person, in a chat that it isn't in. */
export function inlineIdOf({ chat, message_id: id }: Pick<Message, 'chat' | 'message_id'>): string {
  return `inline:${chat.id}:${id}`;
}

/** The message of such an id. */
export function inlineMessage(chats: Chats, inlineId: string): Message | undefined {
  const [, chat, id] = /^inline:(-?\d+):(\d+)$/u.exec(inlineId) ?? [];
  const message = chats.get(Number(chat))?.messages.get(Number(id));
  return message?.via_bot === undefined ? undefined : message;
}
