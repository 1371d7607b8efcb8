import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { readerOf } from '../place.ts';

/** `/privacy`: what is kept of a reader, and how long. `/forget`: deletes all of it at once. */
export function privacyFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  const { memory, retentionInDays, asksModel, log } = desk.parts;
  feature.command('privacy', async (ctx) => {
    const words = desk.wordsFor(ctx);
    const paragraphs = [
      words.text('bot-privacy'),
      ...(asksModel ? [words.text('bot-privacy-model')] : []),
      words.text('bot-privacy-retention', { days: retentionInDays }),
    ];
    await say(ctx, paragraphs.join('\n\n'));
  });
  feature.command('forget', async (ctx) => {
    // The choice of a language goes too, but this answer still is in it.
    const words = desk.wordsFor(ctx);
    const answers = memory.readers.forget(readerOf(ctx));
    if (answers === null) {
      await say(ctx, words.text('bot-not-forgotten'));
      return;
    }
    log.info('A reader had everything deleted.', { answers });
    await say(ctx, words.text('bot-forgotten', { answers }));
  });
  return feature;
}
