import type { InlineKeyboardMarkup, Message } from 'grammy/types';

import type { Room } from '../chats.ts';
import { flag, integer, string } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { acceptedReplyKeyboard } from '../rules/reply-keyboard.ts';
import { acceptedReply } from '../rules/reply.ts';
import type { GivenReply } from '../rules/reply.ts';
import type { World } from '../world.ts';

/** What the calls that send something have in common. */
export interface GivenPost extends GivenReply {
  readonly chat_id?: unknown;
  readonly message_thread_id?: unknown;
  readonly business_connection_id?: unknown;
  readonly protect_content?: unknown;
  readonly reply_markup?: unknown;
}

/** Puts a message of the bot into a chat, if Telegram would. The content has been looked at before. */
export function post<Content extends Partial<Message>>(
  world: World,
  given: GivenPost,
  content: Content,
  keyboard: InlineKeyboardMarkup | undefined,
): Message.CommonMessage & Content {
  if (string(given.business_connection_id) !== '') {
    refuse('Bad Request: business connection not found');
  }
  const room = world.chats.writable(given.chat_id);
  const asked = checkedThread(given.message_thread_id, room);
  const reply = acceptedReply(given, room, world.findPerson);
  const thread = asked ?? reply.reply_to_message?.message_thread_id;
  const message: Message.CommonMessage & Content = {
    message_id: world.nextId(),
    date: world.clock.now,
    chat: room.chat,
    from: world.me,
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
    ...reply,
    ...(flag(given.protect_content) ? { has_protected_content: true } : {}),
    ...content,
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
  forgetDrafts(room, thread);
  const letters = acceptedReplyKeyboard(given.reply_markup, room.chat.type === 'private');
  if (letters !== undefined) world.chats.setKeyboard(room.chat.id, letters);
  return world.chats.keep(message);
}

/** The topic that a call names, if the chat has it. */
export function checkedThread(given: unknown, room: Room): number | undefined {
  const thread = integer(given);
  if (thread === null || thread === 0) return undefined;
  return room.topics.has(thread) ? thread : refuse('Bad Request: message thread not found');
}

/** A message takes the place of the drafts that announced it. */
function forgetDrafts(room: Room, thread: number | undefined): void {
  for (const [id, draft] of room.drafts) {
    if (draft.message_thread_id === thread) room.drafts.delete(id);
  }
}
