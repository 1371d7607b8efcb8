import { sequentialize } from '@grammyjs/runner';
import { Bot, Composer } from 'grammy';
import type { Context } from 'grammy';

import { auditFeature } from './admin/audit.ts';
import { exportFeature } from './admin/export.ts';
import { gapsFeature } from './admin/gaps.ts';
import { pastedFeature, pasteFeature } from './admin/paste.ts';
import { reindexFeature } from './admin/reindex.ts';
import { createReindexing } from './admin/reindexing.ts';
import { rolesFeature } from './admin/roles.ts';
import { rollbackFeature } from './admin/rollback.ts';
import { shelfFeature } from './admin/shelf.ts';
import { statsFeature } from './admin/stats.ts';
import { statusFeature } from './admin/status.ts';
import { uploadsFeature } from './admin/uploads.ts';
import { createBacklog } from './backlog.ts';
import type { Backlog } from './backlog.ts';
import { createBoundary } from './boundary.ts';
import { createDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { answerButtonsFeature } from './features/answer-buttons.ts';
import { checkedTextFeature, checkFeature } from './features/check.ts';
import { conversationFeature } from './features/conversation.ts';
import { documentsFeature } from './features/documents.ts';
import { editedFeature } from './features/edited.ts';
import { examplesFeature } from './features/examples.ts';
import { followFeature } from './features/follow.ts';
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
import { startFeature } from './features/start.ts';
import { stopFeature } from './features/stop.ts';
import { unhandledFeature } from './features/unhandled.ts';
import { hasCommand, isMessage, isSeldom, isTap, only, sharesPeople } from './only.ts';
import { pacing } from './pacing.ts';
import type { BotParts } from './parts.ts';
import { boundedRetries } from './retries.ts';
import { createTransport } from './transport.ts';

/** Longer than a long poll (30 s): no call hangs for good, and a silent getUpdates is noticed. */
const SILENCE_IN_MS = 45_000;

/**
 * Builds the bot; starts nothing and calls nobody. Handling an update never rejects.
 *
 * Updates of one chat are handled in order; only what admins do to documents and the stopping of an answer run beside them, the one so that
 * its chat isn't silent meanwhile, the other because the answer is what the chat waits for.
 *
 * @param backlog the updates that waited for us; of these the old ones aren't answered.
 * @throws {Error} if the token is empty.
 */
export function createBot(parts: BotParts, backlog: Backlog = createBacklog()): Bot {
  const apiRoot = parts.apiRoot?.replace(/\/+$/u, '');
  const bot = new Bot(parts.token, {
    client: {
      timeoutSeconds: SILENCE_IN_MS / 1000,
      ...(apiRoot === undefined ? {} : { apiRoot }),
    },
  });
  const desk = createDesk(parts);
  // The last that is added is the first to see a call: each new try takes its turn, and the first carries it.
  bot.api.config.use(createTransport({ token: parts.token, apiRoot, silenceInMs: SILENCE_IN_MS }));
  if (parts.paced) bot.api.config.use(pacing());
  bot.api.config.use(boundedRetries());
  const boundary = createBoundary(desk);
  bot.catch(boundary);

  const [language, documents, read, paste] = [
    languageFeature(desk),
    documentsFeature(desk),
    readFeature(desk),
    pasteFeature(desk),
  ];
  const [follow, overview] = [followFeature(desk), overviewFeatures(desk)];
  const features = new Composer();
  features.use(noBots);
  features.use(adminFeatures(desk));
  features.use(only(isSeldom, stopFeature(desk)));
  features.use(sequentialize((ctx) => ctx.chat?.id.toString()));
  features.use(only(isSeldom, inlineFeature(desk), guestFeature(desk), membershipFeature(desk)));
  // Before what is late is passed over: a text would lose some of its parts.
  features.use(only(isMessage, pastedFeature(desk)));
  features.use(lateFeature(desk, backlog));
  features.use(only(isSeldom, editedFeature(desk)));
  features.use(
    only(
      hasCommand,
      startFeature(desk),
      helpFeature(desk),
      conversationFeature(desk),
      language,
      documents,
      read,
      privacyFeature(desk),
      checkFeature(desk),
      follow,
      overview,
      paste,
    ),
  );
  features.use(
    only(
      isTap,
      examplesFeature(desk),
      language,
      documents,
      read,
      paste,
      answerButtonsFeature(desk),
      follow,
      overview,
    ),
  );
  features.use(only(sharesPeople, overview));
  features.use(
    only(
      isMessage,
      checkedTextFeature(desk),
      meaningFeature(desk),
      questionFeature(desk),
      nonTextFeature(desk),
    ),
  );
  features.use(unhandledFeature(desk));
  bot.errorBoundary(boundary, features);
  return bot;
}

/** What admins do. What takes long goes on beside the chat; files are read in the order in which they came. */
function adminFeatures(desk: Desk): Composer<Context> {
  const reindexing = createReindexing(desk);
  const features = new Composer();
  features.use(
    only(
      (ctx) => hasCommand(ctx) || isTap(ctx),
      reindexFeature(desk, reindexing),
      rollbackFeature(desk),
      shelfFeature(desk, reindexing),
    ),
  );
  features.use(uploadsFeature(desk, reindexing));
  return features;
}

/** What admins see, and who they are. */
function overviewFeatures(desk: Desk): Composer<Context> {
  return new Composer(
    statusFeature(desk),
    statsFeature(desk),
    gapsFeature(desk),
    exportFeature(desk),
    rolesFeature(desk),
    auditFeature(desk),
  );
}
