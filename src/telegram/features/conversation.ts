import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { placeOf, readerOf } from '../place.ts';

/** `/new`: what is asked from now on goes on from nothing that was asked before. */
export function conversationFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.command('new', async (ctx) => {
    const { readers } = desk.parts.memory;
    readers.beginConversation(readerOf(ctx), placeOf(ctx), desk.now());
    await say(ctx, desk.wordsFor(ctx).text('bot-new-conversation'));
  });
  return feature;
}
