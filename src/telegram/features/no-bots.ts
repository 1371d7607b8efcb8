import type { Context, NextFunction } from 'grammy';

/**
 * Two bots that answer each other never stop; anonymous administrators also write through a bot, and may. What a reader sends out of an
 * inline query of ours is our own words, and no question.
 */
export async function noBots(ctx: Context, next: NextFunction): Promise<void> {
  const isBot = ctx.from?.is_bot === true && ctx.senderChat === undefined;
  const isOurs = ctx.message?.via_bot?.id === ctx.me.id;
  if (!isBot && !isOurs) await next();
}
