import type { Context } from 'grammy';

import type { AnswerLanguage, LanguageChoice } from '../answering/answer.ts';
import { createBoundedMap } from '../bounded-map.ts';
import type { Messages } from '../messages.ts';
import { createConversations } from './conversations.ts';
import type { Conversations } from './conversations.ts';
import { wordsLanguage } from './language-choice.ts';
import type { BotParts } from './parts.ts';
import { createRateLimiter } from './rate-limit.ts';
import type { RateLimiter } from './rate-limit.ts';

const CHOICES_KEPT = 10_000;

/** What all features share: the parts, and what the bot remembers of its readers. */
export interface Desk {
  readonly parts: BotParts;
  readonly now: () => number;
  readonly conversations: Conversations;
  readonly limiter: RateLimiter;
  /** `auto` until the reader chooses. */
  languageChoice(reader: number): LanguageChoice;
  chooseLanguage(reader: number, choice: LanguageChoice): void;
  /** The document that the reader asks alone; null: all of them. */
  documentChoice(reader: number): string | null;
  chooseDocument(reader: number, document: string | null): void;
  /** The language in which our own words reach the sender of this update. */
  languageFor(ctx: Context): AnswerLanguage;
  /** Our words in that language. */
  wordsFor(ctx: Context): Messages;
  isAdmin(ctx: Context): boolean;
  /** The title of a document in a language; its id where the document is no longer served. */
  titleOf(document: string, language: AnswerLanguage): string;
}

/** Who asks: a person, or the chat in whose name an anonymous administrator writes. */
export function readerOf(ctx: Context): number {
  return ctx.senderChat?.id ?? ctx.from?.id ?? ctx.chat?.id ?? 0;
}

/** Builds the desk of one bot. */
export function createDesk(parts: BotParts): Desk {
  const now = parts.now ?? Date.now;
  const choices = createBoundedMap<number, LanguageChoice>(CHOICES_KEPT);
  const documents = createBoundedMap<number, string | null>(CHOICES_KEPT);
  const languageChoice = (reader: number): LanguageChoice => choices.get(reader) ?? 'auto';
  const languageFor = (ctx: Context): AnswerLanguage =>
    wordsLanguage(languageChoice(readerOf(ctx)), ctx.from?.language_code);
  return {
    parts,
    now,
    conversations: createConversations(now),
    limiter: createRateLimiter(parts.questionsPerMinute, now),
    languageChoice,
    chooseLanguage(reader, choice) {
      choices.set(reader, choice);
    },
    documentChoice: (reader) => documents.get(reader) ?? null,
    chooseDocument(reader, document) {
      documents.set(reader, document);
    },
    languageFor,
    wordsFor: (ctx) => parts.messages[languageFor(ctx)],
    isAdmin: (ctx) => ctx.from !== undefined && parts.adminIds.includes(ctx.from.id),
    titleOf(document, language) {
      const listing = parts.documents().find(({ id }) => id === document);
      return listing?.title[language] ?? document;
    },
  };
}
