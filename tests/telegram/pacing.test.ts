import type { Transformer } from 'grammy';
import { describe, expect, it } from 'vitest';

import { pacing } from '../../src/telegram/pacing.ts';

/** A clock that moves when it is told to, and ends the waits that are over then. */
function testClock(): Parameters<typeof pacing>[0] & { advance: (time: number) => Promise<void> } {
  let time = 0;
  const waits: { until: number; end: () => void }[] = [];
  return {
    now: () => time,
    wait: async (durationInMs) =>
      new Promise((end) => {
        waits.push({ until: time + durationInMs, end: () => end() });
      }),
    async advance(to) {
      for (; time <= to; time += 1) {
        for (const { until, end } of waits) if (until === time) end();
        for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
      }
    },
  };
}

/** Makes calls through the pacing, and says when each reached Telegram, in milliseconds. */
function calls(): {
  send: (method: 'sendMessage' | 'sendChatAction' | 'editMessageText', chat: number) => void;
  at: number[];
  advance: (time: number) => Promise<void>;
} {
  const clock = testClock();
  const pace = pacing(clock);
  const at: number[] = [];
  const previous: Parameters<Transformer>[0] = async () => {
    at.push(clock.now());
    return { ok: false, error_code: 400, description: '' };
  };
  return {
    send: (method, chat) => void pace(previous, method, { chat_id: chat, text: '' }, undefined),
    at,
    advance: clock.advance,
  };
}

describe('pacing', () => {
  it('lets one message a second through to a chat, edits among them, and others beside it', async () => {
    const { send, at, advance } = calls();
    send('sendMessage', 1);
    send('editMessageText', 1);
    send('sendMessage', 1);
    send('sendMessage', 2);
    await advance(3500);
    expect(at).toEqual([0, 0, 1000, 2000]);
  });

  it('lets thirty a second through in all', async () => {
    const { send, at, advance } = calls();
    for (let chat = 1; chat <= 70; chat += 1) send('sendMessage', chat);
    await advance(3500);
    const within = (from: number, to: number): number =>
      at.filter((time) => time >= from && time < to).length;
    expect([within(0, 1000), within(1000, 2000), within(2000, 3000)]).toEqual([30, 30, 10]);
  });

  it('lets twenty a minute through to a group', async () => {
    const { send, at, advance } = calls();
    for (let count = 0; count < 21; count += 1) send('sendMessage', -5);
    await advance(59_999);
    expect(at).toHaveLength(20);
    await advance(60_000);
    expect(at).toHaveLength(21);
  });

  it('never holds back a sign of life', async () => {
    const { send, at, advance } = calls();
    for (let count = 0; count < 5; count += 1) send('sendChatAction', 1);
    await advance(0);
    expect(at).toEqual([0, 0, 0, 0, 0]);
  });
});
