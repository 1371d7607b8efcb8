import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner';
import type { Bot, BotError } from 'grammy';
import type { Update } from 'grammy/types';

import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import { createBacklog } from './backlog.ts';
import type { Backlog } from './backlog.ts';
import type { Memory } from './memory.ts';
import type { BotParts } from './parts.ts';
import { aborted, grammySignal } from './signals.ts';
import { createUpdateSupplier, persistently } from './update-supplier.ts';

const GRACE_IN_MS = 10_000;

/** A bot that polls. */
export interface PollingHandle {
  /**
   * Resolves when the bot has stopped because it was told to.
   *
   * Rejects with a {SettingsError} if Telegram refuses the token, and with a {PirsyarError} if another program
   * receives this bot's messages. No other failure ends polling.
   */
  readonly finished: Promise<void>;
  /**
   * Takes no more updates, lets those being answered finish, and resolves then, or after the time of grace. Telegram
   * is told what is done; updates left unfinished come again at the next start. Never rejects; may be called twice.
   */
  stop(): Promise<void>;
}

/** How polling begins and ends. */
export interface PollingOptions {
  /** Begun once Telegram knows us and before the first poll, which doesn't wait for it; ends when polling does, and must not reject. */
  readonly prepare?: (stopping: AbortSignal) => Promise<void>;
  /** Is told of updates that waited for us. */
  readonly backlog?: Backlog;
  /** How long the last answers may take once polling is stopped. Default: 10 seconds. */
  readonly graceInMs?: number;
  /** A poll that says nothing for so long is given up. Default: 40 seconds. */
  readonly silenceInMs?: number;
}

/**
 * Starts polling; where Telegram can't be reached, it is asked again until it answers or `stop` is called. Updates go through the inbox, so
 * that one that was fetched is handled once, even if this process is killed meanwhile.
 */
export function startPolling(
  bot: Bot,
  { memory, log, now = Date.now }: Pick<BotParts, 'memory' | 'log' | 'now'>,
  options: PollingOptions = {},
): PollingHandle {
  const stopping = new AbortController();
  const { backlog = createBacklog() } = options;
  const task: PollingTask = { bot, memory, backlog, log, now, stopping: stopping.signal };
  const finished = poll(task, options).catch((error: unknown) => {
    if (!stopping.signal.aborted) {
      throw error;
    }
  });
  // Whoever awaits `finished` hears of a rejection; that nobody does must not end the process.
  const settled = finished.catch(() => undefined);
  return {
    finished,
    async stop() {
      stopping.abort();
      await settled;
    },
  };
}

/** What polling needs. */
interface PollingTask {
  readonly bot: Bot;
  readonly memory: Memory;
  readonly backlog: Backlog;
  readonly log: Log;
  readonly now: () => number;
  readonly stopping: AbortSignal;
}

async function poll(
  { bot, memory, backlog, log, now, stopping }: PollingTask,
  { prepare, graceInMs = GRACE_IN_MS, silenceInMs }: PollingOptions,
): Promise<void> {
  await introduce(bot, log, stopping);
  const over = new AbortController();
  const preparing = prepare?.(AbortSignal.any([stopping, over.signal])) ?? Promise.resolve();
  const supplier = createUpdateSupplier({
    api: bot.api,
    inbox: memory.inbox,
    backlog,
    log,
    now,
    stopping,
    silenceInMs,
  });
  const work = new Set<Promise<void>>();
  const sink = createConcurrentSink<Update, BotError>(
    { consume: (update) => tracked(work, handle(bot, memory, update)) },
    async (failure) => {
      await bot.errorHandler(failure);
    },
  );
  const runner = createRunner(createSource(supplier), sink);
  const stop = (): void => void runner.stop();
  stopping.addEventListener('abort', stop, { once: true });
  runner.start();
  const running = runner.task() ?? Promise.resolve();
  log.info('The bot is listening.', { username: bot.botInfo.username });
  try {
    await Promise.race([running, aborted(stopping)]);
  } finally {
    stopping.removeEventListener('abort', stop);
    over.abort();
    const complete = await drained([running, preparing], work, graceInMs);
    await (complete ? supplier.confirm() : undefined);
    log.info('The bot has stopped.', { complete, unfinished: work.size });
  }
}

/** Learns who we are, and makes sure that no webhook keeps the updates from us. */
async function introduce(bot: Bot, log: Log, stopping: AbortSignal): Promise<void> {
  const signal = grammySignal(stopping);
  bot.botInfo = await persistently(() => bot.api.getMe(signal), log, stopping);
  await persistently(() => bot.api.deleteWebhook({}, signal), log, stopping);
}

/** Handles an update and is done with it, come what may: what fails once would fail again. */
async function handle(bot: Bot, memory: Memory, update: Update): Promise<void> {
  try {
    await bot.handleUpdate(update);
  } finally {
    void memory.gathered(() => memory.inbox.done(update.update_id));
  }
}

async function tracked(work: Set<Promise<void>>, task: Promise<void>): Promise<void> {
  work.add(task);
  try {
    await task;
  } finally {
    work.delete(task);
  }
}

/** Whether everything finished within the time. */
async function drained(
  others: readonly Promise<void>[],
  work: ReadonlySet<Promise<void>>,
  graceInMs: number,
): Promise<boolean> {
  const cancelled = new AbortController();
  const finishing = (async () => {
    await Promise.allSettled(others);
    while (work.size > 0) {
      await Promise.allSettled(work);
    }
    return true;
  })();
  const expiring = pause(graceInMs, cancelled.signal).then(() => false);
  const complete = await Promise.race([finishing, expiring]);
  cancelled.abort();
  return complete;
}
