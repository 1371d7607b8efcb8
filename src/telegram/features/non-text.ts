import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { createBoundedMap } from '../../bounded-map.ts';
import { addressedText } from '../addressed.ts';
import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';

const ALBUMS_KEPT = 1_000;

/** What people send instead of text; an album, which arrives as one message for each picture, is answered once. */
export function nonTextFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  const albums = createBoundedMap<string, true>(ALBUMS_KEPT);
  feature.on(
    [
      'message:media',
      'message:file',
      'message:contact',
      'message:dice',
      'message:game',
      'message:location',
      'message:poll',
      'message:story',
      'message:venue',
    ],
    async (ctx) => {
      const album = ctx.message.media_group_id;
      const answeredAlready = album !== undefined && albums.get(album) !== undefined;
      if (answeredAlready || addressedText(ctx.message, ctx.me) === null) {
        return;
      }
      if (album !== undefined) {
        albums.set(album, true);
      }
      await say(ctx, desk.wordsFor(ctx).text('bot-only-text'));
    },
  );
  return feature;
}
