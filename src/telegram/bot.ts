import { sequentialize } from '@grammyjs/runner';
import { Bot, Composer } from 'grammy';

import { createBoundary } from './boundary.ts';
import { createDesk } from './desk.ts';
import { checkFeature } from './features/check.ts';
import { documentsFeature } from './features/documents.ts';
import { examplesFeature } from './features/examples.ts';
import { helpFeature } from './features/help.ts';
import { languageFeature } from './features/language.ts';
import { nonTextFeature } from './features/non-text.ts';
import { questionFeature } from './features/question.ts';
import { reindexFeature } from './features/reindex.ts';
import { startFeature } from './features/start.ts';
import { unhandledFeature } from './features/unhandled.ts';
import { noBots, onceForEachUpdate } from './guards.ts';
import type { BotParts } from './parts.ts';
import { boundedRetries } from './retries.ts';

/** Longer than a long poll (30 s): no call hangs for good, and a silent getUpdates is noticed. */
const CALL_TIMEOUT_SECONDS = 45;

/**
 * Builds the bot; starts nothing and calls nobody. Handling an update never rejects.
 *
 * Updates of one chat are handled in order; `/reindex` alone runs beside them, so that its chat isn't silent meanwhile.
 *
 * @throws {Error} if the token is empty.
 */
export function createBot(parts: BotParts): Bot {
  const apiRoot = parts.apiRoot?.replace(/\/+$/u, '');
  const bot = new Bot(parts.token, {
    client: {
      timeoutSeconds: CALL_TIMEOUT_SECONDS,
      ...(apiRoot === undefined ? {} : { apiRoot }),
    },
  });
  bot.api.config.use(boundedRetries());
  const desk = createDesk(parts);
  const boundary = createBoundary(desk);
  bot.catch(boundary);

  const features = new Composer();
  features.use(onceForEachUpdate(), noBots);
  features.use(reindexFeature(desk));
  features.use(sequentialize((ctx) => ctx.chat?.id.toString()));
  features.use(startFeature(desk));
  features.use(examplesFeature(desk));
  features.use(helpFeature(desk));
  features.use(languageFeature(desk));
  features.use(documentsFeature(desk));
  features.use(checkFeature(desk));
  features.use(questionFeature(desk));
  features.use(nonTextFeature(desk));
  features.use(unhandledFeature(desk));
  bot.errorBoundary(boundary, features);
  return bot;
}
