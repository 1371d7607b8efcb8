import { describe, expect, it } from 'vitest';

import { outcome, refusal } from './refusal-rows.ts';
import type { Row } from './refusal-rows.ts';
import { createScene } from './scene.ts';

function button(fields: object): object {
  return { chat_id: 7, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', ...fields }]] } };
}

/** A button in place of the letters. */
function letters(fields: object): { reply_markup: object; chat_id: number; text: string } {
  return { chat_id: 7, text: 'x', reply_markup: { keyboard: [[fields]] } };
}

describe('buttons', () => {
  it.each<Row>([
    [
      'sendMessage',
      button({}),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'sendMessage',
      button({ callback_data: '' }),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    ['sendMessage', button({ callback_data: 'x'.repeat(65) }), 'BUTTON_DATA_INVALID'],
    ['sendMessage', button({ callback_data: 'ک'.repeat(33) }), 'BUTTON_DATA_INVALID'],
    ['sendMessage', button({ callback_data: 'x', url: 'https://a.org' }), 'BUTTON_TYPE_INVALID'],
    ['sendMessage', button({ text: '', callback_data: 'x' }), 'BUTTON_TEXT_INVALID'],
    [
      'sendMessage',
      button({ text: undefined, callback_data: 'x' }),
      'can\'t parse inline keyboard button: Can\'t find field "text"',
    ],
    ['sendMessage', button({ copy_text: { text: '' } }), 'BUTTON_COPY_TEXT_INVALID'],
    ['sendMessage', button({ copy_text: { text: 'x'.repeat(257) } }), 'BUTTON_COPY_TEXT_INVALID'],
    [
      'sendMessage',
      button({ url: 'http://localhost:1' }),
      "inline keyboard button URL 'http://localhost:1' is invalid: Wrong HTTP URL",
    ],
    [
      'sendMessage',
      button({ url: 'ftp://a.org' }),
      "inline keyboard button URL 'ftp://a.org' is invalid: Unsupported URL protocol",
    ],
    [
      'sendMessage',
      button({ web_app: { url: 'http://a.org' } }),
      "inline keyboard button Web App URL 'http://a.org' is invalid: Only HTTPS links are allowed",
    ],
    [
      'sendMessage',
      button({ callback_data: 'x', style: 'loud' }),
      "can't parse inline keyboard button: Unsupported style specified",
    ],
    ['sendMessage', button({ pay: true }), 'BUTTON_TYPE_INVALID'],
    [
      'sendMessage',
      { chat_id: 7, text: 'x', reply_markup: { inline_keyboard: null } },
      'field "inline_keyboard" must be of type Array',
    ],
    [
      'sendMessage',
      { chat_id: 7, text: 'x', reply_markup: { force_reply: 'yes' } },
      'field "force_reply" must be of type Boolean',
    ],
    ['sendMessage', letters({ text: '' }), 'keyboard button text must be non-empty'],
    [
      'sendMessage',
      letters({ text: 'x', request_users: {} }),
      'can\'t parse keyboard button: Can\'t find field "request_id"',
    ],
    [
      'sendMessage',
      letters({ text: 'x', request_users: { request_id: 1, max_quantity: 11 } }),
      'BUTTON_INVALID',
    ],
    [
      'sendMessage',
      ({ server }) => {
        server.userSends('x', { chat: -5 });
        return { ...letters({ text: 'x', request_users: { request_id: 1 } }), chat_id: -5 };
      },
      'BUTTON_TYPE_INVALID',
    ],
    [
      'sendMessage',
      {
        chat_id: 7,
        text: 'x',
        reply_markup: {
          inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'x', callback_data: 'x' }]),
        },
      },
      'reply markup is too long',
    ],
  ])('of %s %o: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });

  it.each([
    { callback_data: 'x'.repeat(64) },
    { url: 'https://a.org/x' },
    { url: 'tg://user?id=7' },
    { copy_text: { text: 'x'.repeat(256) } },
    { switch_inline_query: '' },
    { callback_data: 'x', style: 'danger' },
  ])('with %o are taken', async (fields) => {
    const { ask } = await createScene();
    expect(await ask('sendMessage', button(fields))).toMatchObject({ ok: true });
  });
});

describe('a keyboard in place of the letters', () => {
  it('lets a person share others until it is taken away', async () => {
    const { server, sent } = await createScene();
    const people = [{ user_id: 8, first_name: 'هاوڕێ' }];
    expect(() => server.userShares(people, 'x')).toThrow(/No button "x"/u);
    await sent(letters({ text: 'x', request_users: { request_id: 3 } }));
    expect(server.userShares(people, 'x')).toMatchObject({
      users_shared: { request_id: 3, users: people },
    });
    expect(() => server.userShares(people, 'y')).toThrow(/No button "y"/u);
    await sent({ text: 'x', reply_markup: { remove_keyboard: true } });
    expect(() => server.userShares(people, 'x')).toThrow(/No button "x"/u);
  });
});
