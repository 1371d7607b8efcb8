import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError } from 'grammy';
import type { Transformer } from 'grammy';

import { pauseForCall } from './signals.ts';

/** Waits before a failed call is made again. */
const DELAYS_IN_MS = [150, 300, 600, 1200, 2400];
const TURNS_AWAITED = 5;
/** The longest wait that Telegram may ask for; the reader has gone by then. */
const LONGEST_WAIT_IN_SECONDS = 60;

/** Polling has its own retries, which can be stopped; signs of life that come late are worse than none. */
const NEVER_RETRIED: ReadonlySet<string> = new Set([
  'getMe',
  'getUpdates',
  'sendChatAction',
  'sendMessageDraft',
  'setMessageReaction',
]);

/**
 * Repeats calls that Telegram asks us to repeat (429), that its servers failed (5xx), or whose connection was lost: five times at most
 * each, and never where Telegram asks for more than 60 seconds. Then the failure reaches the caller.
 *
 * auto-retry knows how long Telegram asks us to wait; its own waits for the other two begin at three seconds and have no end.
 */
export function boundedRetries(): Transformer {
  const retry = autoRetry({
    maxRetryAttempts: TURNS_AWAITED,
    maxDelaySeconds: LONGEST_WAIT_IN_SECONDS,
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  });
  return async (previous, method, payload, signal) => {
    if (NEVER_RETRIED.has(method)) {
      return previous(method, payload, signal);
    }
    return retry(persevering(previous), method, payload, signal);
  };
}

/** An answer sent twice, where only Telegram's reply was lost, is better than an answer lost. */
function persevering(previous: Parameters<Transformer>[0]): Parameters<Transformer>[0] {
  return async (method, payload, signal) => {
    for (const delayInMs of DELAYS_IN_MS) {
      try {
        const reply = await previous(method, payload, signal);
        if (reply.ok || reply.error_code < 500) return reply;
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted === true) throw error;
      }
      await pauseForCall(delayInMs, signal);
    }
    return previous(method, payload, signal);
  };
}
