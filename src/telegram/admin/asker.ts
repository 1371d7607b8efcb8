import type { Context } from 'grammy';

import type { AnswerLanguage } from '../../answering/answer.ts';
import type { Messages } from '../../messages.ts';
import type { Desk } from '../desk.ts';
import { adminChatOf } from './admin-chat.ts';
import type { AdminChat } from './admin-chat.ts';

/** An admin who wants something done, and how to tell them what came of it. */
export interface Asker {
  /** A Telegram user. */
  readonly id: number;
  /** What others are told who it is. */
  readonly name: string;
  readonly chat: AdminChat;
  readonly language: AnswerLanguage;
  readonly words: Messages;
  readonly username: string;
}

/** Who sent an update; only to be asked of admins, who are users. */
export function askerOf(desk: Desk, ctx: Context): Asker {
  return {
    id: ctx.from?.id ?? 0,
    name: ctx.from?.first_name ?? '',
    chat: adminChatOf(ctx),
    language: desk.languageFor(ctx),
    words: desk.wordsFor(ctx),
    username: ctx.me.username,
  };
}

/** Puts down what an admin did, for the owners to read. */
export function record(desk: Desk, { id: by }: Asker, action: string, detail: string): void {
  desk.parts.memory.audit.record({ by, about: null, action, detail, at: desk.now() });
}
