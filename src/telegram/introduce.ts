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
  'follow',
  'privacy',
  'forget',
] as const;
const EDITOR_COMMANDS = [
  ...COMMANDS,
  'add',
  'remove',
  'rename',
  'reindex',
  'rollback',
  'status',
  'stats',
  'gaps',
  'export',
] as const;
const OWNER_COMMANDS = [...EDITOR_COMMANDS, 'promote', 'demote', 'audit'] as const;

/** Telegram knows Kurdish as `ku` and takes no `ckb`; without a code: every language that isn't named. */
const MENUS = [
  { words: 'ckb' },
  { words: 'ckb', code: 'ku' },
  { words: 'en', code: 'en' },
] as const satisfies readonly { words: AnswerLanguage; code?: 'ku' | 'en' }[];

type Introduced = Pick<BotParts, 'messages' | 'log'>;

/**
 * Tells Telegram how to introduce us: the commands to offer, the admins' only in their own chats, and what stands in an empty chat and on
 * our page, in each language. Never rejects: what is refused (the menu of an admin who has not opened a chat with the bot yet) is logged,
 * and the bot serves without it.
 */
export async function introduceBot(
  api: Api,
  { adminIds, memory, ...parts }: Introduced & Pick<BotParts, 'adminIds' | 'memory'>,
  stopping: AbortSignal,
): Promise<void> {
  const signal = grammySignal(stopping);
  const tell = createTell(parts, stopping);
  const { messages } = parts;
  const editors = memory.editors.list().flatMap(({ id }) => (adminIds.includes(id) ? [] : id));
  await offer(tell, async (menu) =>
    api.setMyCommands(...menuOf(COMMANDS, messages, { type: 'default' }, menu), signal),
  );
  for (const [names, ids] of [
    [OWNER_COMMANDS, adminIds],
    [EDITOR_COMMANDS, editors],
  ] as const) {
    for (const id of ids) {
      await offer(tell, async (menu) =>
        api.setMyCommands(...menuOf(names, messages, chatScope(id), menu), signal),
      );
    }
  }
  for (const menu of MENUS) {
    const words = messages[menu.words];
    const language = languageOf(menu);
    const description = words.text('bot-description');
    await tell('description', async () => api.setMyDescription(description, language, signal));
    const short = words.text('bot-short-description');
    await tell('short description', async () => api.setMyShortDescription(short, language, signal));
  }
}

/** Offers somebody the commands of an editor, or takes these back. Never rejects: what is refused is logged. */
export async function introduceCommands(
  api: Api,
  parts: Introduced,
  { id, isEditor }: { readonly id: number; readonly isEditor: boolean },
): Promise<void> {
  await offer(createTell(parts), async (menu) =>
    isEditor
      ? api.setMyCommands(...menuOf(EDITOR_COMMANDS, parts.messages, chatScope(id), menu))
      : api.deleteMyCommands({ scope: chatScope(id), ...languageOf(menu) }),
  );
}

/** Makes a call about a part of the introduction; false where it was refused, which is logged. */
type Tell = (part: string, call: () => Promise<unknown>) => Promise<boolean>;

function createTell({ log }: Pick<BotParts, 'log'>, stopping?: AbortSignal): Tell {
  const isStopped = (): boolean => stopping?.aborted === true;
  return async (part, call) => {
    if (isStopped()) return false;
    try {
      await call();
      return true;
    } catch (error) {
      if (isStopped()) return false;
      log.warn('Telegram did not take a part of our introduction.', {
        part,
        ...failureFields(error),
      });
      return false;
    }
  };
}

type Menu = (typeof MENUS)[number];

/** In each language; where one is refused, the others would be too. */
async function offer(tell: Tell, call: (menu: Menu) => Promise<unknown>): Promise<void> {
  for (const menu of MENUS) {
    if (!(await tell('commands', async () => call(menu)))) return;
  }
}

function menuOf(
  names: readonly string[],
  messages: BotParts['messages'],
  scope: BotCommandScope,
  menu: Menu,
): [BotCommand[], { scope: BotCommandScope; language_code?: 'ku' | 'en' }] {
  return [describe(names, messages[menu.words]), { scope, ...languageOf(menu) }];
}

function languageOf(menu: Menu): { language_code?: 'ku' | 'en' } {
  return 'code' in menu ? { language_code: menu.code } : {};
}

function chatScope(id: number): BotCommandScope {
  return { type: 'chat', chat_id: id };
}

function describe(names: readonly string[], words: Messages): BotCommand[] {
  return names.map((command) => ({ command, description: words.text(`bot-menu-${command}`) }));
}
