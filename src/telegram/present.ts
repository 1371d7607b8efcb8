import type { FormattedString } from '@grammyjs/parse-mode';
import type { Context, InlineKeyboard } from 'grammy';

import type { Answer } from '../answering/answer.ts';
import { sentenceAddress } from './address.ts';
import { answerKeyboard } from './answer-keyboard.ts';
import { answerMessages } from './answer-message.ts';
import type { Desk } from './desk.ts';
import type { AnswerRecord } from './memory.ts';

/** What goes with an answer. */
interface Presentation {
  /** How the answer is kept; null where it isn't, and its buttons would know nothing. */
  readonly record: AnswerRecord | null;
  /** A quiet line behind it all; null for most answers. */
  readonly note: string | null;
  /** The question, where it doesn't stand in the chat already. */
  readonly question?: string | undefined;
}

/** The messages that carry an answer, in its own language, and the buttons below them. */
export function present(
  { parts, titleOf }: Pick<Desk, 'parts' | 'titleOf'>,
  ctx: Context,
  answer: Answer,
  { record, note, question }: Presentation,
): { messages: readonly FormattedString[]; keyboard: InlineKeyboard | undefined } {
  const words = parts.messages[answer.language];
  const messages = answerMessages(answer, {
    words,
    titleOf: (document) => titleOf(document, answer.language),
    addressOf: (sentence) => sentenceAddress(ctx.me.username, sentence),
    note,
    ...(question === undefined ? {} : { question }),
  });
  return {
    messages,
    keyboard: record === null ? undefined : answerKeyboard(record, answer, words),
  };
}
