import { createBot } from './bot.ts';
import { registerCommands } from './commands.ts';
import type { BotParts } from './parts.ts';
import { startPolling } from './polling.ts';
import type { PollingHandle } from './polling.ts';

/** Builds the bot, registers its commands, and polls until stopped. See {@link PollingHandle}. */
export function startTelegramBot(parts: BotParts): PollingHandle {
  const bot = createBot(parts);
  return startPolling(bot, parts.log, {
    prepare: (stopping) => registerCommands(bot.api, parts, stopping),
  });
}
