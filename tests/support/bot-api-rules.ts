import type { MessageEntity } from 'grammy/types';

/** What a bot sent with a call, not yet trusted. */
export type Payload = Readonly<Record<string, unknown>>;

/** A refusal in Telegram's words. */
export class Refusal extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;
  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Refuses a call. */
export function refuse(description: string, code = 400): never {
  throw new Refusal(code, description);
}

const ENTITY_TYPES = new Set(
  'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji'.split(
    ' ',
  ),
);

/** The text of a message, if Telegram would take it with its entities. */
export function acceptedText(payload: Payload): string {
  const text = string(payload['text']);
  if (text.trim() === '') refuse('Bad Request: message text is empty');
  if (text.length > 4096) refuse('Bad Request: message is too long');
  for (const entity of list(payload['entities'])) {
    checkEntity(entity, text);
  }
  return text;
}

function checkEntity(entity: Payload, text: string): void {
  const [start, length] = [Number(entity['offset']), Number(entity['length'])];
  if (!ENTITY_TYPES.has(string(entity['type']))) {
    refuse("Bad Request: can't parse entities: unsupported type");
  }
  if (!(start >= 0)) refuse(`Bad Request: receive an entity with incorrect offset ${start}`);
  if (!(length > 0 && start + length <= text.length)) {
    refuse(`Bad Request: receive an entity with incorrect length ${length}`);
  }
  if ([start, start + length].some((at) => /[\uDC00-\uDFFF]/u.test(text.charAt(at)))) {
    refuse('Bad Request: entity begins in a middle of a UTF-16 symbol');
  }
}

/** Refuses buttons without text, without data, or with more than 64 bytes of it. */
export function checkKeyboard(markup: unknown): void {
  const rows = record(markup)['inline_keyboard'];
  for (const button of (Array.isArray(rows) ? rows : []).flatMap(list)) {
    const data = string(button['callback_data']);
    if (data === '' || Buffer.byteLength(data) > 64) refuse('Bad Request: BUTTON_DATA_INVALID');
    if (string(button['text']) === '') refuse('Bad Request: BUTTON_TEXT_INVALID');
  }
}

/** Refuses commands, descriptions and languages that Telegram doesn't take; it knows `ku`, not `ckb`. */
export function checkCommands(payload: Payload): void {
  for (const { command, description } of list(payload['commands'])) {
    if (!/^[a-z0-9_]{1,32}$/u.test(string(command))) refuse('Bad Request: BOT_COMMAND_INVALID');
    const { length } = string(description);
    if (length < 1 || length > 256) refuse('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
  }
  if (!/^(?:[a-z]{2})?$/u.test(string(payload['language_code']))) {
    refuse('Bad Request: invalid language code specified');
  }
}

/** The entities that Telegram finds by itself in what people write. */
export function foundEntities(text: string): MessageEntity[] {
  return [...text.matchAll(/(?<![\w/])(?:\/\w{1,32}(?:@\w+)?|@\w{4,})/gu)].map(
    ({ 0: found, index }) => ({
      type: found.startsWith('/') ? 'bot_command' : 'mention',
      offset: index,
      length: found.length,
    }),
  );
}

/** The fields of an object; none of anything else. */
export function record(value: unknown): Payload {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The string, or an empty one for anything else. */
export function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly Payload[] {
  return Array.isArray(value) ? value.map(record) : [];
}
