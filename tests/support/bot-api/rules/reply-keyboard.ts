import { flag, integer, list, record, string } from '../payload.ts';
import type { Payload } from '../payload.ts';
import { refuse } from '../refusal.ts';

/** A keyboard in place of the letters: what its buttons ask for, besides being sent as text. */
export interface ReplyKeyboard {
  /** The ids of the requests for people, by the words of their buttons. */
  readonly requests: ReadonlyMap<string, number>;
}

const MAX_SHARED = 10;
const UNSIGNED = 2 ** 31;

/** The keyboard that a message brings, null where it takes one away, undefined where it leaves all as it is. */
export function acceptedReplyKeyboard(
  given: unknown,
  isPrivate: boolean,
): ReplyKeyboard | null | undefined {
  const markup = record(given);
  if (flag(markup['remove_keyboard'])) return null;
  if (markup['keyboard'] === undefined) return undefined;
  const requests = new Map<string, number>();
  for (const button of list(markup['keyboard']).flatMap(list)) {
    const { text, request } = acceptedButton(button, isPrivate);
    if (request !== null) requests.set(text, request);
  }
  return { requests };
}

function acceptedButton(
  given: unknown,
  isPrivate: boolean,
): { readonly text: string; readonly request: number | null } {
  const button = record(given);
  const text = typeof given === 'string' ? given : string(button['text']);
  if (text.trim() === '') refuse('Bad Request: keyboard button text must be non-empty');
  if (button['request_users'] === undefined) return { text, request: null };
  if (!isPrivate) refuse('Bad Request: BUTTON_TYPE_INVALID');
  return { text, request: acceptedRequest(record(button['request_users'])) };
}

/** The words of these refusals are a guess: Telegram documents the bounds alone. */
function acceptedRequest(request: Payload): number {
  const id = integer(request['request_id']);
  if (id === null || Math.abs(id) >= UNSIGNED) {
    return refuse('Bad Request: can\'t parse keyboard button: Can\'t find field "request_id"');
  }
  const most = integer(request['max_quantity'] ?? 1) ?? 0;
  if (most < 1 || most > MAX_SHARED) refuse('Bad Request: BUTTON_INVALID');
  return id;
}
