import type { UpdateSupplier } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';

import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import type { Backlog } from './backlog.ts';
import { askedDelayInMs, failureFields, fatalFailure } from './failures.ts';
import type { Inbox } from './memory.ts';
import { grammySignal, pauseForCall } from './signals.ts';
import type { GrammySignal } from './signals.ts';
import { watched } from './watchdog.ts';

const LONG_POLL_SECONDS = 30;
/** Telegram gives no more at once. */
const MOST_UPDATES = 100;
const SILENCE_IN_MS = 1000 * (LONG_POLL_SECONDS + 10);
const FIRST_DELAY_IN_MS = 200;
const MAX_DELAY_IN_MS = 30_000;
const CONFIRMATION_SECONDS = 5;
/** What comes so soon after other updates is fetched with what else comes by then: a poll costs as much as half an answer. */
const GATHERING_IN_MS = 20;
const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'guest_message',
  'stopped_message_generation',
  'my_chat_member',
] as const;

/** The updates of a bot, fetched by long polling; each is supplied once, and counts as begun. */
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
export function createUpdateSupplier(parts: {
  readonly api: Api;
  readonly inbox: Inbox;
  /** Is told of updates that waited. */
  readonly backlog: Backlog;
  readonly log: Log;
  readonly now: () => number;
  readonly stopping: AbortSignal;
  /** A poll that says nothing for so long is given up. Default: 40 seconds, ten more than it may take. */
  readonly silenceInMs?: number | undefined;
}): TelegramUpdates {
  const { api, inbox, backlog, log, now, stopping, silenceInMs = SILENCE_IN_MS } = parts;
  const onSilence = (): void => {
    log.error('Telegram fell silent in the middle of a poll; polling anew.', { silenceInMs });
  };
  let offset = 0;
  let leftUndone = inbox.pending();
  let suppliedAt = -Infinity;
  // Until a poll that didn't wait has given all there was, what polls give has waited for us.
  let isCaughtUp = false;
  const poll = async (limit: number, signal: GrammySignal): Promise<Update[]> => {
    const timeout = isCaughtUp ? LONG_POLL_SECONDS : 0;
    const options = { offset, limit, timeout, allowed_updates: ALLOWED_UPDATES };
    try {
      return await watched(async (ending) => api.getUpdates(options, ending), {
        signal,
        silenceInMs,
        onSilence,
      });
    } catch (error) {
      isCaughtUp = false;
      throw error;
    }
  };
  return {
    async supply(batchSize, signal) {
      if (leftUndone.length > 0) {
        const again = leftUndone;
        leftUndone = [];
        backlog.add(again);
        inbox.begin(...again.map(idOf));
        log.info('Updates that were left undone are handled now.', { updates: again.length });
        return [...again];
      }
      const gathering = suppliedAt + GATHERING_IN_MS - performance.now();
      if (gathering > 0) await pauseForCall(gathering, signal);
      const limit = Math.max(1, Math.min(batchSize, MOST_UPDATES));
      const updates = await persistently(async () => poll(limit, signal), log, stopping);
      // Kept before the next poll confirms them: from then on Telegram has forgotten them.
      const fresh = inbox.add(updates, now());
      inbox.begin(...fresh.map(idOf));
      if (!isCaughtUp) backlog.add(fresh);
      isCaughtUp = updates.length < limit;
      offset = Math.max(offset, ...updates.map((update) => idOf(update) + 1));
      suppliedAt = performance.now();
      return [...fresh];
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

function idOf({ update_id: id }: Update): number {
  return id;
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
