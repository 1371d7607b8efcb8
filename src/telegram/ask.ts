import type { Context } from 'grammy';

import type { Answer } from '../answering/answer.ts';
import { answerMessages } from './answer-message.ts';
import { deliver, say } from './delivery.ts';
import { readerOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { failureFields } from './failures.ts';
import { withTyping } from './typing.ts';

/** One question as it reached the bot. */
export interface Asked {
  readonly text: string;
  /** Whether a button asked it, so that it doesn't stand in the chat yet. */
  readonly tapped: boolean;
}

/**
 * Answers a question in its chat, or says why not: no words in it, asked too often, a fault of ours. What was answered
 * is remembered for follow-ups; what was written never reaches the log.
 *
 * @throws {GrammyError | HttpError} if Telegram doesn't take the answer.
 */
export async function ask(desk: Desk, ctx: Context, asked: Asked): Promise<void> {
  const words = desk.wordsFor(ctx);
  if (!/[\p{L}\p{N}]/u.test(asked.text)) {
    await say(ctx, words.text('bot-no-words'));
    return;
  }
  const seconds = desk.limiter.admit(readerOf(ctx));
  if (seconds > 0) {
    await say(ctx, words.text('bot-too-many', { seconds }));
    return;
  }
  const isGone = forgetGoneDocument(desk, readerOf(ctx));
  const answer = await answered(desk, ctx, asked.text);
  if (answer === null) {
    await say(ctx, words.text('bot-failed'));
    return;
  }
  const messages = answerMessages(answer, {
    words: desk.parts.messages[answer.language],
    titleOf: (document) => desk.titleOf(document, answer.language),
    note: join(isGone ? words.text('bot-document-gone') : null, desk.parts.note(answer)),
    ...(asked.tapped ? { question: asked.text } : {}),
  });
  await deliver(ctx, messages, { replyTo: asked.tapped ? undefined : ctx.message?.message_id });
}

function join(...notes: readonly (string | null)[]): string | null {
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : said.join('\n');
}

/** Forgets a choice of a document that is no longer served, and says whether it did. */
function forgetGoneDocument(desk: Desk, reader: number): boolean {
  const chosen = desk.documentChoice(reader);
  if (chosen === null || desk.parts.documents().some(({ id }) => id === chosen)) return false;
  desk.chooseDocument(reader, null);
  return true;
}

async function answered(desk: Desk, ctx: Context, text: string): Promise<Answer | null> {
  const { answerer, log } = desk.parts;
  const [chat, reader] = [ctx.chat?.id ?? 0, readerOf(ctx)];
  const startedAt = desk.now();
  const document = desk.documentChoice(reader);
  const question = {
    text,
    history: desk.conversations.history(chat, reader),
    language: desk.languageChoice(reader),
    ...(document === null ? {} : { document }),
  };
  try {
    const answer = await withTyping(ctx, log, answerer.answer(question));
    desk.conversations.remember(chat, reader, text);
    log.info('A question was answered.', {
      status: answer.status,
      questionLanguage: answer.questionLanguage,
      language: answer.language,
      elapsedMs: desk.now() - startedAt,
    });
    return answer;
  } catch (error) {
    log.error('A question could not be answered.', failureFields(error));
    return null;
  }
}
