import type { Chat, Message, MessageEntity, ReactionType, User } from 'grammy/types';

import { integer, string } from './payload.ts';
import { refuse } from './refusal.ts';
import type { ReplyKeyboard } from './rules/reply-keyboard.ts';

/** A message as its readers see it now. */
export type ShownMessage = Message & { readonly reactions?: readonly ReactionType[] };

/** A draft that is shown while a message is being written. */
export interface Draft {
  readonly draft_id: number;
  readonly text: string;
  readonly entities?: readonly MessageEntity[];
  readonly message_thread_id?: number;
  readonly can_stop: boolean;
  readonly keep_on_stop: boolean;
  /** When it was last changed, in seconds since 1970. */
  readonly at: number;
}

/** What the bot may do in a chat; who blocks a bot has kicked it. */
export type Standing = 'member' | 'administrator' | 'left' | 'kicked';

/** A chat and all that is in it. */
export interface Room {
  readonly chat: Chat;
  readonly standing: Standing;
  /** By their ids, oldest first. */
  readonly messages: ReadonlyMap<number, Message>;
  readonly reactions: Map<number, readonly ReactionType[]>;
  readonly topics: Set<number>;
  readonly members: Map<number, User>;
  readonly drafts: Map<number, Draft>;
  /** The newest message of the bot. */
  readonly lastOfBot: Message | undefined;
  /** What stands in place of the letters; null: the letters. */
  readonly keyboard: ReplyKeyboard | null;
  /** The emoji that bots may react with, where not all. */
  readonly allowedReactions: ReadonlySet<string> | null;
}

interface OpenRoom extends Room {
  chat: Chat;
  standing: Standing;
  messages: Map<number, Message>;
  lastOfBot: Message | undefined;
  keyboard: ReplyKeyboard | null;
  allowedReactions: ReadonlySet<string> | null;
}

/** The chats that a bot knows. */
export interface Chats {
  /** The chat, which comes into being if need be. A chat has the type that it was opened with. */
  open(id: number, type?: Chat['type']): Room;
  /** The chat of this id, if there is one. */
  get(id: number): Room | undefined;
  /** @throws {Refusal} if the bot can't know the chat. */
  known(chatId: unknown): Room;
  /** @throws {Refusal} if the bot can't know the chat, or may not write there. */
  writable(chatId: unknown): Room;
  setStanding(id: number, standing: Standing): void;
  setKeyboard(id: number, keyboard: ReplyKeyboard | null): void;
  /** Null allows all that Telegram has. */
  setReactions(id: number, emoji: readonly string[] | null): void;
  /** Opens a topic, which makes a group a forum. */
  openTopic(id: number, thread: number): void;
  /** Puts a message into its chat, or in the place of the one with its id. */
  keep<Kept extends Message>(message: Kept): Kept;
  remove(message: Message): void;
}

const NO_WRITING: Readonly<Record<Chat['type'], string>> = {
  private: 'Forbidden: bot was blocked by the user',
  group: 'Forbidden: bot was kicked from the group chat',
  supergroup: 'Forbidden: bot was kicked from the supergroup chat',
  channel: 'Forbidden: bot was kicked from the channel chat',
};

/** @param messagesKept how many messages each chat keeps; older ones are forgotten. */
export function createChats(botId: number, messagesKept: number): Chats {
  const rooms = new Map<number, OpenRoom>();

  function opened(id: number, type?: Chat['type']): OpenRoom {
    const present = rooms.get(id);
    if (present !== undefined) return present;
    const room: OpenRoom = {
      chat: newChat(id, type ?? (id < 0 ? 'supergroup' : 'private')),
      standing: 'member',
      messages: new Map(),
      reactions: new Map(),
      topics: new Set(),
      members: new Map(),
      drafts: new Map(),
      lastOfBot: undefined,
      keyboard: null,
      allowedReactions: null,
    };
    rooms.set(id, room);
    return room;
  }

  function known(chatId: unknown): OpenRoom {
    if (string(chatId) === '') refuse('Bad Request: chat_id is empty');
    return rooms.get(integer(chatId) ?? 0) ?? refuse('Bad Request: chat not found');
  }

  return {
    open: opened,
    get: (id) => rooms.get(id),
    known,
    writable(chatId) {
      const room = known(chatId);
      if (room.standing === 'kicked') refuse(NO_WRITING[room.chat.type], 403);
      if (room.standing === 'left') {
        refuse(`Forbidden: bot is not a member of the ${room.chat.type} chat`, 403);
      }
      return room;
    },
    setStanding(id, standing) {
      opened(id).standing = standing;
    },
    setKeyboard(id, keyboard) {
      opened(id).keyboard = keyboard;
    },
    setReactions(id, emoji) {
      opened(id).allowedReactions = emoji === null ? null : new Set(emoji);
    },
    openTopic(id, thread) {
      const room = opened(id);
      room.topics.add(thread);
      if (room.chat.type === 'supergroup') room.chat = { ...room.chat, is_forum: true };
    },
    keep(message) {
      const room = opened(message.chat.id);
      room.messages.set(message.message_id, message);
      if (message.from?.id === botId && message.message_id >= (room.lastOfBot?.message_id ?? 0)) {
        room.lastOfBot = message;
      }
      if (room.messages.size > messagesKept) {
        const [oldest = 0] = room.messages.keys();
        room.messages.delete(oldest);
        room.reactions.delete(oldest);
      }
      return message;
    },
    remove({ chat, message_id: id }) {
      const room = opened(chat.id);
      room.messages.delete(id);
      room.reactions.delete(id);
      if (room.lastOfBot?.message_id === id) {
        room.lastOfBot = [...room.messages.values()].findLast(({ from }) => from?.id === botId);
      }
    },
  };
}

function newChat(id: number, type: Chat['type']): Chat {
  return type === 'private'
    ? { id, type, first_name: 'خوێنەر' }
    : { id, type, title: type === 'channel' ? 'کەناڵ' : 'گرووپ' };
}
