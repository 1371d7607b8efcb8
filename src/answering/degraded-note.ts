import type { Messages } from '../messages.ts';
import type { Answer, AnswerLanguage } from './answer.ts';

/** A quiet line for the reader of an answer that a model was wanted for; null where all went as it was meant to. */
export function degradedNote(
  { degraded, language }: Pick<Answer, 'degraded' | 'language'>,
  messages: Readonly<Record<AnswerLanguage, Messages>>,
): string | null {
  return degraded === null ? null : messages[language].text('answer-degraded', degraded);
}
