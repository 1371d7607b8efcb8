import { Composer } from 'grammy';
import type { Context } from 'grammy';

import { addressedText } from '../addressed.ts';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { placeOf } from '../place.ts';

/**
 * A question that its reader changes gets its answer changed; Telegram also tells of changes that touch no word. Of messages that weren't
 * answered a change is passed over: an old chat would come to life.
 */
export function editedFeature(desk: Desk): Composer<Context> {
  const feature = new Composer();
  feature.on(['edited_message:text', 'edited_message:caption'], async (ctx) => {
    const message = ctx.editedMessage;
    const record = desk.parts.memory.answers.toQuestion(placeOf(ctx), message.message_id);
    // In a group the mention may have gone; the answer stands there all the same.
    const text = addressedText(message, ctx.me) ?? message.text ?? message.caption ?? '';
    if (record === null || text === record.question) return;
    await ask(desk, ctx, { text, tapped: false, inPlaceOf: record });
  });
  return feature;
}
