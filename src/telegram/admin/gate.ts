import { Composer } from 'grammy';
import type { CallbackQueryContext, CommandContext, Context } from 'grammy';

import { acknowledge, say } from '../delivery.ts';
import type { Desk, Role } from '../desk.ts';
import { isPrivate } from '../place.ts';
import { adminChatOf, isClosedChat } from './admin-chat.ts';
import type { AdminChat } from './admin-chat.ts';

/** Who may: editors and owners, or owners alone. */
type Least = Role;

/**
 * A command for admins: it answers in their private chat, wherever it was written. To everybody else each of these commands says the same,
 * whatever the bot is made of and whoever its admins are.
 */
export function adminCommand(
  desk: Desk,
  names: string | string[],
  least: Least,
  act: (ctx: CommandContext<Context>, chat: AdminChat) => Promise<void>,
): Composer<Context> {
  const feature = new Composer();
  feature.command(names, async (ctx) => {
    if (!mayDo(desk, ctx, least)) {
      await say(ctx, desk.wordsFor(ctx).text('bot-admins-only'));
      return;
    }
    await privately(desk, ctx, async (chat) => act(ctx, chat));
  });
  return feature;
}

/** A button for admins. Its data can be forged, and a role lost since it was shown: both get what a button gets that nobody knows. */
export function adminButton(
  desk: Desk,
  pattern: RegExp,
  least: Least,
  act: (ctx: CallbackQueryContext<Context>, chat: AdminChat) => Promise<void>,
): Composer<Context> {
  const feature = new Composer();
  feature.callbackQuery(pattern, async (ctx) => {
    if (!mayDo(desk, ctx, least)) {
      await acknowledge(ctx, desk.wordsFor(ctx).text('bot-button-unknown'));
      return;
    }
    await act(ctx, adminChatOf(ctx));
  });
  return feature;
}

/** Whether the sender of an update may do what takes a role. */
export function mayDo(desk: Desk, ctx: Context, least: Least): boolean {
  const role = desk.roleOf(ctx);
  return role === 'owner' || (role === 'editor' && least === 'editor');
}

/** Does it in the admin's own chat; where the bot can't write there, the group hears how to open it, and nothing else. */
async function privately(
  desk: Desk,
  ctx: Context,
  act: (chat: AdminChat) => Promise<void>,
): Promise<void> {
  try {
    await act(adminChatOf(ctx));
  } catch (error) {
    if (isPrivate(ctx) || !isClosedChat(error)) throw error;
    await say(ctx, desk.wordsFor(ctx).text('admin-open-chat', { name: `@${ctx.me.username}` }));
  }
}
