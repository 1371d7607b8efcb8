import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { Message, User } from 'grammy/types';

import type { ShownMessage as KeptMessage } from '../../tests/support/bot-api/chats.ts';
import { createBotApiServer } from '../../tests/support/bot-api/server.ts';
import { watchHandling } from './handling.ts';
import type { AppLanguage, FormattedText, ShownMessage, ShownReply } from './screen.ts';

/** Where a conversation takes place: what a reader can do there, and sees. This file alone knows the Bot API server of the tests. */
export interface Stage {
  readonly token: string;
  readonly apiRoot: string;
  /** The reader's number at Telegram. */
  readonly reader: number;
  /** The bot's name, or in a group the group's. */
  readonly title: string;
  /** Milliseconds since 1970; a minute more with everything that the reader does. */
  readonly now: () => number;
  /** The chat as it is now, from above to below. */
  messages(): readonly ShownMessage[];
  /** @throws {Error} if the bot has said nothing. */
  lastOfBot(): ShownMessage;
  /** What the bot is writing; null: nothing. */
  draft(): FormattedText | null;
  /** What the last tap said for a moment; null: nothing. */
  notice(): string | null;
  writes(text: string): void;
  /** Sends a file of this machine. */
  sends(file: string): void;
  /** Taps the lowest button with this text. @throws {Error} naming those that there are, if it isn't among them. */
  taps(text: string): void;
  /** Replies to the bot's last message. @throws {Error} if there is none, or if the marked part isn't in it. */
  replies(text: string, marked?: string): void;
  /** Changes what the reader wrote last. @throws {Error} if that is nothing. */
  edits(text: string): void;
  /** Resolves once the bot has done all that it was told and waits for more. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** How a stage is set. */
export interface StageOptions {
  readonly appLanguage: AppLanguage;
  readonly kind: 'private' | 'group';
}

/** A minute before every conversation begins, in seconds since 1970. */
const BEFORE = Date.UTC(2021, 3, 7, 9, 40) / 1000;
const READER = 7;
const GROUP = -100;

/** Opens a stage over a server on a free port of this machine. */
export async function openStage({ appLanguage, kind }: StageOptions): Promise<Stage> {
  const clock = { now: BEFORE };
  const server = await createBotApiServer({ clock });
  const handling = watchHandling();
  const chat = kind === 'group' ? GROUP : READER;
  const who = { from: READER, languageCode: appLanguage, chat };
  let callsBefore = 0;

  function begin(): void {
    clock.now += 60;
    callsBefore = server.calls.length;
  }

  function lastOf(person: number): KeptMessage {
    const last = server.messagesIn(chat).findLast(({ from }) => from?.id === person);
    if (last === undefined) throw new Error('Nothing of the kind was said yet.');
    return last;
  }

  return {
    token: server.token,
    apiRoot: server.root,
    reader: READER,
    get title() {
      const place = server.messagesIn(chat)[0]?.chat;
      return place?.title ?? server.me.first_name;
    },
    now: () => clock.now * 1000,
    messages: () => server.messagesIn(chat).map((message) => shown(message)),
    lastOfBot: () => shown(lastOf(server.me.id)),
    draft() {
      const draft = server.draftsIn(chat).at(-1);
      return draft === undefined ? null : { text: draft.text, entities: draft.entities ?? [] };
    },
    notice() {
      const calls = server.calls.slice(callsBefore);
      const answer = calls.findLast(({ method }) => method === 'answerCallbackQuery');
      const text = answer?.payload['text'];
      return typeof text === 'string' && text !== '' ? text : null;
    },
    writes(text) {
      begin();
      server.userSends(text, who);
    },
    sends(file) {
      begin();
      const name = basename(file);
      server.addFile(name, readFileSync(file), name);
      const document = { file_id: name, file_unique_id: name, file_name: name };
      server.userSends('', { ...who, content: { document } });
    },
    taps(text) {
      const messages = server.messagesIn(chat);
      const lowest = messages.findLast((message) => keyboardOf(message).flat().includes(text));
      if (lowest === undefined) {
        const names = messages.flatMap((message) => keyboardOf(message).flat());
        throw new Error(`There is no button "${text}"; there are: "${names.join('", "')}".`);
      }
      begin();
      server.userTaps({ button: text }, { ...who, message: lowest.message_id });
    },
    replies(text, marked) {
      const replyTo = lastOf(server.me.id).message_id;
      begin();
      server.userSends(text, {
        ...who,
        replyTo,
        ...(marked === undefined ? {} : { quote: marked }),
      });
    },
    edits(text) {
      const { message_id: message } = lastOf(READER);
      begin();
      server.userEdits(message, text, who);
    },
    async idle() {
      do {
        await server.idle();
        await handling.done();
      } while (!handling.isDone);
    },
    async close() {
      handling.end();
      await server.close();
    },
  };
}

function shown(message: KeptMessage): ShownMessage {
  const isOwn = message.from?.id === READER;
  return {
    id: message.message_id,
    text: message.text ?? message.caption ?? fileIn(message),
    entities: message.entities ?? message.caption_entities ?? [],
    from: nameOf(message.from),
    isOwn,
    replyTo: replyOf(message),
    keyboard: keyboardOf(message),
    reactions: (message.reactions ?? []).map((one) => (one.type === 'emoji' ? one.emoji : '★')),
    date: message.date,
    // Telegram doesn't say of a bot's message that it was changed.
    isEdited: isOwn && message.edit_date !== undefined,
    isExpanded: false,
  };
}

function fileIn({ document }: KeptMessage): string {
  return document === undefined ? '' : `📎 ${document.file_name}`;
}

function replyOf({ reply_to_message: target, quote }: Message): ShownReply | null {
  if (target === undefined) return null;
  const text = quote?.text ?? target.text ?? target.caption ?? '';
  return { from: nameOf(target.from), text, isQuote: quote !== undefined };
}

function keyboardOf(message: Message): readonly (readonly string[])[] {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows.map((row) => row.map(({ text }) => text));
}

function nameOf(person: User | undefined): string {
  return person?.first_name ?? '';
}
