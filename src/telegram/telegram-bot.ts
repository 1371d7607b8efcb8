import { createBacklog } from './backlog.ts';
import { createBot } from './bot.ts';
import { introduceBot } from './introduce.ts';
import type { BotParts } from './parts.ts';
import { startPolling } from './polling.ts';
import type { PollingHandle } from './polling.ts';

/** Builds the bot, introduces it to Telegram, and polls until stopped. See {@link PollingHandle}. */
export function startTelegramBot(parts: BotParts): PollingHandle {
  const backlog = createBacklog();
  const bot = createBot(parts, backlog);
  return startPolling(bot, parts, {
    backlog,
    prepare: (stopping) => introduceBot(bot.api, parts, stopping),
  });
}
