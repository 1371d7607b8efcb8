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
  /** The answer to the question as it was before the reader changed it. */
  readonly inPlaceOf?: AnswerRecord;
}

/** A follow-up may need so many earlier questions; after so long a silence it needs none. */
const QUESTIONS_CARRIED = 3;
const CONVERSATION_IN_MS = 30 * 60 * 1000;

/** Forgets a choice of a document that is no longer served, and says whether it did. */
export function forgetGoneDocument({ parts: { memory, library } }: Desk, reader: number): boolean {
  const chosen = memory.readers.document(reader);
  if (chosen === null || library.documents().some(({ id }) => id === chosen)) return false;
  memory.readers.chooseDocument(reader, null);
  return true;
}

/** A question as the answerer gets it: with what it goes on from, and as the reader chose. */
export function questionOf(desk: Desk, ctx: Context, asked: Asked): Question {
  const { readers, answers } = desk.parts.memory;
  const [reader, place] = [readerOf(ctx), placeOf(ctx)];
  const document = readers.document(reader);
  const since = Math.max(
    desk.now() - CONVERSATION_IN_MS + 1,
    readers.conversationSince(reader, place) + 1,
  );
  const { inPlaceOf, goesOnFrom } = asked;
  const history =
    inPlaceOf?.history ??
    (goesOnFrom === undefined || goesOnFrom === null
      ? answers.lastQuestions(reader, place, since, QUESTIONS_CARRIED)
      : [...goesOnFrom.history, goesOnFrom.question].slice(-QUESTIONS_CARRIED));
  return {
    text: asked.text,
    history,
    language: readers.language(reader),
    ...(document === null ? {} : { document }),
  };
}
