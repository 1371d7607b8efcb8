import { createServer } from 'node:http';

import type { BotCommand, User } from 'grammy/types';

import { createCallRecord } from './calls.ts';
import type { ApiCall } from './calls.ts';
import type { Draft, ShownMessage } from './chats.ts';
import { draftsShown } from './drafts.ts';
import { createFaultPlan } from './faults.ts';
import type { FaultPlan } from './faults.ts';
import { createHandler } from './handler.ts';
import { methodTable } from './methods/table.ts';
import { membership } from './people/membership.ts';
import type { People } from './people/people.ts';
import { tapping } from './people/tapping.ts';
import { writing } from './people/writing.ts';
import type { Profile } from './profile.ts';
import { createWatch } from './watch.ts';
import { createWorld } from './world.ts';
import type { Clock } from './world.ts';

export type { ApiCall } from './calls.ts';
export { FAULTS } from './faults.ts';

/** A Bot API server under control of a test. */
export interface BotApiServer extends People, Pick<FaultPlan, 'failNext' | 'failRandomly'> {
  /** The only token that isn't refused. */
  readonly token: string;
  /** What TELEGRAM_API_ROOT is to be set to. */
  readonly root: string;
  readonly me: User & { readonly username: string };
  /** Every call but getUpdates that reached its turn, in order. */
  readonly calls: readonly ApiCall[];
  /** What the dates of messages are taken from, and the age of queries and drafts. */
  readonly clock: Clock;
  /** Delivers the last update once more under its old id. */
  deliverAgain(): void;
  /** The first call of this method that was not yet asked for; waits for it, and rejects after 20 seconds. */
  nextCall(method: string): Promise<ApiCall>;
  /** Resolves once nothing is left to deliver, and the bot waits in getUpdates unless it has a webhook. */
  idle(): Promise<void>;
  /** What a reader sees in a chat now, after all edits and deletions. */
  messagesIn(chat: number): readonly ShownMessage[];
  /** The drafts that a reader sees in a chat now. */
  draftsIn(chat: number): readonly Draft[];
  /** The menu that a reader sees in a chat; a language is a code of two letters. */
  commandsIn(chat: number, languageCode?: string): readonly BotCommand[];
  /** What readers of a language see of the bot. */
  profile(languageCode?: string): Profile;
  /** Lets bots react with these emoji alone in a chat; null lets them use all that Telegram has. */
  allowReactions(chat: number, emoji: readonly string[] | null): void;
  /** Gives the file of a message its content, so that the bot can fetch it. */
  addFile(fileId: string, bytes: Uint8Array, filename?: string): void;
  /** Says where webhook requests for a public host go on this machine. */
  routeWebhook(host: string, origin: string): void;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** What may differ between servers. */
export interface ServerOptions {
  readonly token?: string;
  /** Default: one that stands still. */
  readonly clock?: Clock;
  /** Whether calls are kept for `calls` and `nextCall`; false for a load that would fill the memory. Default: true. */
  readonly recordsCalls?: boolean;
  /** Is told of every call but getUpdates when it was carried out or refused, before the bot hears of that. */
  readonly onCall?: (call: ApiCall) => void;
  /** How many messages each chat keeps. Default: all. */
  readonly messagesKept?: number;
}

const DATE = 1_700_000_000;
const TOKEN = '1234567:TEST-token_of-the-fake-server-aaaaaaaaaa';

/**
 * Starts a server on a free port of 127.0.0.1 that speaks as much of the Bot API as the bot uses and refuses, in
 * Telegram's words, what Telegram would. Polls are long, as Telegram's are: they wait until something happens, so
 * tests never sleep.
 */
export async function createBotApiServer({
  token = TOKEN,
  clock = { now: DATE },
  recordsCalls = true,
  onCall,
  messagesKept = Infinity,
}: ServerOptions = {}): Promise<BotApiServer> {
  const watch = createWatch();
  const world = createWorld({ watch, clock, messagesKept });
  const { chats, files, settings, updates, webhook } = world;
  const faults = createFaultPlan();
  const calls = createCallRecord(watch, { kept: recordsCalls, onCall });
  const handler = createHandler({
    token,
    methods: methodTable(world),
    files,
    faults,
    calls,
    watch,
  });
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    ...writing(world),
    ...tapping(world),
    ...membership(world),
    root: `http://127.0.0.1:${port}`,
    token,
    me: world.me,
    calls: calls.all,
    clock,
    deliverAgain: () => updates.addAgain(),
    failNext: (method, ...next) => faults.failNext(method, ...next),
    failRandomly: (chances) => faults.failRandomly(chances),
    nextCall: (method) => calls.next(method),
    async idle() {
      await watch.until(
        'an idle bot',
        () => ((webhook.active ? updates.pending === 0 : updates.idle) ? true : undefined),
        () => `${updates.pending} updates wait`,
      );
    },
    messagesIn(chat) {
      const { messages, reactions } = chats.open(chat);
      return [...messages.values()].map((message) => {
        const given = reactions.get(message.message_id);
        return given === undefined ? message : { ...message, reactions: given };
      });
    },
    draftsIn: (chat) => draftsShown(chats.open(chat), clock.now),
    commandsIn: (chat, languageCode = '') =>
      settings.commandsShown(chats.open(chat).chat, languageCode),
    profile: (languageCode = '') => settings.shown(languageCode),
    allowReactions: (chat, emoji) => chats.setReactions(chat, emoji),
    addFile(fileId, bytes, filename = 'file') {
      files.add(fileId, filename, bytes);
    },
    routeWebhook: (host, origin) => webhook.route(host, origin),
    async close() {
      webhook.remove();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
