import type { Messages } from '../messages.ts';
import type { Delay } from './rate-limit.ts';

/** What a reader hears whose question came too soon. */
export function tooManyWords({ limit, seconds }: Delay, words: Messages): string {
  return words.text(limit === 'reader' ? 'bot-too-many' : 'bot-group-too-many', { seconds });
}
