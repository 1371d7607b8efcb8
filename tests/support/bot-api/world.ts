import type { Message, Update, User } from 'grammy/types';

import { createChats } from './chats.ts';
import type { Chats } from './chats.ts';
import { createFiles } from './files.ts';
import type { Files } from './files.ts';
import { createSettings } from './profile.ts';
import type { Settings } from './profile.ts';
import { createQueries } from './queries.ts';
import type { Queries } from './queries.ts';
import type { FindPerson } from './rules/entities.ts';
import { createUpdateQueue } from './updates.ts';
import type { UpdateKind, UpdateQueue } from './updates.ts';
import type { Watch } from './watch.ts';
import { createWebhook } from './webhook.ts';
import type { Webhook } from './webhook.ts';

/** A clock that stands still until a test moves it. */
export interface Clock {
  /** Seconds since 1970. */
  now: number;
}

/** Where a message is that was sent in the name of a person, not in a chat of the bot. */
interface Place {
  readonly chat: number;
  readonly message: number;
}

/** All that Telegram knows of one bot. */
export interface World {
  readonly me: User & { readonly username: string };
  readonly clock: { readonly now: number };
  readonly chats: Chats;
  /** Everyone who ever wrote where the bot saw it. */
  readonly people: Map<number, User>;
  readonly files: Files;
  readonly queries: Queries<Message | null>;
  /** By their inline_message_id. */
  readonly inlineMessages: Map<string, Place>;
  readonly settings: Settings;
  readonly updates: UpdateQueue;
  readonly webhook: Webhook;
  /** Bigger than all before it; for messages, updates and queries alike. */
  nextId(): number;
  /** Tells the bot what happened. */
  tell<Kind extends UpdateKind>(kind: Kind, what: NonNullable<Update[Kind]>): void;
  readonly findPerson: FindPerson;
}

/** What differs between servers. */
export interface WorldParts {
  readonly watch: Watch;
  readonly clock: { readonly now: number };
  readonly messagesKept: number;
}

/** A world in which nobody has written yet. */
export function createWorld({ watch, clock, messagesKept }: WorldParts): World {
  const me = { id: 42, is_bot: true, first_name: 'Pirsyar', username: 'pirsyar_bot' };
  const people = new Map<number, User>();
  let lastId = 100;
  const updates = createUpdateQueue({
    waiting: () => watch.changed(),
    added: () => webhook.added(),
  });
  const webhook = createWebhook({ updates, clock, changed: () => watch.changed() });
  return {
    me,
    clock,
    chats: createChats(me.id, messagesKept),
    people,
    files: createFiles(),
    queries: createQueries(clock),
    inlineMessages: new Map(),
    settings: createSettings(me.first_name),
    updates,
    webhook,
    nextId: () => ++lastId,
    tell(kind, what) {
      updates.add({ update_id: ++lastId, [kind]: what });
    },
    findPerson: (id) => (id === me.id ? me : people.get(id)),
  };
}
