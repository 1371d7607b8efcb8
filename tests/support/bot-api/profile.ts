import type { BotCommand, Chat } from 'grammy/types';

/** What a bot says of itself to people of a language. */
export interface Profile {
  readonly name: string;
  /** Shown in an empty chat. */
  readonly description: string;
  /** Shown on the bot's own page. */
  readonly shortDescription: string;
}

/** Texts that differ by language; `''` is the language of everyone who has none of their own. */
export interface LocalText {
  /** An empty text removes what the language had. */
  set(language: string, text: string): void;
  /** What was set for exactly this language, else what was set for all. */
  get(language: string): string;
}

/** What a bot told Telegram of itself. */
export interface Settings {
  readonly name: LocalText;
  readonly description: LocalText;
  readonly shortDescription: LocalText;
  setCommands(scope: string, language: string, commands: readonly BotCommand[]): void;
  /** Those set for exactly this scope and language. */
  commands(scope: string, language: string): readonly BotCommand[];
  /** Those that the menu of a chat shows to ordinary members of a language. */
  commandsShown(chat: Chat, language: string): readonly BotCommand[];
  /** What people of a language see. */
  shown(language: string): Profile;
}

/** The settings of a bot that has only a name. */
export function createSettings(botName: string): Settings {
  const name = localText(botName);
  const description = localText('');
  const shortDescription = localText('');
  const menus = new Map<string, readonly BotCommand[]>();
  const commands = (scope: string, language: string): readonly BotCommand[] =>
    menus.get(`${scope} ${language}`) ?? [];
  return {
    name,
    description,
    shortDescription,
    setCommands(scope, language, list) {
      menus.set(`${scope} ${language}`, list);
    },
    commands,
    commandsShown({ id, type }, language) {
      const everywhere = type === 'private' ? 'all_private_chats' : 'all_group_chats';
      return (
        [`chat:${id}`, everywhere, 'default']
          .flatMap((scope) => [commands(scope, language), commands(scope, '')])
          .find((menu) => menu.length > 0) ?? []
      );
    },
    shown: (language) => ({
      name: name.get(language),
      description: description.get(language),
      shortDescription: shortDescription.get(language),
    }),
  };
}

function localText(initial: string): LocalText {
  const texts = new Map([['', initial]]);
  return {
    set(language, text) {
      if (text === '') texts.delete(language);
      else texts.set(language, text);
    },
    get: (language) => texts.get(language) ?? texts.get('') ?? initial,
  };
}
