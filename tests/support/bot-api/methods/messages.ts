import type { InlineKeyboardMarkup, Message, Update } from 'grammy/types';

import type { Room } from '../chats.ts';
import { integer, string } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { acceptedKeyboard } from '../rules/keyboard.ts';
import { acceptedText } from '../rules/text.ts';
import type { World } from '../world.ts';
import type { BotMethods } from './method.ts';
import { post } from './posting.ts';

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const SECONDS_TO_DELETE = 48 * 60 * 60;

/** The calls that send, change and delete messages of text. */
export function messageMethods(world: World): BotMethods {
  return {
    sendMessage(given) {
      const written = acceptedText(given, world.findPerson);
      const keyboard = acceptedKeyboard(given.reply_markup);
      return post(world, given, written, keyboard);
    },
    editMessageText(given) {
      const written = acceptedText(given, world.findPerson);
      const keyboard = acceptedKeyboard(given.reply_markup);
      const message = editable(world, given);
      if (message.text === undefined) {
        return refuse('Bad Request: there is no text in the message to edit');
      }
      const { entities: _old, ...rest } = message;
      const edited = replace(world, message, { ...rest, ...written }, keyboard);
      return given.inline_message_id === undefined ? { ...edited, text: written.text } : true;
    },
    editMessageReplyMarkup(given) {
      const keyboard = acceptedKeyboard(given.reply_markup);
      const message = editable(world, given);
      const edited = replace(world, message, message, keyboard);
      return given.inline_message_id === undefined ? edited : true;
    },
    deleteMessage(given) {
      const room = world.chats.writable(given.chat_id);
      const message = room.messages.get(integer(given.message_id) ?? 0);
      if (message === undefined) return refuse('Bad Request: message to delete not found');
      checkDeletable(world, room, message);
      world.chats.remove(message);
      return true;
    },
  };
}

interface GivenTarget {
  readonly chat_id?: unknown;
  readonly message_id?: unknown;
  readonly inline_message_id?: unknown;
}

/** Puts a picture with its caption in the place of what a message of the bot shows. */
export function editMedia(
  world: World,
  given: GivenTarget,
  content: Partial<Message>,
  keyboard: InlineKeyboardMarkup | undefined,
): (Message & Update.Edited) | true {
  const { text: _text, entities: _entities, photo: _photo, ...rest } = editable(world, given);
  const { caption: _caption, caption_entities: _captionEntities, ...bare } = rest;
  const edited = replace(world, editable(world, given), { ...bare, ...content }, keyboard);
  return given.inline_message_id === undefined ? edited : true;
}

/** The message that a call names, if the bot may change it. */
function editable(world: World, given: GivenTarget): Message {
  const message =
    given.inline_message_id === undefined
      ? messageOf(world, given)
      : inlineMessage(world, string(given.inline_message_id));
  if (message === undefined) return refuse('Bad Request: message to edit not found');
  const isOurs = message.from?.id === world.me.id || message.via_bot?.id === world.me.id;
  return isOurs ? message : refuse("Bad Request: message can't be edited");
}

function messageOf(world: World, given: GivenTarget): Message | undefined {
  const room = world.chats.writable(given.chat_id);
  const id = integer(given.message_id);
  return id === null
    ? refuse('Bad Request: message identifier is not specified')
    : room.messages.get(id);
}

function inlineMessage(world: World, id: string): Message | undefined {
  const place = world.inlineMessages.get(id);
  return place === undefined
    ? refuse('Bad Request: MESSAGE_ID_INVALID')
    : world.chats.get(place.chat)?.messages.get(place.message);
}

/** Puts a changed message in the place of the old one; an edit without a keyboard takes the keyboard away. */
function replace(
  world: World,
  before: Message,
  content: Message,
  keyboard: InlineKeyboardMarkup | undefined,
): Message & Update.Edited {
  const { reply_markup: _old, ...rest } = content;
  const after = {
    ...rest,
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
    edit_date: world.clock.now,
  };
  if (shown(before) === shown(after)) refuse(NOT_MODIFIED);
  return world.chats.keep(after);
}

function shown({ text, entities, photo, caption, reply_markup }: Message): string {
  return JSON.stringify([text, entities, photo, caption, reply_markup]);
}

function checkDeletable(world: World, room: Room, message: Message): void {
  const isOurs = message.from?.id === world.me.id;
  if (!isOurs && room.chat.type !== 'private' && room.standing !== 'administrator') {
    refuse("Bad Request: message can't be deleted");
  }
  if (world.clock.now - message.date > SECONDS_TO_DELETE) {
    refuse("Bad Request: message can't be deleted for everyone");
  }
}
