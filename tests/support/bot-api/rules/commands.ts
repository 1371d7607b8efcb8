import type { BotCommand } from 'grammy/types';

import { list, record, string } from '../payload.ts';
import { refuse } from '../refusal.ts';

const MAX_COMMANDS = 100;

/** The commands of a menu, if Telegram would take them. */
export function acceptedCommands(given: unknown): BotCommand[] {
  if (!Array.isArray(given) && typeof given !== 'string') {
    refuse("Bad Request: can't parse commands JSON object");
  }
  const commands = list(given).map(record);
  if (commands.length > MAX_COMMANDS) refuse('Bad Request: BOT_COMMANDS_TOO_MUCH');
  return commands.map((one) => {
    const command = string(one['command']);
    const description = string(one['description']);
    if (!/^[a-z0-9_]{1,32}$/u.test(command)) refuse('Bad Request: BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) {
      refuse('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
    }
    return { command, description };
  });
}

/** The code of a language; empty for all. Telegram takes two letters: it knows `ku`, not `ckb`. */
export function acceptedLanguage(given: unknown): string {
  const code = string(given);
  return /^(?:[a-z]{2})?$/u.test(code)
    ? code
    : refuse('Bad Request: invalid language code specified');
}

/** Whom commands are for, as one word such as `default` or `chat:7`. */
export function acceptedScope(given: unknown, checkChat: (id: unknown) => void): string {
  const scope = record(given);
  const type = given === undefined ? 'default' : string(scope['type']);
  switch (type) {
    case 'default':
    case 'all_private_chats':
    case 'all_group_chats':
    case 'all_chat_administrators':
      return type;
    case 'chat':
    case 'chat_administrators':
      checkChat(scope['chat_id']);
      return `${type}:${string(scope['chat_id'])}`;
    case 'chat_member':
      checkChat(scope['chat_id']);
      return `${type}:${string(scope['chat_id'])}:${string(scope['user_id'])}`;
    default:
      return refuse("Bad Request: can't parse BotCommandScope: Unsupported type specified");
  }
}
