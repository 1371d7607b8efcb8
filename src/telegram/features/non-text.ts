import { Composer } from 'grammy';
import type { Context } from 'grammy';
import type { Message } from 'grammy/types';

import { createBoundedMap } from '../../bounded-map.ts';
import { addressedText } from '../addressed.ts';
import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';

const ALBUMS_KEPT = 1_000;

/** What people send instead of text, and the word that helps them on; an album, which arrives as one message for each picture, gets it once. */
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
      'message:checklist',
      'message:paid_media',
      'message:rich_message',
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
      await say(ctx, desk.wordsFor(ctx).text(helpFor(ctx.message)));
    },
  );
  return feature;
}

function helpFor(message: Message): string {
  if (message.photo !== undefined || message.video !== undefined) return 'bot-only-text-photo';
  if (
    message.voice !== undefined ||
    message.audio !== undefined ||
    message.video_note !== undefined
  )
    return 'bot-only-text-sound';
  if (message.sticker !== undefined || message.animation !== undefined) {
    return 'bot-only-text-sticker';
  }
  return message.document === undefined ? 'bot-only-text' : 'bot-only-text-file';
}
