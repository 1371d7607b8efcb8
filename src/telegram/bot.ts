import { sequentialize } from '@grammyjs/runner';
import { Bot, Composer } from 'grammy';

import { createBacklog } from './backlog.ts';
import type { Backlog } from './backlog.ts';
import { createBoundary } from './boundary.ts';
import { createDesk } from './desk.ts';
import { answerButtonsFeature } from './features/answer-buttons.ts';
import { checkFeature } from './features/check.ts';
import { conversationFeature } from './features/conversation.ts';
import { documentsFeature } from './features/documents.ts';
import { editedFeature } from './features/edited.ts';
import { examplesFeature } from './features/examples.ts';
import { guestFeature } from './features/guest.ts';
import { helpFeature } from './features/help.ts';
import { inlineFeature } from './features/inline.ts';
import { languageFeature } from './features/language.ts';
import { lateFeature } from './features/late.ts';
import { meaningFeature } from './features/meaning.ts';
import { membershipFeature } from './features/membership.ts';
import { noBots } from './features/no-bots.ts';
import { nonTextFeature } from './features/non-text.ts';
import { privacyFeature } from './features/privacy.ts';
import { questionFeature } from './features/question.ts';
import { readFeature } from './features/read.ts';
import { reindexFeature } from './features/reindex.ts';
import { startFeature } from './features/start.ts';
import { stopFeature } from './features/stop.ts';
import { unhandledFeature } from './features/unhandled.ts';
import { pacing } from './pacing.ts';
import type { BotParts } from './parts.ts';
import { boundedRetries } from './retries.ts';
import { createTransport } from './transport.ts';

/** Longer than a long poll (30 s): no call hangs for good, and a silent getUpdates is noticed. */
const SILENCE_IN_MS = 45_000;

/**
 * Builds the bot; starts nothing and calls nobody. Handling an update never rejects.
 *
 * Updates of one chat are handled in order; only `/reindex` and the stopping of an answer run beside them, the one so that its chat isn't
 * silent meanwhile, the other because the answer is what the chat waits for.
 *
 * @param backlog the updates that waited for us; of these the old ones aren't answered.
 * @throws {Error} if the token is empty.
 */
export function createBot(parts: BotParts, backlog: Backlog = createBacklog()): Bot {
  const apiRoot = parts.apiRoot?.replace(/\/+$/u, '');
  const bot = new Bot(parts.token);
  const desk = createDesk(parts);
  // The last that is added is the first to see a call: each new try takes its turn, and the first carries it.
  bot.api.config.use(createTransport({ token: parts.token, apiRoot, silenceInMs: SILENCE_IN_MS }));
  if (parts.paced) bot.api.config.use(pacing());
  bot.api.config.use(boundedRetries());
  const boundary = createBoundary(desk);
  bot.catch(boundary);

  const features = new Composer();
  features.use(noBots);
  features.use(reindexFeature(desk));
  features.use(stopFeature(desk));
  features.use(sequentialize((ctx) => ctx.chat?.id.toString()));
  features.use(inlineFeature(desk));
  features.use(guestFeature(desk));
  features.use(membershipFeature(desk));
  features.use(lateFeature(desk, backlog));
  features.use(editedFeature(desk));
  features.use(startFeature(desk));
  features.use(examplesFeature(desk));
  features.use(helpFeature(desk));
  features.use(conversationFeature(desk));
  features.use(languageFeature(desk));
  features.use(documentsFeature(desk));
  features.use(readFeature(desk));
  features.use(privacyFeature(desk));
  features.use(answerButtonsFeature(desk));
  features.use(checkFeature(desk));
  features.use(meaningFeature(desk));
  features.use(questionFeature(desk));
  features.use(nonTextFeature(desk));
  features.use(unhandledFeature(desk));
  bot.errorBoundary(boundary, features);
  return bot;
}
