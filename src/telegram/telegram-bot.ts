import { createBacklog } from './backlog.ts';
import { createBot } from './bot.ts';
import { introduceBot } from './introduce.ts';
import { createCourier } from './notices/courier.ts';
import type { BotParts } from './parts.ts';
import { startPolling } from './polling.ts';
import type { PollingHandle } from './polling.ts';

/**
 * Builds the bot, introduces it to Telegram, and polls until stopped; readers who follow the documents are told of changes meanwhile. See
 * {@link PollingHandle}.
 */
export function startTelegramBot(parts: BotParts): PollingHandle {
  const backlog = createBacklog();
  const bot = createBot(parts, backlog);
  const courier = createCourier(parts);
  const handle = startPolling(bot, parts, {
    backlog,
    prepare: async (stopping) => {
      await Promise.all([
        introduceBot(bot.api, parts, stopping),
        courier.run(bot.api, bot.botInfo.username, stopping),
      ]);
    },
  });
  parts.administration.onSwap(() => courier.wake());
  return handle;
}
