import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';

import type { AnswerLanguage } from '../answering/answer.ts';
import type { Messages } from '../messages.ts';
import { failureFields } from './failures.ts';
import type { BotParts } from './parts.ts';
import { grammySignal } from './signals.ts';

const COMMANDS = [
  'start',
  'help',
  'new',
  'language',
  'documents',
  'read',
  'check',
  'privacy',
  'forget',
] as const;
const ADMIN_COMMANDS = [...COMMANDS, 'reindex'] as const;

/** Telegram knows Kurdish as `ku` and takes no `ckb`; without a code: every language that isn't named. */
const MENUS = [
  { words: 'ckb' },
  { words: 'ckb', code: 'ku' },
  { words: 'en', code: 'en' },
] as const satisfies readonly { words: AnswerLanguage; code?: 'ku' | 'en' }[];

/**
 * Tells Telegram how to introduce us: the commands to offer, the admins' only in their own chats, and what stands in an empty chat and on
 * our page, in each language. Never rejects: what is refused (the menu of an admin who has not opened a chat with the bot yet) is logged,
 * and the bot serves without it.
 */
export async function introduceBot(
  api: Api,
  { adminIds, messages, log }: Pick<BotParts, 'adminIds' | 'messages' | 'log'>,
  stopping: AbortSignal,
): Promise<void> {
  const scopes: readonly BotCommandScope[] = [
    { type: 'default' },
    ...adminIds.map((id) => ({ type: 'chat', chat_id: id }) as const),
  ];
  const signal = grammySignal(stopping);
  const tell = async (what: string, call: () => Promise<unknown>): Promise<boolean> => {
    if (stopping.aborted) return false;
    try {
      await call();
      return true;
    } catch (error) {
      if (stopping.aborted) return false;
      log.warn('Telegram did not take a part of our introduction.', {
        part: what,
        ...failureFields(error),
      });
      return false;
    }
  };
  for (const scope of scopes) {
    const names = scope.type === 'default' ? COMMANDS : ADMIN_COMMANDS;
    for (const menu of MENUS) {
      const commands = describe(names, messages[menu.words]);
      const options = 'code' in menu ? { scope, language_code: menu.code } : { scope };
      const isTaken = await tell(`commands (${scope.type})`, async () =>
        api.setMyCommands(commands, options, signal),
      );
      if (!isTaken) break;
    }
  }
  for (const menu of MENUS) {
    const words = messages[menu.words];
    const language = 'code' in menu ? { language_code: menu.code } : {};
    const description = words.text('bot-description');
    await tell('description', async () => api.setMyDescription(description, language, signal));
    const short = words.text('bot-short-description');
    await tell('short description', async () => api.setMyShortDescription(short, language, signal));
  }
}

function describe(names: readonly string[], words: Messages): BotCommand[] {
  return names.map((command) => ({ command, description: words.text(`bot-menu-${command}`) }));
}
