import { createAdministration } from './administration.ts';
import type { ProcessParts } from './administration.ts';
import type { Answerer } from './answering/answer.ts';
import { createAnswerer } from './answering/answerer.ts';
import { createCachedAnswerer } from './answering/cached-answerer.ts';
import { createChangeFinder } from './answering/changed-sentence.ts';
import { createDocumentReader } from './answering/document-reader.ts';
import { createQuoteExplainer } from './answering/explain-quote.ts';
import { createSentenceFinder } from './answering/find-sentences.ts';
import { createSuggester } from './answering/suggestions.ts';
import { readMessages } from './app.ts';
import type { AppParts, Pirsyar } from './app.ts';
import type { Memory } from './telegram/memory.ts';
import type { BotParts } from './telegram/parts.ts';
import { createTurns, takingTurns } from './telegram/turns.ts';

/** Answers kept for those who ask the same: some 4 MB. */
const ANSWERS_KEPT = 2000;

/** What the Telegram bot is made of: the product over one index, and what it remembers. */
export async function createBotParts(
  parts: AppParts,
  pirsyar: Pirsyar,
  { token, memory, ...own }: { token: string; memory: Memory } & ProcessParts,
): Promise<BotParts> {
  const { settings, dataDirectory, log } = parts;
  const { telegramApiRoot } = settings;
  const { index, embeddings, headwords, documents, examples } = pirsyar;
  const snapshot = (): typeof index.snapshot => index.snapshot;
  const turns = createTurns();
  // A question waits for its turn, and then goes before all others to be made an answer to, and to have its suggestions proven.
  const cached = (inner: Answerer): Answerer =>
    createCachedAnswerer(takingTurns(inner, turns, { goesOn: true }), {
      snapshot,
      capacity: ANSWERS_KEPT,
    });
  const answerer = cached(pirsyar.answerer);
  const asksModel = settings.chatModel !== null;
  const messages = await readMessages(dataDirectory, 'answering');
  const alone = createAnswerer({ snapshot, embeddings, messages, headwords, model: null, log });
  return {
    token,
    ...(telegramApiRoot === null ? {} : { apiRoot: telegramApiRoot }),
    paced: settings.telegramPacing,
    adminIds: settings.adminIds,
    answerer: takingTurns(answerer, turns, { goesOn: false }),
    asksModel,
    suggester: createSuggester({
      snapshot,
      answerer: asksModel ? cached(alone) : answerer,
      messages,
    }),
    finder: createSentenceFinder(snapshot, embeddings),
    quotes: pirsyar.quotes,
    explainer: createQuoteExplainer({ snapshot, headwords }),
    library: {
      documents,
      examples,
      reader: createDocumentReader(snapshot),
      changes: createChangeFinder(snapshot),
    },
    note: pirsyar.note,
    administration: await createAdministration(parts, pirsyar, own),
    memory,
    retentionInDays: settings.retentionInDays,
    messages: await readMessages(dataDirectory, 'telegram', { isolate: true }),
    rateLimits: { perReader: settings.rateLimit, perGroup: settings.groupRateLimit },
    log,
  };
}
