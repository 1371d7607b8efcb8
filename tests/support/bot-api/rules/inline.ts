import type { InlineKeyboardMarkup } from 'grammy/types';

import { integer, list, record, string } from '../payload.ts';
import type { Payload } from '../payload.ts';
import { refuse } from '../refusal.ts';
import type { FindPerson } from './entities.ts';
import { acceptedKeyboard } from './keyboard.ts';
import { acceptedText } from './text.ts';
import type { Written } from './text.ts';

const MAX_RESULTS = 50;
const MAX_ID_IN_BYTES = 64;

/** What a result says once a person chooses it. */
export interface InlineContent extends Written {
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** Refuses results of an inline query that Telegram doesn't take. */
export function checkInlineResults(given: unknown, findPerson: FindPerson): void {
  if (!Array.isArray(given) && typeof given !== 'string') {
    refuse("Bad Request: can't parse inline query results JSON array");
  }
  const results = list(given).map(record);
  if (results.length > MAX_RESULTS) refuse('Bad Request: RESULTS_TOO_MUCH');
  const ids = new Set(results.map((result) => string(result['id'])));
  for (const result of results) acceptedResult(result, findPerson);
  if (ids.size < results.length) refuse('Bad Request: RESULT_ID_DUPLICATE');
}

/** The message of a result, if Telegram would take it; only articles are known here. */
export function acceptedResult(given: unknown, findPerson: FindPerson): InlineContent {
  const result = record(given);
  const id = string(result['id']);
  if (id === '') refuse('Bad Request: RESULT_ID_EMPTY');
  if (Buffer.byteLength(id) > MAX_ID_IN_BYTES) refuse('Bad Request: RESULT_ID_INVALID');
  if (result['type'] !== 'article') refuse('Bad Request: RESULT_TYPE_INVALID');
  if (string(result['title']).trim() === '') {
    refuse('Bad Request: can\'t parse InlineQueryResult: Can\'t find field "title"');
  }
  const content = record(result['input_message_content']);
  const written = acceptedText(
    {
      text: content['message_text'],
      entities: content['entities'],
      parse_mode: content['parse_mode'],
    },
    findPerson,
  );
  const keyboard = acceptedKeyboard(result['reply_markup']);
  return keyboard === undefined ? written : { ...written, reply_markup: keyboard };
}

/** Refuses what else Telegram doesn't take with the results. */
export function checkInlineOptions(given: {
  readonly cache_time?: unknown;
  readonly next_offset?: unknown;
  readonly button?: unknown;
}): void {
  if (given.cache_time !== undefined && (integer(given.cache_time) ?? -1) < 0) {
    refuse('Bad Request: invalid cache_time specified');
  }
  if (Buffer.byteLength(string(given.next_offset)) > MAX_ID_IN_BYTES) {
    refuse('Bad Request: NEXT_OFFSET_INVALID');
  }
  if (given.button !== undefined) checkButton(record(given.button));
}

function checkButton(button: Payload): void {
  const parameter = button['start_parameter'];
  if (
    string(button['text']) === '' ||
    (parameter === undefined) === (button['web_app'] === undefined)
  ) {
    refuse('Bad Request: SWITCH_PM_TEXT_EMPTY');
  }
  if (parameter !== undefined && !/^[\w-]{1,64}$/u.test(string(parameter))) {
    refuse('Bad Request: START_PARAM_INVALID');
  }
}
