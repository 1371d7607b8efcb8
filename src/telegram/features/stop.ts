import { Composer } from 'grammy';
import type { Context } from 'grammy';

import type { Desk } from '../desk.ts';

/** A reader taps "stop" below a draft. To be mounted before what keeps the updates of a chat in order: the answer is what they wait for. */
export function stopFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.on('stopped_message_generation', (ctx) => {
    const { chat, draft_id: draft } = ctx.update.stopped_message_generation;
    desk.generations.stop(chat.id, draft);
  });
  return feature;
}
