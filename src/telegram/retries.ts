import { setTimeout as delay } from 'node:timers/promises';

import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError } from 'grammy';
import type { Transformer } from 'grammy';

const CONNECTION_DELAYS_IN_MS = [300, 1500];

/** Polling has its own retries, which can be stopped; a chat action that comes late is worse than none. */
const NEVER_RETRIED: ReadonlySet<string> = new Set(['getMe', 'getUpdates', 'sendChatAction']);

/**
 * Repeats calls that Telegram asks us to repeat (429) or that its servers failed (5xx): three times at most, and never
 * where Telegram asks for more than 60 seconds. Then the failure reaches the caller. auto-retry's own defaults are
 * infinite, also for lost connections; these are repeated twice.
 */
export function boundedRetries(): Transformer {
  const retry = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 60, rethrowHttpErrors: true });
  return async (previous, method, payload, signal) => {
    if (NEVER_RETRIED.has(method)) {
      return previous(method, payload, signal);
    }
    return retry(reconnecting(previous), method, payload, signal);
  };
}

/** An answer sent twice, where only Telegram's reply was lost, is better than an answer lost. */
function reconnecting(previous: Parameters<Transformer>[0]): Parameters<Transformer>[0] {
  return async (method, payload, signal) => {
    for (const delayInMs of CONNECTION_DELAYS_IN_MS) {
      try {
        return await previous(method, payload, signal);
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted === true) {
          throw error;
        }
        await delay(delayInMs);
      }
    }
    return previous(method, payload, signal);
  };
}
