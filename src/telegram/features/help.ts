import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';

/** `/help`: what can be asked and how; admins also see what only they may do. */
export function helpFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.command('help', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const help = words.text('bot-help');
    await say(ctx, desk.isAdmin(ctx) ? `${help}\n${words.text('bot-help-admin')}` : help);
  });
  return feature;
}
