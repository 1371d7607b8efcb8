import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import {
  createIndexManager,
  createReleaseParts,
  evaluate,
  openPirsyar,
  readMessages,
} from './app.ts';
import type { AppParts } from './app.ts';
import type { Services } from './cli/services.ts';
import type { Settings } from './config.ts';
import type { DocumentId } from './corpus/document.ts';
import { messageOf } from './errors.ts';
import { countErrors, createServiceLog, createTerminalLog } from './logs.ts';
import type { Snapshot } from './retrieval/snapshot.ts';
import type { Streams } from './streams.ts';
import type { ArchivedSentence } from './telegram/memory.ts';
import type { BotParts } from './telegram/parts.ts';

/** What the entry file knows and nobody else. */
export interface ServiceParts {
  readonly settings: Settings;
  /** `data` of the package. */
  readonly dataDirectory: string;
  /** `prompts` of the package. */
  readonly promptsDirectory: string;
  readonly streams: Streams;
  /** Registers what to do when the process is asked to stop. */
  readonly onStop: (stop: () => void) => void;
}

/** Loaded where something was done: most commands do nothing of the kind. */
async function record(app: AppParts, action: string, detail: string): Promise<void> {
  const { recordOnCommandLine } = await import('./command-line-audit.ts');
  await recordOnCommandLine(app, action, detail);
}

/** How long `index` waits for another process that builds; see contract.md. */
const BUILDER_AWAITED_MS = 60_000;

/** The parts of the product as the command line wants them. Each is loaded when it is first needed. */
export function createServices(parts: ServiceParts): Services {
  const { settings, dataDirectory, promptsDirectory, streams } = parts;
  const app: AppParts = {
    settings,
    dataDirectory,
    promptsDirectory,
    log: createTerminalLog(settings.logLevel, streams.errors),
  };
  return {
    openIndex: () => openPirsyar(app),
    updateIndex: async (options) => {
      const { releaseHere } = await import('./release/release-here.ts');
      const patienceInMs = BUILDER_AWAITED_MS;
      const outcome = await releaseHere(await createReleaseParts(app), {
        ...options,
        patienceInMs,
      });
      if (outcome.status === 'swapped') await record(app, 'reindex', outcome.snapshot);
      return outcome;
    },
    rollback: async (to) => {
      const { rollback } = await import('./release/rollback.ts');
      const outcome = await rollback(await createIndexManager(app), { to });
      if (outcome.status === 'swapped') await record(app, 'rollback', outcome.snapshot.name);
      return outcome;
    },
    snapshots: async () => {
      const { listSnapshots } = await import('./release/snapshot-list.ts');
      return listSnapshots((await createIndexManager(app)).store);
    },
    evaluate: (options) => evaluate(app, options),
    openDocuments: async () => {
      const { openDocumentsOf } = await import('./documents-parts.ts');
      return openDocumentsOf(app);
    },
    openInsight: async () => {
      const { openInsightOf } = await import('./insight-parts.ts');
      return openInsightOf(app);
    },
    diagnose: async () => {
      const { diagnose } = await import('./diagnose.ts');
      const { probeToken } = await import('./telegram/probe-token.ts');
      return diagnose(app, probeToken);
    },
    startRepl: () => startRepl(app, streams),
    startBot: () =>
      settings.telegramToken === null
        ? startReplWithoutToken(app, streams)
        : startBot(parts, settings.telegramToken),
  };
}

async function startReplWithoutToken(app: AppParts, streams: Streams): Promise<number> {
  const messages = await readMessages(app.dataDirectory, 'terminal');
  streams.errors.write(`${messages.en.text('repl-no-token')}\n`);
  return startRepl(app, streams);
}

