import type { MiddlewareFn } from 'grammy';
import type { Message } from 'grammy/types';

import { addressedText, beginsWithCommand, hasText } from '../addressed.ts';
import { ask } from '../ask.ts';
import { say } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import type { AnswerRecord } from '../memory.ts';
import { placeOf } from '../place.ts';

/**
 * A text addressed to the bot is a question, and so is what is written below a picture; a reply to one of our answers goes on from it.
 * A question that an earlier process has answered already isn't answered again. Commands are left to others.
 */
export function questionFeature(desk: Desk): MiddlewareFn {
  const { answers } = desk.parts.memory;
  return async (ctx, next) => {
    const { message } = ctx;
    if (message === undefined || !hasText(message) || beginsWithCommand(message)) {
      await next();
      return;
    }
    const text = addressedText(message, ctx.me);
    if (text === null) return;
    if (text.trim() === '') {
      await say(ctx, desk.wordsFor(ctx).text('bot-empty'));
      return;
    }
    const before = answers.toQuestion(placeOf(ctx), message.message_id);
    if (before !== null && before.messages.length > 0) return;
    await ask(desk, ctx, { text, tapped: false, goesOnFrom: repliedAnswer(desk, message) });
  };
}

/** The answer that a message replies to; null where it replies to nothing, or to something else. */
export function repliedAnswer(
  { parts: { memory } }: Desk,
  { chat, reply_to_message: replied }: Message,
): AnswerRecord | null {
  return replied === undefined ? null : memory.answers.inMessage(chat.id, replied.message_id);
}
