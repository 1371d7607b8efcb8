import { FormattedString } from '@grammyjs/parse-mode';
import { Composer, InlineKeyboard, Keyboard } from 'grammy';
import type { CommandContext, Context } from 'grammy';

import { acknowledge, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { plain } from '../plain.ts';
import type { AdminChat } from './admin-chat.ts';
import { adminButton, adminCommand, mayDo } from './gate.ts';
import { personNamed, personOfId, personShared, whoIs } from './person.ts';
import type { Person } from './person.ts';
import { demote, promote } from './role-changes.ts';

/** What Telegram's list of people says it was opened for. */
const PROMOTING = 1;
/** Telegram takes 100 buttons; more editors can be named behind the command. */
const MOST_BUTTONS = 50;

/**
 * `/promote` and `/demote`, for owners: who looks after the documents besides them. Without a name behind it the first opens Telegram's
 * own list of people, and both show who are editors, each with a button that demotes.
 */
export function rolesFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.use(
    adminCommand(desk, 'promote', 'owner', async (ctx, chat) => {
      const person = await named(desk, ctx, { chat, command: '/promote' });
      if (person === 'nobody') {
        await chat.send(...(await editorsMessage(desk, ctx)));
        await ask(desk, ctx, chat);
      } else if (person !== null) {
        await conclude(ctx, chat, await promote(desk, ctx, person));
      }
    }),
    adminCommand(desk, 'demote', 'owner', async (ctx, chat) => {
      const person = await named(desk, ctx, { chat, command: '/demote' });
      if (person === 'nobody') await chat.send(...(await editorsMessage(desk, ctx)));
      else if (person !== null) await chat.send([plain(await demote(desk, ctx, person))]);
    }),
    adminButton(desk, /^demote:([1-9]\d{0,15})$/u, 'owner', async (ctx, chat) => {
      await acknowledge(ctx);
      const text = await demote(desk, ctx, await personOfId(ctx.api, Number(ctx.match[1])));
      await chat.send([plain(text)]);
      const message = ctx.msg?.message_id;
      if (message === undefined) return;
      const [[list], keyboard] = await editorsMessage(desk, ctx);
      await chat.edit(message, list, keyboard);
    }),
  );
  feature.on('message:users_shared', async (ctx, next) => {
    const { request_id: purpose, users } = ctx.message.users_shared;
    const [user] = users;
    if (purpose !== PROMOTING || user === undefined) {
      await next();
    } else if (mayDo(desk, ctx, 'owner')) {
      await conclude(ctx, { id: ctx.chatId }, await promote(desk, ctx, personShared(user)));
    } else {
      await say(ctx, desk.wordsFor(ctx).text('bot-admins-only'));
    }
  });
  return feature;
}

/** Whom a command names; where it can't be told who that is, the owner hears why, and it is null. */
async function named(
  desk: Desk,
  ctx: CommandContext<Context>,
  { chat, command }: { readonly chat: AdminChat; readonly command: string },
): Promise<Person | 'nobody' | null> {
  const person = personNamed(ctx);
  if (person === null) return 'nobody';
  if ('problem' in person) {
    await chat.send([plain(desk.wordsFor(ctx).text(`roles-${person.problem}`, { command }))]);
    return null;
  }
  return person.name === null ? personOfId(ctx.api, person.id) : person;
}

/** Opens Telegram's list of people at a tap. */
async function ask(desk: Desk, ctx: Context, { id }: AdminChat): Promise<void> {
  const words = desk.wordsFor(ctx);
  const choose = { user_is_bot: false, max_quantity: 1, request_name: true };
  const keyboard = new Keyboard()
    .requestUsers(words.text('roles-button-choose'), PROMOTING, choose)
    .resized()
    .oneTime();
  await ctx.api.sendMessage(id, words.text('roles-ask'), { reply_markup: keyboard });
}

/** Says what came of a promotion, and takes the button away that opened the list. */
async function conclude(ctx: Context, { id }: Pick<AdminChat, 'id'>, text: string): Promise<void> {
  await ctx.api.sendMessage(id, text, { reply_markup: { remove_keyboard: true } });
}

/** Who are editors now, with a button for each. */
async function editorsMessage(
  desk: Desk,
  ctx: Context,
): Promise<[[FormattedString], InlineKeyboard | undefined]> {
  const words = desk.wordsFor(ctx);
  const { adminIds, memory } = desk.parts;
  const editors = memory.editors.list().filter(({ id }) => !adminIds.includes(id));
  if (editors.length === 0) return [[plain(words.text('roles-no-editors'))], undefined];
  const shown: string[] = [];
  for (const { id } of editors.slice(0, MOST_BUTTONS)) {
    shown.push(whoIs(await personOfId(ctx.api, id)));
  }
  const lines = shown.map((who) => plain(words.text('roles-editor', { who })));
  const keyboard = InlineKeyboard.from(
    shown.map((who, index) => [
      InlineKeyboard.text(
        words.text('roles-button-demote', { who }),
        `demote:${editors[index]?.id}`,
      ),
    ]),
  );
  return [[FormattedString.join([plain(words.text('roles-editors')), ...lines], '\n')], keyboard];
}
