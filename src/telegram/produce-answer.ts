import type { Context } from 'grammy';

import type { Answer, Question } from '../answering/answer.ts';
import type { Desk } from './desk.ts';
import { streamAnswer } from './drafts.ts';
import type { AnswerStream } from './drafts.ts';
import { failureFields } from './failures.ts';
import { aborted } from './signals.ts';

/** What came of a question. */
export interface Outcome {
  /** Null where it failed, or the reader stopped it. */
  readonly answer: Answer | null;
  /** What was shown of it when the reader stopped it; null where it wasn't stopped. */
  readonly stoppedAt: string | null;
  /** The message of ours that shows a part of it already, if any. */
  readonly shownIn: readonly number[];
}

/**
 * Has a question answered while its chat sees that it is: by signs of life, and where a model writes, unless it is told not to, by what stands
 * of the answer so far. Never rejects.
 */
export async function produceAnswer(
  desk: Desk,
  ctx: Context,
  question: Question,
  { isStreamed }: { readonly isStreamed: boolean },
): Promise<Outcome> {
  const { answerer, asksModel, log } = desk.parts;
  const startedAt = desk.now();
  const generation = desk.generations.begin(ctx.chatId ?? 0);
  const { stopped } = generation;
  const stream =
    asksModel && isStreamed ? streamAnswer({ ctx, generation, log, now: desk.now }) : null;
  try {
    const answer = await desk.presence.during(ctx, async () => {
      if (stream === null) return answerer.answer(question);
      stream.show('');
      const onDraft = (draft: string): void => stream.show(draft);
      const answering = answerer.answer(question, { signal: stopped, onDraft });
      return Promise.race([answering, rejectedWhen(stopped)]);
    });
    log.info('A question was answered.', {
      status: answer.status,
      questionLanguage: answer.questionLanguage,
      language: answer.language,
      elapsedMs: desk.now() - startedAt,
    });
    return { answer, stoppedAt: null, shownIn: await shownBy(stream) };
  } catch (error) {
    if (stopped.aborted) log.info('A reader stopped an answer.');
    else log.error('A question could not be answered.', failureFields(error));
    const stoppedAt = stopped.aborted ? (stream?.last ?? '') : null;
    return { answer: null, stoppedAt, shownIn: await shownBy(stream) };
  } finally {
    generation.end();
  }
}

/** Ends a stream, and gives the message of ours that it left, if any. */
async function shownBy(stream: AnswerStream | null): Promise<readonly number[]> {
  const shown = (await stream?.end()) ?? null;
  return shown === null ? [] : [shown];
}

async function rejectedWhen(stopped: AbortSignal): Promise<never> {
  await aborted(stopped);
  throw new Error('The reader stopped it.');
}
