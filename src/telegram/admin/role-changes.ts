import type { Context } from 'grammy';

import type { Desk } from '../desk.ts';
import { introduceCommands } from '../introduce.ts';
import { wordsLanguage } from '../language-choice.ts';
import { plain } from '../plain.ts';
import { openAdminChat } from './admin-chat.ts';
import { isRefused, whoIs } from './person.ts';
import type { Person } from './person.ts';

/** Makes somebody an editor, tells them, and gives the words for the owner who did it. */
export async function promote(desk: Desk, ctx: Context, person: Person): Promise<string> {
  const { memory, adminIds, log } = desk.parts;
  const words = desk.wordsFor(ctx);
  const who = whoIs(person);
  const by = ctx.from?.id ?? null;
  if (person.isBot) return words.text('roles-is-bot');
  if (adminIds.includes(person.id)) return words.text('roles-is-owner', { who });
  if (memory.editors.has(person.id)) return words.text('roles-is-editor', { who });
  if (!memory.editors.add({ id: person.id, by, at: desk.now() })) {
    return words.text('roles-not-kept');
  }
  log.info('An owner made somebody an editor.');
  const isTold = await bringAbout(desk, ctx, person, 'promote');
  const done = words.text('roles-promoted', { who });
  return isTold
    ? done
    : `${done}\n${words.text('roles-not-told', { name: `@${ctx.me.username}` })}`;
}

/** Takes the role of an editor from somebody, tells them, and gives the words for the owner who did it. */
export async function demote(desk: Desk, ctx: Context, person: Person): Promise<string> {
  const { memory, adminIds, log } = desk.parts;
  const words = desk.wordsFor(ctx);
  const who = whoIs(person);
  if (adminIds.includes(person.id)) return words.text('roles-owner-stays', { who });
  if (!memory.editors.has(person.id)) return words.text('roles-no-editor', { who });
  if (!memory.editors.remove(person.id)) return words.text('roles-not-kept');
  log.info('An owner took the role of an editor from somebody.');
  await bringAbout(desk, ctx, person, 'demote');
  return words.text('roles-demoted', { who });
}

/** Writes down what was done, changes the menu, and tells the person; whether they could be told. */
async function bringAbout(
  desk: Desk,
  ctx: Context,
  { id, languageCode }: Person,
  action: 'promote' | 'demote',
): Promise<boolean> {
  const { memory, messages } = desk.parts;
  memory.audit.record({ by: ctx.from?.id ?? null, about: id, action, detail: '', at: desk.now() });
  await introduceCommands(ctx.api, desk.parts, { id, isEditor: action === 'promote' });
  const language = wordsLanguage(memory.readers.language(id), languageCode ?? undefined);
  try {
    await openAdminChat(ctx.api, id).send([plain(messages[language].text(`roles-you-${action}`))]);
    return true;
  } catch (error) {
    // They never opened a chat with the bot, or have blocked it.
    if (!isRefused(error)) throw error;
    return false;
  }
}
