import type { UpdateSupplier } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';

import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import { askedDelayInMs, failureFields, fatalFailure } from './failures.ts';
import { grammySignal } from './signals.ts';

const LONG_POLL_SECONDS = 30;
const FIRST_DELAY_IN_MS = 200;
const MAX_DELAY_IN_MS = 30_000;
const CONFIRMATION_SECONDS = 5;
const ALLOWED_UPDATES = ['message', 'callback_query'] as const;

/** The updates of a bot, fetched by long polling. */
export interface TelegramUpdates extends UpdateSupplier<Update> {
  /** Tells Telegram which updates we have, so that the next start isn't given them again. Never rejects. */
  confirm(): Promise<void>;
}

/**
 * Where Telegram can't be reached it is asked again, after 0.2 seconds at first and 30 at most, or after what it
 * demands; each time is logged. Instead of the runner's own fetcher, whose delays grow to hours, can't be stopped,
 * and which prints to the console.
 *
 * `supply` rejects with a {SettingsError} if the token is refused and a {PirsyarError} if another program polls.
 */
export function createUpdateSupplier(api: Api, log: Log, stopping: AbortSignal): TelegramUpdates {
  let offset = 0;
  return {
    async supply(batchSize, signal) {
      const updates = await persistently(
        () =>
          api.getUpdates(
            {
              offset,
              limit: Math.max(1, Math.min(batchSize, 100)),
              timeout: LONG_POLL_SECONDS,
              allowed_updates: ALLOWED_UPDATES,
            },
            signal,
          ),
        log,
        stopping,
      );
      offset = Math.max(offset, ...updates.map(({ update_id }) => update_id + 1));
      return updates;
    },
    async confirm() {
      if (offset === 0) {
        return;
      }
      try {
        const signal = grammySignal(AbortSignal.timeout(CONFIRMATION_SECONDS * 1000));
        await api.getUpdates({ offset, limit: 1, timeout: 0 }, signal);
      } catch (error) {
        log.warn('Telegram was not told which messages are done.', failureFields(error));
      }
    },
  };
}

/**
 * Repeats a call until it succeeds.
 *
 * @throws {PirsyarError} if repeating can't help.
 * @throws what the call threw, if stopped.
 */
export async function persistently<Result>(
  call: () => Promise<Result>,
  log: Log,
  stopping: AbortSignal,
): Promise<Result> {
  for (let delayInMs = FIRST_DELAY_IN_MS; ; delayInMs = Math.min(2 * delayInMs, MAX_DELAY_IN_MS)) {
    try {
      return await call();
    } catch (error) {
      if (stopping.aborted) {
        throw error;
      }
      const fatal = fatalFailure(error);
      if (fatal !== null) {
        throw fatal;
      }
      const waitInMs = askedDelayInMs(error) ?? delayInMs;
      log.warn('Telegram can not be reached; trying again.', { waitInMs, ...failureFields(error) });
      await pause(waitInMs, stopping);
      if (stopping.aborted) {
        throw error;
      }
    }
  }
}
