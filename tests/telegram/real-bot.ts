import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { createReleaseParts } from '../../src/app.ts';
import type { Pirsyar } from '../../src/app.ts';
import { createBotParts } from '../../src/bot-parts.ts';
import { readSettings } from '../../src/config.ts';
import { onlyOnce } from '../../src/only-once.ts';
import { releaseHere } from '../../src/release/release-here.ts';
import type { Releases } from '../../src/release/release.ts';
import type { Memory } from '../../src/telegram/memory.ts';
import type { BotParts, Library } from '../../src/telegram/parts.ts';
import type { PollingHandle } from '../../src/telegram/polling.ts';
import { startTelegramBot } from '../../src/telegram/telegram-bot.ts';
import type { ShownMessage } from '../support/bot-api/chats.ts';
import { record } from '../support/bot-api/payload.ts';
import { createBotApiServer } from '../support/bot-api/server.ts';
import type { BotApiServer } from '../support/bot-api/server.ts';
import { openAhead } from '../support/open-pirsyar.ts';
import { keptLog, temporaryMemory } from './bot-harness.ts';
import { fakeReleases } from './fake-administration.ts';

/** The product over the documents of the package, as a reader in Telegram meets it. */
export interface RealBot {
  readonly server: BotApiServer;
  readonly memory: Memory;
  readonly library: Library;
  readonly lines: readonly string[];
  readonly handle: PollingHandle;
  /** The next message that the bot sends or edits, as it then stands in its chat; waits for it. */
  readonly next: (
    method?: 'sendMessage' | 'editMessageText',
    chat?: number,
  ) => Promise<ShownMessage>;
  /** Ends the bot and starts it anew on the same memory, as a restart does. */
  restart(changes?: Partial<BotParts>): Promise<void>;
}

const SETTINGS = { dataDirectory: 'data', workingDirectory: process.cwd() };

/** The product, and what its bot is made from. */
interface Opened {
  readonly pirsyar: Pirsyar;
  readonly parts: Parameters<typeof createBotParts>[0];
}

/** Opens the product over an index in a folder that goes with the process. */
async function open(environment: Readonly<Record<string, string>>): Promise<Opened> {
  const index = mkdtempSync(join(tmpdir(), 'pirsyar-real-bot-'));
  process.once('exit', () => rmSync(index, { recursive: true, force: true }));
  const { log } = keptLog();
  const settings = readSettings({ INDEX_DIR: index, RATE_LIMIT: 'off', ...environment }, SETTINGS);
  const parts = { settings, dataDirectory: 'data', promptsDirectory: 'prompts', log };
  return { pirsyar: await openAhead(parts), parts };
}

/** One index for all tests of a file. */
const openedOnce = onlyOnce(async () => open({}));

/** Starts the product's bot on a server of its own, over documents of its own where a folder is named; both end with the test. */
export async function startRealBot(
  changes: Partial<BotParts> = {},
  documents?: string,
): Promise<RealBot> {
  const server = await createBotApiServer();
  const { log, lines } = keptLog();
  const memory = await temporaryMemory(log);
  const { pirsyar, parts } = await (documents === undefined
    ? openedOnce()
    : open({ DOCUMENTS_DIR: documents }));
  const made = await createBotParts(parts, pirsyar, {
    token: server.token,
    memory,
    errors: () => 0,
    stopping: new AbortController().signal,
  });
  const base: BotParts = {
    ...made,
    apiRoot: server.root,
    paced: false,
    administration: { ...made.administration, releases: releasesHere(parts, pirsyar) },
    log,
    now: () => server.clock.now * 1000,
    ...changes,
  };
  memory.sentences.add([...base.library.reader.sentences()]);
  let handle = startTelegramBot(base);
  onTestFinished(async () => {
    await handle.stop();
    await server.close();
  });
  return {
    server,
    memory,
    library: base.library,
    lines,
    get handle() {
      return handle;
    },
    async next(method = 'sendMessage', chat = 7) {
      const { result, payload } = await server.nextCall(method);
      const id = record(result)['message_id'] ?? payload['message_id'];
      const shown = server.messagesIn(chat).find((message) => message.message_id === id);
      if (shown === undefined) throw new Error(`${method} was refused: ${JSON.stringify(payload)}`);
      return shown;
    },
    async restart(more = {}) {
      await handle.stop();
      handle = startTelegramBot({ ...base, ...more });
    },
  };
}

/** Releases of this process, which needn't start another one. */
function releasesHere(parts: Opened['parts'], { manager, index }: Pirsyar): Releases {
  return fakeReleases({
    async run({ force }) {
      const release = { force, accept: false, patienceInMs: 0 };
      const outcome = await releaseHere(await createReleaseParts(parts, manager), release);
      await index.takeUpNew();
      return outcome;
    },
  });
}

/** The words on the buttons of a message, row by row. */
export function buttonsOf({ reply_markup: markup }: ShownMessage): string[][] {
  return (markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
}

/** What the entities of a type hold. */
export function spansOf({ text = '', entities = [] }: ShownMessage, type: string): string[] {
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}
