import { describe, expect, it } from 'vitest';

import { outcome, refusal } from './refusal-rows.ts';
import type { Row } from './refusal-rows.ts';
import { createScene } from './scene.ts';

describe('requests', () => {
  it.each<Row>([
    ['sendMoney', {}, 'Not Found: method not found'],
    ['toString', {}, 'Not Found: method not found'],
  ])('%s %o: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });

  it('with a wrong token, or to another place, are refused', async () => {
    const { server } = await createScene();
    const wrong = await fetch(`${server.root}/bot1:x/getMe`);
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ]);
    const elsewhere = await fetch(`${server.root}/robots.txt`);
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([
      404,
      { description: 'Not Found' },
    ]);
  });

  it('of more than 51 MB are refused', async () => {
    const { server } = await createScene();
    const response = await fetch(`${server.root}/bot${server.token}/sendDocument`, {
      method: 'POST',
      body: Buffer.alloc(52 * 1024 * 1024),
    });
    expect([response.status, await response.json()]).toMatchObject([
      413,
      { description: 'Request Entity Too Large' },
    ]);
  });

  it('may come as a query, as a form and with JSON inside a form, whatever the case of the method', async () => {
    const { server } = await createScene();
    const address = `${server.root}/bot${server.token}`;
    const markup = JSON.stringify({ inline_keyboard: [[{ text: 'x', callback_data: 'y' }]] });
    await fetch(`${address}/SENDMESSAGE?chat_id=7&text=a`);
    const form = { chat_id: '7', text: 'b', reply_markup: markup };
    await fetch(`${address}/sendMessage`, { method: 'POST', body: new URLSearchParams(form) });
    const parts = new FormData();
    for (const [name, value] of Object.entries(form)) parts.set(name, value);
    parts.set('text', 'ج');
    await fetch(`${address}/sendMessage`, { method: 'POST', body: parts });
    expect(server.messagesIn(7).map(({ text }) => text)).toEqual(['سڵاو 🙂 دنیا', 'a', 'b', 'ج']);
    expect(server.messagesIn(7).at(-1)).toHaveProperty('reply_markup');
  });
});
