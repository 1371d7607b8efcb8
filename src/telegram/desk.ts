import type { Context } from 'grammy';

import type { AnswerLanguage } from '../answering/answer.ts';
import type { Messages } from '../messages.ts';
import { createGenerations } from './generations.ts';
import type { Generations } from './generations.ts';
import { wordsLanguage } from './language-choice.ts';
import type { BotParts } from './parts.ts';
import { isPrivate, readerOf } from './place.ts';
import { createPresence } from './presence.ts';
import type { Presence } from './presence.ts';
import { createRateLimiter } from './rate-limit.ts';
import type { Delay } from './rate-limit.ts';

/** Owners may do everything; editors look after the documents. Whoever writes in the name of a chat is neither. */
export type Role = 'owner' | 'editor';

/** What all features share. */
export interface Desk {
  readonly parts: BotParts;
  readonly now: () => number;
  readonly presence: Presence;
  /** The answers that are being written, so that readers can stop them. */
  readonly generations: Generations;
  /** Null where the sender of this update may ask now, which is counted. */
  admit(ctx: Context): Delay | null;
  /** The language in which our own words reach the sender of this update. */
  languageFor(ctx: Context): AnswerLanguage;
  /** Our words in that language. */
  wordsFor(ctx: Context): Messages;
  /** What the sender of this update may do with the documents; null for readers. */
  roleOf(ctx: Context): Role | null;
  /** The title of a document in a language; its id where the document is no longer served. */
  titleOf(document: string, language: AnswerLanguage): string;
}

/** Builds the desk of one bot. */
export function createDesk(parts: BotParts): Desk {
  const now = parts.now ?? Date.now;
  const { memory, library } = parts;
  const languageFor = (ctx: Context): AnswerLanguage =>
    wordsLanguage(memory.readers.language(readerOf(ctx)), ctx.from?.language_code);
  const limiter = createRateLimiter(parts.rateLimits, memory.usage, now);
  return {
    parts,
    now,
    presence: createPresence(parts.log, parts.asksModel),
    admit: (ctx) =>
      limiter.admit({ reader: readerOf(ctx), group: isPrivate(ctx) ? null : (ctx.chatId ?? null) }),
    generations: createGenerations(),
    languageFor,
    wordsFor: (ctx) => parts.messages[languageFor(ctx)],
    roleOf({ from, senderChat }) {
      if (from === undefined || senderChat !== undefined) return null;
      if (parts.adminIds.includes(from.id)) return 'owner';
      return memory.editors.has(from.id) ? 'editor' : null;
    },
    titleOf(document, language) {
      const listing = library.documents().find(({ id }) => id === document);
      return listing?.title[language] ?? document;
    },
  };
}
