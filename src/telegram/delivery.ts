import type { FormattedString } from '@grammyjs/parse-mode';
import { GrammyError } from 'grammy';
import type { Context, InlineKeyboard } from 'grammy';

import { plain } from './answer-message.ts';
import { splitMessage } from './split-message.ts';

/** How a message is sent. */
export interface DeliveryOptions {
  /** The message that is replied to; a reply to a deleted message is sent without it. */
  readonly replyTo?: number | undefined;
  /** Shown below the last message. */
  readonly keyboard?: InlineKeyboard | undefined;
}

/**
 * Sends messages to the chat of the update, in order, without link previews. Where Telegram refuses the entities of
 * one, its text is sent once more without them.
 *
 * @throws {GrammyError | HttpError} if Telegram refuses a message or can't be reached.
 */
export async function deliver(
  ctx: Context,
  messages: readonly FormattedString[],
  { replyTo, keyboard }: DeliveryOptions = {},
): Promise<void> {
  for (const [index, message] of messages.entries()) {
    const options = {
      link_preview_options: { is_disabled: true },
      ...(replyTo !== undefined && index === 0
        ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }
        : {}),
      ...(keyboard !== undefined && index === messages.length - 1
        ? { reply_markup: keyboard }
        : {}),
    };
    try {
      await ctx.reply(message.text, { ...options, entities: message.entities });
    } catch (error) {
      if (message.entities.length === 0 || !refusesEntities(error)) {
        throw error;
      }
      await ctx.reply(message.text, options);
    }
  }
}

/** Sends our own words; in a group as a reply, so that it is clear to whom. */
export async function say(ctx: Context, text: string, keyboard?: InlineKeyboard): Promise<void> {
  const inGroup = ctx.chat !== undefined && ctx.chat.type !== 'private';
  const replyTo = inGroup ? ctx.message?.message_id : undefined;
  await deliver(ctx, splitMessage([plain(text)]), { replyTo, keyboard });
}

/** Ends the waiting of a tapped button; a button tapped too long ago is no failure. */
export async function acknowledge(ctx: Context, text?: string): Promise<void> {
  try {
    await ctx.answerCallbackQuery(text === undefined ? {} : { text });
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 400)) {
      throw error;
    }
  }
}

/** Puts a text in place of a message and its buttons; one that is too old, deleted, or says so already is no failure. */
export async function replaceMessage(ctx: Context, text: string): Promise<void> {
  try {
    await ctx.editMessageText(text);
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 400)) {
      throw error;
    }
  }
}

function refusesEntities(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    /entit(?:y|ies)/iu.test(error.description)
  );
}
