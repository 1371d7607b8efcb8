import type { Context, InlineKeyboard } from 'grammy';

import type { Desk } from '../desk.ts';
import { plain } from '../plain.ts';
import { askerOf } from './asker.ts';
import type { Asker } from './asker.ts';

/** An admin who tapped a button, and the message whose button it was. */
export interface Tapped {
  readonly asker: Asker;
  readonly message: number | undefined;
}

export function tappedBy(desk: Desk, ctx: Context): Tapped {
  return { asker: askerOf(desk, ctx), message: ctx.msg?.message_id };
}

/** Says something in the place of the message that was tapped, and of its buttons. */
export async function answerTap(
  { asker, message }: Tapped,
  text: string,
  keyboard?: InlineKeyboard,
): Promise<void> {
  if (message === undefined) await asker.chat.send([plain(text)], keyboard);
  else await asker.chat.edit(message, plain(text), keyboard);
}
