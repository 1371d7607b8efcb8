import type { MessageEntity, User } from 'grammy/types';

import { integer, list, record, string } from '../payload.ts';
import type { Payload } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { wrongUrl } from './urls.ts';

type PlainType = MessageEntity.CommonMessageEntity['type'];

/** Finds a person of whom the bot knows. */
export type FindPerson = (id: number) => User | undefined;

interface Range {
  readonly offset: number;
  readonly length: number;
}

const PLAIN_TYPES = [
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
] as const satisfies readonly PlainType[];

const MAX_ENTITIES = 100;
const MAX_OFFSET = 1_000_000;

/**
 * The entities of a text, if Telegram would take them. As at Telegram, those beyond the hundredth are passed over and
 * so are those without length. Nested blockquotes, of which Telegram silently keeps one, are refused: whoever sends
 * them has a fault.
 */
export function checkedEntities(
  given: unknown,
  text: string,
  findPerson: FindPerson,
): MessageEntity[] {
  const entities = list(given)
    .slice(0, MAX_ENTITIES)
    .map((one) => checkedEntity(record(one), text, findPerson))
    .filter(({ length }) => length > 0);
  checkNesting(entities);
  return entities;
}

function checkedEntity(given: Payload, text: string, findPerson: FindPerson): MessageEntity {
  const range = {
    offset: number(given, 'offset'),
    length: number(given, 'length'),
  };
  const entity = typedEntity(given, range, findPerson);
  checkRange(range, text);
  return entity;
}

/** The kinds that say more than where they are. */
const RICHER: Readonly<
  Record<string, (given: Payload, range: Range, findPerson: FindPerson) => MessageEntity>
> = {
  pre(given, range) {
    const language = string(given['language']);
    return { type: 'pre', ...range, ...(language === '' ? {} : { language }) };
  },
  text_link(given, range) {
    const url = field(given, 'url');
    const wrong = wrongUrl(url);
    return wrong === null
      ? { type: 'text_link', ...range, url }
      : refuse(`Bad Request: entity URL '${url}' is invalid: ${wrong}`);
  },
  text_mention(given, range, findPerson) {
    const user = findPerson(integer(record(field(given, 'user'))['id']) ?? 0);
    return user === undefined
      ? refuse('Bad Request: user not found')
      : { type: 'text_mention', ...range, user };
  },
  custom_emoji: (given, range) => ({
    type: 'custom_emoji',
    ...range,
    custom_emoji_id: field(given, 'custom_emoji_id'),
  }),
  date_time(given, range) {
    const format = string(given['date_time_format']);
    return isDateFormat(format)
      ? {
          type: 'date_time',
          ...range,
          unix_time: number(given, 'unix_time'),
          date_time_format: format,
        }
      : refuse("Bad Request: can't parse MessageEntity: Invalid date-time format specified");
  },
};

function typedEntity(given: Payload, range: Range, findPerson: FindPerson): MessageEntity {
  const type = string(given['type']);
  const plain = PLAIN_TYPES.find((known) => known === type);
  if (plain !== undefined) return { type: plain, ...range };
  const build = Object.hasOwn(RICHER, type) ? RICHER[type] : undefined;
  return build === undefined
    ? refuse("Bad Request: can't parse MessageEntity: Unsupported type specified")
    : build(given, range, findPerson);
}

type DateFormat = MessageEntity.DateTimeMessageEntity['date_time_format'];

function isDateFormat(value: string): value is DateFormat {
  return /^(?:r|w?[dD]?[tT]?)$/u.test(value);
}

function number(given: Payload, name: string): number {
  return (
    integer(given[name]) ??
    refuse(`Bad Request: can't parse MessageEntity: Field "${name}" must be of type Number`)
  );
}

function field(given: Payload, name: string): string {
  const value = given[name];
  if (value === undefined) {
    refuse(`Bad Request: can't parse MessageEntity: Can't find field "${name}"`);
  }
  return typeof value === 'object' ? JSON.stringify(value) : string(value);
}

function checkRange({ offset, length }: Range, text: string): void {
  if (offset < 0 || offset > MAX_OFFSET) {
    refuse(`Bad Request: receive an entity with incorrect offset ${offset}`);
  }
  if (length < 0 || length > MAX_OFFSET) {
    refuse(`Bad Request: receive an entity with incorrect length ${length}`);
  }
  const end = offset + length;
  if (offset > text.length) {
    refuse(`Bad Request: entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (end > text.length) {
    refuse(
      `Bad Request: entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (splitsSymbol(text, offset)) {
    refuse(
      `Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, offset)}`,
    );
  }
  if (splitsSymbol(text, end)) {
    refuse(
      `Bad Request: entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, end)}`,
    );
  }
}

function splitsSymbol(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}

/** Telegram names the end of the symbol that is split, in bytes of UTF-8. */
function bytesBefore(text: string, at: number): number {
  return Buffer.byteLength(text.slice(0, at + 1));
}

function checkNesting(entities: readonly MessageEntity[]): void {
  const quotes = entities
    .filter(({ type }) => type === 'blockquote' || type === 'expandable_blockquote')
    .toSorted((one, other) => one.offset - other.offset);
  let end = 0;
  for (const { offset, length } of quotes) {
    if (offset < end) refuse("Bad Request: can't parse entities: blockquotes can't be nested");
    end = offset + length;
  }
}
