import { Composer } from 'grammy';
import type { Context, MiddlewareFn, Middleware } from 'grammy';

/**
 * Features that only updates of one kind pass; the others go by at once. A feature of grammY costs each update that it doesn't want as much
 * as one that it does, and keeps its share of memory until the update is handled.
 */
export function only(
  isWanted: (ctx: Context) => boolean,
  ...features: readonly Middleware[]
): MiddlewareFn {
  const pass = new Composer(...features).middleware();
  return (ctx, next) => (isWanted(ctx) ? pass(ctx, next) : next());
}

/** Whether a command stands in it, where grammY looks for one. */
export function hasCommand({ message, channelPost }: Context): boolean {
  const { entities = [] } = message ?? channelPost ?? {};
  return entities.some(({ type }) => type === 'bot_command');
}

/** Whether a button was tapped. */
export function isTap({ callbackQuery }: Context): boolean {
  return callbackQuery !== undefined;
}

/** Whether it is neither a new message nor a tap: an edit, an inline query, a change of membership and the like. */
export function isSeldom({ message, callbackQuery }: Context): boolean {
  return message === undefined && callbackQuery === undefined;
}

/** Whether it is a new message. */
export function isMessage({ message }: Context): boolean {
  return message !== undefined;
}

/** Whether somebody chose people from Telegram's own list. */
export function sharesPeople({ message }: Context): boolean {
  return message?.users_shared !== undefined;
}
