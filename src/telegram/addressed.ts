import type { Message, MessageEntity, User } from 'grammy/types';

/**
 * The text that a message addresses to the bot: all of it in a private chat; in a group, where people talk to each
 * other, only if the bot is mentioned or its message is replied to, less the mention. Null where it is not meant.
 */
export function addressedText(message: Message, me: User): string | null {
  const text = message.text ?? message.caption ?? '';
  if (message.chat.type === 'private') {
    return text;
  }
  const mentions = (message.entities ?? message.caption_entities ?? []).filter((entity) =>
    mentionsBot(entity, text, me),
  );
  const replied = message.reply_to_message?.from?.id === me.id;
  return replied || mentions.length > 0 ? without(text, mentions) : null;
}

/** Whether a message is a command, and for a group, one that names this bot. */
export function isCommandToBot(message: Message, me: User): boolean {
  const command = message.entities?.find(
    ({ type, offset }) => type === 'bot_command' && offset === 0,
  );
  if (command === undefined) {
    return false;
  }
  const [, name] = (message.text ?? '').slice(0, command.length).split('@');
  return name === undefined
    ? message.chat.type === 'private'
    : name.toLowerCase() === me.username?.toLowerCase();
}

/** Whether a message begins with a command, whomever it is for. */
export function beginsWithCommand(message: Message): boolean {
  return (
    message.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0) === true
  );
}

function mentionsBot(entity: MessageEntity, text: string, me: User): boolean {
  if (entity.type === 'text_mention') {
    return entity.user.id === me.id;
  }
  const mentioned = text.slice(entity.offset, entity.offset + entity.length);
  return entity.type === 'mention' && mentioned.toLowerCase() === `@${me.username}`.toLowerCase();
}

function without(text: string, entities: readonly MessageEntity[]): string {
  let kept = text;
  for (const { offset, length } of entities.toReversed()) {
    kept = `${kept.slice(0, offset)} ${kept.slice(offset + length)}`;
  }
  return kept.trim();
}
