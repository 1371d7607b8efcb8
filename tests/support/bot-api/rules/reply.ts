import type { Message, MessageEntity, TextQuote } from 'grammy/types';

import type { Room } from '../chats.ts';
import { flag, integer, record, string } from '../payload.ts';
import type { Payload } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { checkedEntities } from './entities.ts';
import type { FindPerson } from './entities.ts';

/** The part of a call that says what is replied to. */
export interface GivenReply {
  readonly reply_parameters?: unknown;
  readonly reply_to_message_id?: unknown;
  readonly allow_sending_without_reply?: unknown;
}

/** What a message that replies to another says of it. */
export type Reply = Pick<Message, 'reply_to_message' | 'quote'>;

const MAX_QUOTE = 1024;
/** What must be marked in a quote as it is marked in the message. */
const KEPT_IN_QUOTES: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'custom_emoji',
  'date_time',
]);

/** What is replied to, if Telegram would let it be; empty where nothing is, or where it is gone and that is allowed. */
export function acceptedReply(given: GivenReply, room: Room, findPerson: FindPerson): Reply {
  const parameters = replyParameters(given);
  if (parameters === null) return {};
  const otherChat = parameters['chat_id'];
  if (otherChat !== undefined && integer(otherChat) !== room.chat.id) {
    // Nothing here needs them so far.
    refuse('Bad Request: replies to other chats are not known to this server');
  }
  const id = integer(parameters['message_id']);
  if (id === null) return refuse('Bad Request: can\'t find field "message_id"');
  const target = room.messages.get(id);
  if (target === undefined) {
    return flag(parameters['allow_sending_without_reply'])
      ? {}
      : refuse('Bad Request: message to be replied not found');
  }
  const quote = acceptedQuote(parameters, target, findPerson);
  return {
    reply_to_message: withoutReply(target),
    ...(quote === null ? {} : { quote }),
  };
}

type Replied = NonNullable<Message['reply_to_message']>;

/** A message as a reply to it shows it: without what it replies to itself. */
export function withoutReply(message: Message): Replied {
  const { reply_to_message: _deeper, ...bare } = message;
  if (!isReplied(bare)) throw new Error('A message without a reply has one.');
  return bare;
}

function isReplied(message: Message): message is Replied {
  return message.reply_to_message === undefined;
}

function replyParameters(given: GivenReply): Payload | null {
  if (given.reply_parameters !== undefined) return record(given.reply_parameters);
  return given.reply_to_message_id === undefined
    ? null
    : {
        message_id: given.reply_to_message_id,
        allow_sending_without_reply: given.allow_sending_without_reply,
      };
}

function acceptedQuote(
  parameters: Payload,
  target: Message,
  findPerson: FindPerson,
): TextQuote | null {
  const text = string(parameters['quote']);
  if (text === '') return null;
  if (string(parameters['quote_parse_mode']) !== '') refuse('Bad Request: unsupported parse_mode');
  const whole = target.text ?? target.caption ?? '';
  const marked = checkedEntities(parameters['quote_entities'], text, findPerson);
  const wanted = marks(marked, 0, text.length);
  const hint = integer(parameters['quote_position']) ?? 0;
  const [position] = occurrences(whole, text)
    .filter((at) => {
      const entities = target.entities ?? target.caption_entities ?? [];
      return marks(entities, at, at + text.length) === wanted;
    })
    .toSorted((one, other) => Math.abs(one - hint) - Math.abs(other - hint));
  if (position === undefined || text.length > MAX_QUOTE) {
    return refuse('Bad Request: QUOTE_TEXT_INVALID');
  }
  return {
    text,
    position,
    is_manual: true,
    ...(marked.length === 0 ? {} : { entities: marked }),
  };
}

function occurrences(whole: string, part: string): number[] {
  const found: number[] = [];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** How a range is marked, in words that can be compared. */
function marks(entities: readonly MessageEntity[], start: number, end: number): string {
  return entities
    .filter(({ type }) => KEPT_IN_QUOTES.has(type))
    .map(({ type, offset, length }) => {
      const from = Math.max(offset, start);
      return { type, from: from - start, length: Math.min(offset + length, end) - from };
    })
    .filter(({ length }) => length > 0)
    .map(({ type, from, length }) => `${type} ${from} ${length}`)
    .toSorted()
    .join(', ');
}
