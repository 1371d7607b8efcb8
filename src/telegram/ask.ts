import type { Context } from 'grammy';

import type { Answer, Question } from '../answering/answer.ts';
import { questionOf } from './asked-question.ts';
import type { Asked } from './asked-question.ts';
import { deliver, say } from './delivery.ts';
import type { Desk } from './desk.ts';
import { failureFields } from './failures.ts';
import { hasWords } from './has-words.ts';
import type { AnswerRecord } from './memory.ts';
import { isPrivate, placeOf, readerOf } from './place.ts';
import { plain } from './plain.ts';
import { present } from './present.ts';
import { produceAnswer } from './produce-answer.ts';
import type { Outcome } from './produce-answer.ts';
import { splitMessage } from './split-message.ts';
import { tooManyWords } from './too-many.ts';

/**
 * Answers a question in its chat, or says why not: no words in it, asked too often, a fault of ours. What was answered is kept for its
 * buttons and for follow-ups; what was written never reaches the log.
 *
 * @throws {GrammyError | HttpError} if Telegram doesn't take the answer.
 */
export async function ask(desk: Desk, ctx: Context, asked: Asked): Promise<void> {
  const obstacle = obstacleTo(desk, ctx, asked.text);
  if (obstacle !== null) {
    await say(ctx, obstacle);
    return;
  }
  const { question, isGone } = questionOf(desk, ctx, asked);
  // A changed answer has its place already: nothing is shown beside it.
  const isStreamed = asked.inPlaceOf === undefined;
  const outcome = await produceAnswer(desk, ctx, question, { isStreamed });
  const { answer, shownIn } = outcome;
  if (answer === null) {
    await sayWhyNot(desk, ctx, outcome);
    return;
  }
  const given = { asked, question, answer };
  const kept = await keep(desk, ctx, given);
  await show(desk, ctx, { ...given, kept, isGone, shownIn });
}

/** Why a text can't be answered, in our words; null where it can, which is counted. */
function obstacleTo(desk: Desk, ctx: Context, text: string): string | null {
  if (!hasWords(text)) return desk.wordsFor(ctx).text('bot-no-words');
  const delay = desk.admit(ctx);
  return delay === null ? null : tooManyWords(delay, desk.wordsFor(ctx));
}

/** A question with its answer. */
interface Given {
  readonly asked: Asked;
  readonly question: Question;
  readonly answer: Answer;
}

/** How an answer is kept. */
interface Kept {
  /** As it will be; null where it can't be kept. */
  readonly record: AnswerRecord | null;
  /** What is kept of it once it is shown. */
  readonly changes: Partial<AnswerRecord>;
}

interface Shown extends Given {
  readonly kept: Kept;
  /** Whether the document that the reader had chosen is no longer there. */
  readonly isGone: boolean;
  /** The messages of ours that show a part of it already. */
  readonly shownIn: readonly number[];
}

async function show(
  desk: Desk,
  ctx: Context,
  { asked, answer, kept: { record, changes }, isGone, shownIn }: Shown,
): Promise<void> {
  const { parts } = desk;
  const gone = isGone ? parts.messages[answer.language].text('bot-document-gone') : null;
  const notes = [gone, parts.note(answer)].filter((line) => line !== null);
  const { messages, keyboard } = present(desk, ctx, answer, {
    record,
    note: notes.length === 0 ? null : notes.join('\n'),
    question: asked.tapped ? asked.text : undefined,
  });
  const sent = await deliver(ctx, messages, {
    replyTo: asked.tapped ? undefined : ctx.msg?.message_id,
    keyboard,
    inPlaceOf: asked.inPlaceOf?.messages ?? shownIn,
  });
  if (record === null) return;
  const { memory } = parts;
  void memory.gathered(() => memory.answers.change(record.id, { ...changes, messages: sent }));
}

/** Tells a failure, or leaves standing what was shown of an answer that the reader stopped. */
async function sayWhyNot(desk: Desk, ctx: Context, { stoppedAt, shownIn }: Outcome): Promise<void> {
  const words = desk.wordsFor(ctx);
  const key = stoppedAt === null ? 'bot-failed' : 'bot-stopped';
  const messages = splitMessage([plain(stoppedAt ?? ''), plain(words.text(key))]);
  await deliver(ctx, messages, {
    replyTo: isPrivate(ctx) ? undefined : ctx.msg?.message_id,
    inPlaceOf: shownIn,
  });
}

/**
 * Keeps an answer before it is sent, with what may be asked next. One that is changed stays as it was until it is shown, so that what ends
 * this process meanwhile doesn't end the change.
 */
async function keep(desk: Desk, ctx: Context, { asked, question, answer }: Given): Promise<Kept> {
  const { history = [], document = null } = question;
  const content = {
    question: asked.text,
    history,
    document,
    language: answer.language,
    texts: { [answer.language]: answer },
    suggestions: await suggestions(desk, answer, question),
    at: desk.now(),
  };
  const { inPlaceOf } = asked;
  if (inPlaceOf !== undefined) return { record: { ...inPlaceOf, ...content }, changes: content };
  const { memory } = desk.parts;
  const fresh = {
    ...content,
    reader: readerOf(ctx),
    place: placeOf(ctx),
    questionMessage: asked.tapped ? null : (ctx.msg?.message_id ?? null),
    messages: [],
  };
  // Buttons that are tapped must know it, whatever ends this process: it is in the file before it is sent.
  const record = await memory.gathered(() => memory.answers.add(fresh));
  return { record, changes: {} };
}

async function suggestions(
  { parts: { suggester, log } }: Desk,
  answer: Answer,
  { text, history = [], document }: Question,
): Promise<readonly string[]> {
  try {
    const only = document === undefined ? {} : { document };
    return await suggester.suggest(answer, [...history, text], only);
  } catch (error) {
    log.error('No next questions could be suggested.', failureFields(error));
    return [];
  }
}
