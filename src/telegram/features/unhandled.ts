import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { isCommandToBot } from '../addressed.ts';
import { acknowledge, say } from '../delivery.ts';
import type { Desk } from '../desk.ts';

/** Mounted last: commands and buttons that nobody knows, forged ones among them, get a polite word. */
export function unhandledFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.on('message:text', async (ctx) => {
    if (isCommandToBot(ctx.message, ctx.me)) {
      await say(ctx, desk.wordsFor(ctx).text('bot-command-unknown'));
    }
  });
  feature.on('callback_query', async (ctx) => {
    await acknowledge(ctx, desk.wordsFor(ctx).text('bot-button-unknown'));
  });
  return feature;
}
