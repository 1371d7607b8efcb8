import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { failureFields } from '../failures.ts';
import { introduceCommands } from '../introduce.ts';
import { isPrivate, readerOf } from '../place.ts';

/** `/privacy`: what is kept of a reader, and how long. `/forget`: deletes all of it at once. */
export function privacyFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  const { memory, retentionInDays, asksModel, log, administration } = desk.parts;
  feature.command('privacy', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const paragraphs = [
      words.text('bot-privacy'),
      words.text('follow-privacy'),
      // In a group, who looks after the bot is nobody's business.
      ...(isPrivate(ctx) && desk.roleOf(ctx) !== null ? [words.text('roles-privacy')] : []),
      ...(asksModel ? [words.text('bot-privacy-model')] : []),
      words.text('bot-privacy-retention', { days: retentionInDays }),
    ];
    await say(ctx, paragraphs.join('\n\n'));
  });
  feature.command('forget', async (ctx) => {
    // The choice of a language goes too, but this answer still is in it.
    const words = desk.wordsFor(ctx);
    const wasEditor = desk.roleOf(ctx) === 'editor';
    const areUploadsGone = await administration.curator.forget(readerOf(ctx)).then(
      () => true,
      (error: unknown) => {
        log.error('What waits of a reader could not be deleted.', failureFields(error));
        return false;
      },
    );
    const answers = areUploadsGone ? memory.readers.forget(readerOf(ctx)) : null;
    if (answers === null) {
      await say(ctx, words.text('bot-not-forgotten'));
      return;
    }
    log.info('A reader had everything deleted.', { answers });
    await say(ctx, words.text('bot-forgotten', { answers }));
    if (wasEditor)
      await introduceCommands(ctx.api, desk.parts, { id: readerOf(ctx), isEditor: false });
  });
  return feature;
}
