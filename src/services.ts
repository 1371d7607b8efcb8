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
import { createServiceLog, createTerminalLog } from './logs.ts';
import type { Streams } from './streams.ts';
import type { Memory } from './telegram/memory.ts';
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
      return releaseHere(await createReleaseParts(app), { ...options, patienceInMs });
    },
    rollback: async (to) => {
      const { rollback } = await import('./release/rollback.ts');
      return rollback(await createIndexManager(app), { to });
    },
    snapshots: async () => {
      const { listSnapshots } = await import('./release/snapshot-list.ts');
      return listSnapshots((await createIndexManager(app)).store);
    },
    evaluate: (options) => evaluate(app, options),
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
  const log = await createServiceLog(settings.logLevel);
  const app: AppParts = { settings, dataDirectory, promptsDirectory, log };
  const pirsyar = await openPirsyar(app);
  const { stateDirectory: directory, retentionInDays } = settings;
  const memory = await openMemory({ directory, retentionInDays, log });
  const pruning = keepPruning(memory);
  try {
    const parts = await createBotParts(app, pirsyar, { token, memory });
    const archive = (): void => void archiveSentences(parts);
    archive();
    pirsyar.index.onSwap(archive);
    pirsyar.index.watch();
    const polling = startTelegramBot(parts);
    onStop(() => void polling.stop());
    await polling.finished;
    return 0;
  } finally {
    clearInterval(pruning);
    pirsyar.index.close();
    memory.close();
  }
}

const SENTENCES_AT_ONCE = 5000;

/** Keeps every sentence that is served, some at a time so that readers are answered meanwhile: a large corpus takes seconds. */
async function archiveSentences({ library, memory }: BotParts): Promise<void> {
  const sentences = [...library.reader.sentences()];
  for (let start = 0; start < sentences.length; start += SENTENCES_AT_ONCE) {
    memory.sentences.add(sentences.slice(start, start + SENTENCES_AT_ONCE));
    await nextTurn();
  }
}

const PRUNING_EVERY_MS = 6 * 60 * 60 * 1000;

/** Deletes what is older than the retention, now and every six hours. */
function keepPruning(memory: Memory): NodeJS.Timeout {
  const prune = (): void => memory.prune(Date.now());
  prune();
  return setInterval(prune, PRUNING_EVERY_MS).unref();
}
