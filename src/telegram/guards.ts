import type { Context, MiddlewareFn, NextFunction } from 'grammy';

import { createBoundedMap } from '../bounded-map.ts';

const UPDATES_KEPT = 2_000;

/** Lets each update through once: Telegram delivers one again where it didn't learn that we have it. */
export function onceForEachUpdate(): MiddlewareFn {
  const seen = createBoundedMap<number, true>(UPDATES_KEPT);
  return async (ctx: Context, next: NextFunction) => {
    if (seen.get(ctx.update.update_id) === undefined) {
      seen.set(ctx.update.update_id, true);
      await next();
    }
  };
}

/** Two bots that answer each other never stop; anonymous administrators also write through a bot, and may. */
export async function noBots(ctx: Context, next: NextFunction): Promise<void> {
  if (ctx.from?.is_bot !== true || ctx.senderChat !== undefined) {
    await next();
  }
}
