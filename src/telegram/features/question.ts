import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { addressedText, beginsWithCommand } from '../addressed.ts';
import { ask } from '../ask.ts';
import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';

/** A text addressed to the bot is a question; commands are left to others. */
export function questionFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.on('message:text', async (ctx, next) => {
    if (beginsWithCommand(ctx.message)) {
      await next();
      return;
    }
    const text = addressedText(ctx.message, ctx.me);
    if (text === null) {
      return;
    }
    if (text.trim() === '') {
      await say(ctx, desk.wordsFor(ctx).text('bot-empty'));
      return;
    }
    await ask(desk, ctx, { text, tapped: false });
  });
  return feature;
}
