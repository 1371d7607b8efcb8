import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';

import { flag, list, record, string } from '../payload.ts';
import type { Payload } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { wrongUrl } from './urls.ts';

const MAX_DATA_IN_BYTES = 64;
const MAX_COPIED = 256;
const MAX_BUTTONS = 100;

type Label = InlineKeyboardButton.AbstractInlineKeyboardButton;

/** What a button may do, each with the rules for it. */
const ACTIONS: Readonly<Record<string, (given: unknown, label: Label) => InlineKeyboardButton>> = {
  callback_data(given, label) {
    const data = string(given);
    if (Buffer.byteLength(data) > MAX_DATA_IN_BYTES) refuse('Bad Request: BUTTON_DATA_INVALID');
    return { ...label, callback_data: data };
  },
  url(given, label) {
    const url = string(given);
    const wrong = wrongUrl(url);
    if (wrong !== null) {
      refuse(`Bad Request: inline keyboard button URL '${url}' is invalid: ${wrong}`);
    }
    return { ...label, url };
  },
  copy_text(given, label) {
    const text = string(record(given)['text']);
    if (text === '' || text.length > MAX_COPIED) refuse('Bad Request: BUTTON_COPY_TEXT_INVALID');
    return { ...label, copy_text: { text } };
  },
  web_app(given, label) {
    const url = string(record(given)['url']);
    if (!url.startsWith('https://')) {
      refuse(
        `Bad Request: inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`,
      );
    }
    return { ...label, web_app: { url } };
  },
  switch_inline_query: (given, label) => ({ ...label, switch_inline_query: string(given) }),
  switch_inline_query_current_chat: (given, label) => ({
    ...label,
    switch_inline_query_current_chat: string(given),
  }),
  switch_inline_query_chosen_chat: (given, label) => ({
    ...label,
    switch_inline_query_chosen_chat: record(given),
  }),
  disabled: (_given, label) => ({ ...label, disabled: {} }),
  // Ours is no shop and no game, and has no site to log in to.
  login_url: () => refuse('Bad Request: BOT_DOMAIN_INVALID'),
  pay: () => refuse('Bad Request: BUTTON_TYPE_INVALID'),
  callback_game: () => refuse('Bad Request: BUTTON_TYPE_INVALID'),
};

/**
 * The inline keyboard of a message, if Telegram would take it; undefined where it has none or one of the other kind,
 * which is no part of the message. A button of two actions, of which Telegram takes the first, is refused.
 */
export function acceptedKeyboard(given: unknown): InlineKeyboardMarkup | undefined {
  const markup = record(given);
  const rows = markup['inline_keyboard'];
  if (rows === undefined) {
    checkOtherMarkup(markup);
    return undefined;
  }
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) {
    return refuse('Bad Request: field "inline_keyboard" must be of type Array');
  }
  const keyboard = rows
    .map((row: unknown) => list(row).map((button) => acceptedButton(record(button))))
    .filter((row) => row.length > 0);
  if (keyboard.flat().length > MAX_BUTTONS) refuse('Bad Request: reply markup is too long');
  return keyboard.length === 0 ? undefined : { inline_keyboard: keyboard };
}

function acceptedButton(given: Payload): InlineKeyboardButton {
  if (given['text'] === undefined) {
    refuse('Bad Request: can\'t parse inline keyboard button: Can\'t find field "text"');
  }
  const text = string(given['text']);
  if (text.trim() === '') refuse('Bad Request: BUTTON_TEXT_INVALID');
  const [action, ...more] = Object.keys(given).filter((name) => isAction(name, given[name]));
  if (action === undefined) {
    return refuse(
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  if (more.length > 0) refuse('Bad Request: BUTTON_TYPE_INVALID');
  const build = ACTIONS[action] ?? refuse('Bad Request: BUTTON_TYPE_INVALID');
  return build(given[action], { text, ...styleOf(given) });
}

/** Empty data is as good as none. */
function isAction(name: string, value: unknown): boolean {
  return Object.hasOwn(ACTIONS, name) && !(name === 'callback_data' && value === '');
}

function styleOf(given: Payload): Pick<Label, 'style'> {
  const style = given['style'];
  if (style === undefined) return {};
  return style === 'danger' || style === 'success' || style === 'primary'
    ? { style }
    : refuse("Bad Request: can't parse inline keyboard button: Unsupported style specified");
}

/** Keyboards in place of the letters, their removal, and forced replies. */
function checkOtherMarkup(markup: Payload): void {
  const booleans = ['force_reply', 'remove_keyboard', 'selective', 'one_time_keyboard'];
  for (const name of booleans) {
    const value = markup[name];
    if (value !== undefined && typeof value !== 'boolean' && !flag(value)) {
      refuse(`Bad Request: field "${name}" must be of type Boolean`);
    }
  }
  if (markup['keyboard'] !== undefined && !Array.isArray(markup['keyboard'])) {
    refuse('Bad Request: field "keyboard" must be of type Array');
  }
}
