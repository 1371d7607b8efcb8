import { string } from '../payload.ts';
import type { LocalText } from '../profile.ts';
import { refuse } from '../refusal.ts';
import { acceptedCommands, acceptedLanguage, acceptedScope } from '../rules/commands.ts';
import type { World } from '../world.ts';
import type { BotMethods } from './method.ts';

const MAX_NAME = 64;
const MAX_DESCRIPTION = 512;
const MAX_SHORT_DESCRIPTION = 120;

/** The calls by which a bot says what it is and what it can do. */
export function settingMethods({ settings, chats }: World): BotMethods {
  const checkChat = (id: unknown): void => void chats.known(id);
  return {
    setMyCommands(given) {
      const commands = acceptedCommands(given.commands);
      const scope = acceptedScope(given.scope, checkChat);
      settings.setCommands(scope, acceptedLanguage(given.language_code), commands);
      return true;
    },
    getMyCommands: (given) => [
      ...settings.commands(
        acceptedScope(given.scope, checkChat),
        acceptedLanguage(given.language_code),
      ),
    ],
    deleteMyCommands(given) {
      const scope = acceptedScope(given.scope, checkChat);
      settings.setCommands(scope, acceptedLanguage(given.language_code), []);
      return true;
    },
    setMyName: (given) =>
      set(settings.name, given.name, given.language_code, {
        most: MAX_NAME,
        refusal: 'Bad Request: NAME_TOO_LONG',
      }),
    getMyName: (given) => ({ name: settings.name.get(acceptedLanguage(given.language_code)) }),
    setMyDescription: (given) =>
      set(settings.description, given.description, given.language_code, {
        most: MAX_DESCRIPTION,
        refusal: 'Bad Request: DESCRIPTION_TOO_LONG',
      }),
    getMyDescription: (given) => ({
      description: settings.description.get(acceptedLanguage(given.language_code)),
    }),
    setMyShortDescription: (given) =>
      set(settings.shortDescription, given.short_description, given.language_code, {
        most: MAX_SHORT_DESCRIPTION,
        refusal: 'Bad Request: ABOUT_TOO_LONG',
      }),
    getMyShortDescription: (given) => ({
      short_description: settings.shortDescription.get(acceptedLanguage(given.language_code)),
    }),
  };
}

/** The words of these refusals are a guess: Telegram documents the lengths alone. */
function set(
  setting: LocalText,
  text: unknown,
  language: unknown,
  { most, refusal }: { readonly most: number; readonly refusal: string },
): true {
  const written = string(text);
  if (written.length > most) refuse(refusal);
  setting.set(acceptedLanguage(language), written);
  return true;
}
