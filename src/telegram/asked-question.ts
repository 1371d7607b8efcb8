import type { Context } from 'grammy';

import type { Question } from '../answering/answer.ts';
import type { Desk } from './desk.ts';
import type { AnswerRecord } from './memory.ts';
import { placeOf, readerOf } from './place.ts';

/** One question as it reached the bot. */
export interface Asked {
  readonly text: string;
  /** Whether a button asked it, so that it doesn't stand in the chat yet. */
  readonly tapped: boolean;
  /** The answer that it goes on from, where the reader replied to it. Default: what was asked last. */
  readonly goesOnFrom?: AnswerRecord | null;
  /** The questions before it, oldest first, where it is asked once more. Default: what goes before. */
  readonly history?: readonly string[];
  /** The answer to the question as it was before the reader changed it. */
  readonly inPlaceOf?: AnswerRecord;
}

/** A follow-up may need so many earlier questions; after so long a silence it needs none. */
const QUESTIONS_CARRIED = 3;
const CONVERSATION_IN_MS = 30 * 60 * 1000;

/** A question with all that it is asked with. A choice of a document that is no longer served is forgotten. */
export function questionOf(
  desk: Desk,
  ctx: Context,
  asked: Asked,
): { readonly question: Question; readonly isGone: boolean } {
  const { memory, library } = desk.parts;
  const reader = readerOf(ctx);
  const asking = memory.reading(() => ({
    chosen: memory.readers.document(reader),
    language: memory.readers.language(reader),
    history: historyOf(desk, ctx, asked),
  }));
  const { chosen, language, history } = asking;
  const isGone = chosen !== null && library.documents().every(({ id }) => id !== chosen);
  if (isGone) memory.readers.chooseDocument(reader, null);
  const document = chosen === null || isGone ? {} : { document: chosen };
  return { question: { text: asked.text, history, language, ...document }, isGone };
}

/** The questions before it. */
function historyOf(
  desk: Desk,
  ctx: Context,
  { history, inPlaceOf, goesOnFrom }: Asked,
): readonly string[] {
  if (history !== undefined) return history;
  if (inPlaceOf !== undefined) return inPlaceOf.history;
  if (goesOnFrom !== undefined && goesOnFrom !== null) {
    return [...goesOnFrom.history, goesOnFrom.question].slice(-QUESTIONS_CARRIED);
  }
  const { readers, answers } = desk.parts.memory;
  const [reader, place] = [readerOf(ctx), placeOf(ctx)];
  const since = Math.max(
    desk.now() - CONVERSATION_IN_MS + 1,
    readers.conversationSince(reader, place) + 1,
  );
  return answers.lastQuestions(reader, place, since, QUESTIONS_CARRIED);
}