async function startRepl(app: AppParts, streams: Streams): Promise<number> {
  const { Session } = await import('./repl/session.ts');
  const { welcome } = await import('./repl/welcome.ts');
  const pirsyar = await openPirsyar(app);
  const messages = await readMessages(app.dataDirectory, 'terminal');
  const session = new Session({
    answerer: pirsyar.answerer,
    messages,
    documents: pirsyar.documents,
    title: pirsyar.title,
    note: pirsyar.note,
    quotes: pirsyar.quotes,
  });
  const titles = pirsyar.documents().map(({ title }) => title);
  const opening = welcome(messages, titles, pirsyar.examples);
  pirsyar.index.watch();
  if (streams.input.isTTY === true && streams.output.isTTY === true) {
    const { runInteractive } = await import('./repl/interactive.ts');
    const historyFile = join(app.settings.stateDirectory, 'repl-history');
    await runInteractive(session, streams, { welcome: opening, historyFile });
  } else {
    const { runPiped } = await import('./repl/piped.ts');
    streams.errors.write(`${opening}\n`);
    await runPiped(session, streams, messages.en);
  }
  return 0;
}

async function startBot(
  { settings, dataDirectory, promptsDirectory, onStop }: ServiceParts,
  token: string,
): Promise<number> {
  const { startTelegramBot } = await import('./telegram/telegram-bot.ts');
  const { createBotParts } = await import('./bot-parts.ts');
  const { openMemory } = await import('./state/open-memory.ts');
  const { log, errors } = countErrors(await createServiceLog(settings.logLevel));
  const app: AppParts = { settings, dataDirectory, promptsDirectory, log };
  const pirsyar = await openPirsyar(app, { servesOn: true });
  const { stateDirectory: directory, retentionInDays } = settings;
  const memory = await openMemory({ directory, retentionInDays, log });
  const stopping = new AbortController();
  const { signal } = stopping;
  const parts = await createBotParts(app, pirsyar, { token, memory, errors, stopping: signal });
  const pruning = keepPruning(parts);
  try {
    void archiveSentences(parts, signal);
    pirsyar.index.onSwap(
      (before, after) => void archiveSentences(parts, signal, newIn(before, after)),
    );
    pirsyar.index.watch();
    const polling = startTelegramBot(parts);
    onStop(() => {
      stopping.abort();
      void polling.stop();
    });
    await polling.finished;
    return 0;
  } finally {
    stopping.abort();
    clearInterval(pruning);
    pirsyar.index.close();
    memory.close();
  }
}

/** Kept in some ten milliseconds, as long as readers may wait. */
const SENTENCES_AT_ONCE = 500;

/** Keeps every sentence that is served, or those of some documents, a few at a time: a large corpus takes seconds. */
async function archiveSentences(
  { library, memory }: BotParts,
  stopping: AbortSignal,
  among?: ReadonlySet<DocumentId>,
): Promise<void> {
  let some: ArchivedSentence[] = [];
  for (const sentence of library.reader.sentences(among)) {
    some.push(sentence);
    if (some.length < SENTENCES_AT_ONCE) continue;
    memory.sentences.add(some);
    some = [];
    await nextTurn();
    if (stopping.aborted) return;
  }
  memory.sentences.add(some);
}

/** The documents of a snapshot that another one doesn't have as they are. */
function newIn(before: Snapshot, after: Snapshot): ReadonlySet<DocumentId> {
  const changed = [...after.documents.values()].filter(
    ({ id, hash }) => before.documents.get(id)?.hash !== hash,
  );
  return new Set(changed.map(({ id }) => id));
}

const PRUNING_EVERY_MS = 6 * 60 * 60 * 1000;

/** Deletes what is older than the retention, now and every six hours. */
function keepPruning({ memory, administration, retentionInDays, log }: BotParts): NodeJS.Timeout {
  const prune = async (): Promise<void> => {
    const now = Date.now();
    memory.prune(now);
    try {
      await administration.curator.purge(now - retentionInDays * 24 * 60 * 60 * 1000);
    } catch (error) {
      const failure = messageOf(error);
      log.warn('What was removed long ago could not be deleted.', { failure });
    }
  };
  void prune();
  return setInterval(() => void prune(), PRUNING_EVERY_MS).unref();
}
