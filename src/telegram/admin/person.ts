import { GrammyError, HttpError } from 'grammy';
import type { CommandContext, Context } from 'grammy';
import type { Message, SharedUser, User } from 'grammy/types';

import { latinDigits } from '../latin-digits.ts';
import { isPrivate } from '../place.ts';

/** In characters; Telegram takes 128, of which no line has need. */
const LONGEST_NAME = 40;

/** A Telegram user whose role is spoken of. */
export interface Person {
  readonly id: number;
  /** As Telegram shows it; null where we aren't told. It is never kept. */
  readonly name: string | null;
  readonly isBot: boolean;
  /** The language of their app; null where we aren't told. */
  readonly languageCode: string | null;
}

/** Why nobody is named: a username, which bots can't resolve; somebody who hides behind what they wrote; a chat; or no sense at all. */
export type NamingProblem = 'username' | 'hidden' | 'chat' | 'unknown';

/**
 * Whom a command names: by a mention, by a number behind it, or by what it replies to: in a group its writer, with the bot alone the
 * writer of what was forwarded. Null: nobody.
 */
export function personNamed(
  ctx: CommandContext<Context>,
): Person | { readonly problem: NamingProblem } | null {
  const mention = ctx.msg.entities?.find((entity) => entity.type === 'text_mention');
  if (mention?.type === 'text_mention') return personOf(mention.user);
  const named = latinDigits(ctx.match.trim());
  if (named !== '') return personNumbered(named);
  const { reply_to_message: replied } = ctx.msg;
  // In a forum, what isn't a reply replies to the beginning of its topic.
  if (replied === undefined || replied.forum_topic_created !== undefined) return null;
  return isPrivate(ctx) ? writerOfForwarded(replied) : writerOf(replied);
}

/** Somebody whom the buttons of Telegram's own list chose. */
export function personShared({
  user_id: id,
  first_name: first,
  last_name: last,
}: SharedUser): Person {
  return { id, name: nameOf(first, last), isBot: false, languageCode: null };
}

/** Somebody of whom only the number is known, by the name that Telegram gives; null for that where the bot never met them. */
export async function personOfId(api: Context['api'], id: number): Promise<Person> {
  const person = { id, isBot: false, languageCode: null };
  try {
    const chat = await api.getChat(id);
    return { ...person, name: nameOf(chat.first_name, chat.last_name) };
  } catch (error) {
    if (!isRefused(error)) throw error;
    return { ...person, name: null };
  }
}

/** Whether it is Telegram that didn't do what was asked, or couldn't be reached. */
export function isRefused(error: unknown): boolean {
  return error instanceof GrammyError || error instanceof HttpError;
}

/** A name with the number behind it: two people may have one name. */
export function whoIs({ id, name }: Pick<Person, 'id' | 'name'>): string {
  return name === null ? String(id) : `${name} (${id})`;
}

function personNumbered(named: string): Person | { problem: NamingProblem } {
  if (!/^[1-9]\d{0,15}$/u.test(named) || !Number.isSafeInteger(Number(named))) {
    return { problem: /^(?:@|https?:|t\.me)/u.test(named) ? 'username' : 'unknown' };
  }
  return { id: Number(named), name: null, isBot: false, languageCode: null };
}

function writerOf({ from, sender_chat: chat }: Message): Person | { problem: NamingProblem } {
  return from === undefined || chat !== undefined ? { problem: 'chat' } : personOf(from);
}

function writerOfForwarded({
  forward_origin: origin,
}: Message): Person | { problem: NamingProblem } | null {
  if (origin === undefined) return null;
  if (origin.type === 'user') return personOf(origin.sender_user);
  return { problem: origin.type === 'hidden_user' ? 'hidden' : 'chat' };
}

function personOf({
  id,
  is_bot: isBot,
  first_name: first,
  last_name: last,
  language_code: languageCode,
}: User): Person {
  return { id, name: nameOf(first, last), isBot, languageCode: languageCode ?? null };
}

function nameOf(first = '', last = ''): string | null {
  const name = Array.from(`${first} ${last}`.trim()).slice(0, LONGEST_NAME).join('');
  return name === '' ? null : name;
}
