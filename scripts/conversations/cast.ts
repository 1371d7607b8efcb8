import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createConfiguredCurator } from '../../src/administration.ts';
import { openPirsyar, readMessages } from '../../src/app.ts';
import { createBotParts } from '../../src/bot-parts.ts';
import { readSettings } from '../../src/config.ts';
import type { Log } from '../../src/log.ts';
import { openMemory } from '../../src/state/open-memory.ts';
import type { BotParts } from '../../src/telegram/parts.ts';
import type { PollingHandle } from '../../src/telegram/polling.ts';
import { startTelegramBot } from '../../src/telegram/telegram-bot.ts';

/** The product over the documents of the package, of which bots can be made. */
export interface Cast {
  readonly messages: BotParts['messages'];
  readonly examples: BotParts['library']['examples'];
  /** Starts a bot that remembers nothing of others; `fails` is told what it logs as a warning or an error. */
  startBot(place: BotPlace, fails: (message: string) => void): Promise<PollingHandle>;
  close(): void;
}

/** Where a bot is, and when. */
interface BotPlace {
  readonly token: string;
  readonly apiRoot: string;
  /** The number of the user who owns it; null: nobody. */
  readonly owner: number | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const nothing = (): void => undefined;
const SILENT: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Opens the product, with its index in a folder that may be empty. This file alone knows how the product is put together. */
export async function openCast(indexDirectory: string): Promise<Cast> {
  const dataDirectory = 'data';
  const environment = { INDEX_DIR: indexDirectory, STATE_DIR: join(indexDirectory, 'state') };
  const settings = readSettings(environment, { dataDirectory, workingDirectory: process.cwd() });
  const parts = { settings, dataDirectory, promptsDirectory: 'prompts', log: SILENT };
  const pirsyar = await openPirsyar(parts);
  const messages = await readMessages(dataDirectory, 'telegram', { isolate: true });
  return {
    messages,
    examples: pirsyar.examples,
    async startBot({ token, apiRoot, owner, now }, fails) {
      const log = { ...SILENT, warn: fails, error: fails };
      const directory = await mkdtemp(join(tmpdir(), 'pirsyar-pictures-'));
      const memory = await openMemory({
        directory,
        retentionInDays: settings.retentionInDays,
        log,
      });
      const bot = await createBotParts(parts, pirsyar, {
        token,
        memory,
        errors: () => 0,
        stopping: new AbortController().signal,
      });
      memory.sentences.add([...bot.library.reader.sentences()]);
      const curator = createConfiguredCurator({
        ...settings,
        stateDirectory: directory,
        uploadsDirectory: join(directory, 'documents'),
      });
      const polling = startTelegramBot({
        ...bot,
        administration: { ...bot.administration, curator },
        adminIds: owner === null ? [] : [owner],
        apiRoot,
        paced: false,
        log,
        now,
      });
      return {
        finished: polling.finished,
        async stop() {
          await polling.stop();
          memory.close();
          await rm(directory, { recursive: true, force: true });
        },
      };
    },
    close: () => pirsyar.index.close(),
  };
}
