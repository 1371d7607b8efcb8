import type { Context } from 'grammy';
import type { Message, MessageEntity, User } from 'grammy/types';

/**
 * The text that a message addresses to the bot, less its mention: of any in a private chat; in a group, where people talk to each
 * other, only if the bot is mentioned or its message is replied to. Null where it is not meant.
 */
export function addressedText(message: Message, me: User): string | null {
  const isReply = message.reply_to_message?.from?.id === me.id;
  const isMeant = message.chat.type === 'private' || isReply || mentionsOf(message, me).length > 0;
  return isMeant ? withoutMentions(message, me) : null;
}

/** The text of a message less the mentions of the bot. */
export function withoutMentions(message: Message, me: User): string {
  return without(message.text ?? message.caption ?? '', mentionsOf(message, me));
}

/** The text of the message that a message replies to; empty where it replies to none. */
export function repliedText({ reply_to_message: replied }: Message): string {
  return replied?.text ?? replied?.caption ?? '';
}

function mentionsOf(message: Message, me: User): MessageEntity[] {
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.filter((entity) => mentionsBot(entity, text, me));
}

/** Whether a message is a command, and for a group, one that names this bot. */
export function isCommandToBot(message: Message, me: User): boolean {
  const command = firstCommand(message);
  if (command === undefined) {
    return false;
  }
  const [, name] = (message.text ?? message.caption ?? '').slice(0, command.length).split('@');
  return name === undefined
    ? message.chat.type === 'private'
    : name.toLowerCase() === me.username?.toLowerCase();
}

/** The text that a new message addresses to the bot, where that is no command; null in any other update. */
export function freeText({ message, me }: Pick<Context, 'message' | 'me'>): string | null {
  if (message === undefined || !hasText(message) || beginsWithCommand(message)) return null;
  return addressedText(message, me);
}

/** Whether something is written in a message, or below what it brings. */
export function hasText({ text, caption }: Message): boolean {
  return text !== undefined || caption !== undefined;
}

/** Whether a message begins with a command, whomever it is for. */
export function beginsWithCommand(message: Message): boolean {
  return firstCommand(message) !== undefined;
}

function firstCommand({ entities, caption_entities }: Message): MessageEntity | undefined {
  const found = entities ?? caption_entities;
  return found?.find(({ type, offset }) => type === 'bot_command' && offset === 0);
}

function mentionsBot(entity: MessageEntity, text: string, me: User): boolean {
  if (entity.type === 'text_mention') {
    return entity.user.id === me.id;
  }
  const mentioned = text.slice(entity.offset, entity.offset + entity.length);
  return entity.type === 'mention' && mentioned.toLowerCase() === `@${me.username}`.toLowerCase();
}

function without(text: string, entities: readonly MessageEntity[]): string {
  if (entities.length === 0) return text;
  let kept = text;
  for (const { offset, length } of entities.toReversed()) {
    kept = `${kept.slice(0, offset)} ${kept.slice(offset + length)}`;
  }
  return kept.trim();
}
