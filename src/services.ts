import { join } from 'node:path';

import { createIndexManager, evaluate, openPirsyar, readMessages } from './app.ts';
import type { AppParts, Pirsyar } from './app.ts';
import type { Services } from './cli/services.ts';
import type { Settings } from './config.ts';
import { createServiceLog, createTerminalLog } from './logs.ts';
import type { Streams } from './streams.ts';

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
    updateIndex: async (options) => (await (await createIndexManager(app)).update(options)).report,
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
  const log = await createServiceLog(settings.logLevel);
  const pirsyar: Pirsyar = await openPirsyar({
    settings,
    dataDirectory,
    promptsDirectory,
    log,
  });
  pirsyar.index.watch();
  const polling = startTelegramBot({
    token,
    ...(settings.telegramApiRoot === null ? {} : { apiRoot: settings.telegramApiRoot }),
    adminIds: settings.adminIds,
    answerer: pirsyar.answerer,
    quotes: pirsyar.quotes,
    documents: pirsyar.documents,
    examples: pirsyar.examples,
    note: pirsyar.note,
    reindex: () => pirsyar.index.update({ force: false }),
    messages: await readMessages(dataDirectory, 'telegram', { isolate: true }),
    questionsPerMinute: settings.rateLimit,
    log,
  });
  onStop(() => void polling.stop());
  await polling.finished;
  pirsyar.index.close();
  return 0;
}
