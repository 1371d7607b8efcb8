import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { isPrivate } from '../place.ts';

/** `/help`: what can be asked and how; admins also see what only they may do. */
export function helpFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.command('help', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const help = [words.text('bot-help')];
    // In a group, who looks after the bot is nobody's business.
    const role = isPrivate(ctx) ? desk.roleOf(ctx) : null;
    if (role !== null) {
      const lines = ['documents-help', 'releases-help', 'reports-help'];
      help.push(...lines.map((key) => words.text(key)));
    }
    if (role === 'owner') help.push(words.text('roles-help'));
    await say(ctx, help.join('\n\n'));
  });
  return feature;
}
