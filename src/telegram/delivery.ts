import type { FormattedString } from '@grammyjs/parse-mode';
import { GrammyError } from 'grammy';
import type { Context, InlineKeyboard } from 'grammy';

import { isPrivate } from './place.ts';
import { plain } from './plain.ts';
import { splitMessage } from './split-message.ts';

/** How messages are sent. */
export interface DeliveryOptions {
  /** The message that is replied to; a reply to a deleted message is sent without it. */
  readonly replyTo?: number | undefined;
  /** Shown below the last message. */
  readonly keyboard?: InlineKeyboard | undefined;
  /** Messages of ours in whose places these come, one in each, in order; those left over are deleted. */
  readonly inPlaceOf?: readonly number[] | undefined;
}

/** Links in our messages lead into the bot: a preview would show its page. */
export const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

/**
 * Puts messages into the chat of the update, in order, without link previews, and gives their ids. Where Telegram refuses the entities or
 * the buttons of one, it comes once more without these. One that should come in the place of a message that is gone is sent anew, and so
 * are those behind it.
 *
 * @throws {GrammyError | HttpError} if Telegram refuses a message or can't be reached.
 */
export async function deliver(
  ctx: Context,
  messages: readonly FormattedString[],
  { replyTo, keyboard, inPlaceOf = [] }: DeliveryOptions = {},
): Promise<number[]> {
  const sent: number[] = [];
  for (const [index, message] of messages.entries()) {
    const content: Content = {
      message,
      keyboard: index === messages.length - 1 ? keyboard : undefined,
    };
    const place = inPlaceOf[index];
    const isInPlace = sent.every((id, before) => id === inPlaceOf[before]);
    if (place !== undefined && isInPlace && (await replace(ctx, place, content))) sent.push(place);
    else sent.push(await send(ctx, content, index === 0 ? replyTo : undefined));
  }
  for (const id of inPlaceOf.filter((old) => !sent.includes(old))) {
    await unlessRefused(async () => ctx.api.deleteMessage(ctx.chatId ?? 0, id));
  }
  return sent;
}

/** What stands in one message. */
interface Content {
  readonly message: FormattedString;
  readonly keyboard?: InlineKeyboard | undefined;
}

async function send(ctx: Context, content: Content, replyTo: number | undefined): Promise<number> {
  const reply =
    replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
  const { message_id: id } = await withDress(content, async (text, options) =>
    ctx.reply(text, { ...NO_PREVIEW, ...reply, ...options }),
  );
  return id;
}

/** Puts a content in the place of a message of ours; false where that is gone, true too where it says so already. */
async function replace(ctx: Context, id: number, content: Content): Promise<boolean> {
  try {
    await withDress(content, async (text, options) =>
      ctx.api.editMessageText(ctx.chatId ?? 0, id, text, { ...NO_PREVIEW, ...options }),
    );
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return isUnchanged(error);
  }
}

/** Sends our own words; in a group as a reply, so that it is clear to whom. */
export async function say(ctx: Context, text: string, keyboard?: InlineKeyboard): Promise<void> {
  const replyTo = isPrivate(ctx) ? undefined : ctx.message?.message_id;
  await deliver(ctx, splitMessage([plain(text)]), { replyTo, keyboard });
}

/** Ends the waiting of a tapped button; a button tapped too long ago is no failure. */
export async function acknowledge(ctx: Context, text?: string): Promise<void> {
  await unlessRefused(async () => ctx.answerCallbackQuery(text === undefined ? {} : { text }));
}

/** Puts a text in place of the message whose button was tapped, and of its buttons. */
export async function replaceMessage(ctx: Context, text: string): Promise<void> {
  await unlessRefused(async () => ctx.editMessageText(text));
}

/** Calls, and lets pass that Telegram finds nothing to do (400). */
export async function unlessRefused(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/** What a message is sent with besides its text. */
interface Dress {
  readonly entities?: FormattedString['entities'];
  readonly reply_markup?: InlineKeyboard;
}

/** Calls with all of a content, and where Telegram refuses its entities or its buttons, once more without these. */
export async function withDress<Result>(
  { message, keyboard }: Content,
  call: (text: string, options: Dress) => Promise<Result>,
): Promise<Result> {
  let dress: Dress | null = {
    ...(message.entities.length === 0 ? {} : { entities: message.entities }),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
  for (;;) {
    try {
      return await call(message.text, dress);
    } catch (error) {
      dress = lessOf(dress, error);
      if (dress === null) throw error;
    }
  }
}

/** What is left without what Telegram refused; null where it was something else. */
function lessOf({ entities, reply_markup: keyboard }: Dress, error: unknown): Dress | null {
  if (!isRefusal(error) || isUnchanged(error)) return null;
  if (entities !== undefined && /entit(?:y|ies)/iu.test(error.description)) {
    return keyboard === undefined ? {} : { reply_markup: keyboard };
  }
  if (keyboard !== undefined && /button|keyboard|markup/iu.test(error.description)) {
    return entities === undefined ? {} : { entities };
  }
  return null;
}

function isRefusal(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 400;
}

function isUnchanged({ description }: GrammyError): boolean {
  return description.includes('message is not modified');
}
