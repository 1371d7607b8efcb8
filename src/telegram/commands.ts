import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';

import type { AnswerLanguage } from '../answering/answer.ts';
import type { Messages } from '../messages.ts';
import { failureFields } from './failures.ts';
import type { BotParts } from './parts.ts';

const COMMANDS = ['start', 'help', 'check', 'language', 'documents'] as const;
const ADMIN_COMMANDS = [...COMMANDS, 'reindex'] as const;

/** Telegram knows Kurdish as `ku` and takes no `ckb`; without a code: every language that isn't named. */
const MENUS = [
  { words: 'ckb' },
  { words: 'ckb', code: 'ku' },
  { words: 'en', code: 'en' },
] as const satisfies readonly { words: AnswerLanguage; code?: 'ku' | 'en' }[];

/**
 * Tells Telegram which commands to offer, the admins' only in their own chats. Never rejects: a menu that is refused
 * (an admin who has not opened a chat with the bot yet) is logged, and the bot serves without it.
 */
export async function registerCommands(
  api: Api,
  { adminIds, messages, log }: Pick<BotParts, 'adminIds' | 'messages' | 'log'>,
  stopping: AbortSignal,
): Promise<void> {
  const scopes: readonly BotCommandScope[] = [
    { type: 'default' },
    ...adminIds.map((id) => ({ type: 'chat', chat_id: id }) as const),
  ];
  for (const scope of scopes) {
    for (const menu of MENUS) {
      if (stopping.aborted) {
        return;
      }
      const names = scope.type === 'default' ? COMMANDS : ADMIN_COMMANDS;
      const options = 'code' in menu ? { scope, language_code: menu.code } : { scope };
      try {
        await api.setMyCommands(describe(names, messages[menu.words]), options);
      } catch (error) {
        log.warn('Telegram did not take the commands.', {
          scope: scope.type,
          ...failureFields(error),
        });
        break;
      }
    }
  }
}

function describe(names: readonly string[], words: Messages): BotCommand[] {
  return names.map((command) => ({ command, description: words.text(`bot-menu-${command}`) }));
}
