import { describe, expect, it } from 'vitest';

import { ModelFailure } from '../../src/answering/chat-model.ts';
import { json, refusal, says } from '../support/openai-server.ts';
import type { Script } from '../support/openai-server.ts';
import {
  chatAt,
  failureAt,
  openAccount,
  quickTiming,
  REQUEST,
  requestsDuring,
  SAID,
  serverOfFile,
} from './fixtures.ts';

const server = await serverOfFile();

describe('a call that takes too long', () => {
  const short = { patienceInMs: 60, idleInMs: 30 };
  it.each<[string, Script]>([
    ['before the reply', 'hang'],
    ['before the first words', says(SAID, { pieces: 0, ending: 'hang' })],
    ['within a stream', says(SAID, { pieces: 3, ending: 'hang' })],
    ['within a body', json({ choices: [] }, 200, { bytes: 5, ending: 'hang' })],
    ['within an error', { status: 500, pieces: [Buffer.from('{')], ending: 'hang' }],
  ])('%s is given up', async (_, script) => {
    server.replyWith(script);
    const failure = await failureAt(server.url, short);
    expect(failure.reason).toBe('time-out');
    await connectionsClosed();
  });

  it('within a stream is given up after the silence it may have', async () => {
    server.replyWith(says(SAID, { pieces: 3, ending: 'hang' }));
    const patient = { patienceInMs: 60_000, idleInMs: 20 };
    const failure = await failureAt(server.url, patient);
    expect(failure.message).toContain('20 ms');
  });

  it('counts what it may have cost', async () => {
    const { account, settled } = openAccount();
    server.replyWith(says(SAID, { pieces: 3, ending: 'hang' }));
    await failureAt(server.url, { ...short, account });
    server.replyWith('hang');
    await failureAt(server.url, { ...short, account });
    expect(settled).toMatchObject([
      { outcome: 'time-out', promptTokens: 15, completionTokens: 6 },
      { outcome: 'time-out', promptTokens: 15, completionTokens: 0 },
    ]);
  });
});

describe('a signal', () => {
  it('that is aborted already lets nothing out', async () => {
    const requests = await requestsDuring(server, async () => {
      const call = chatAt(server.url).complete(REQUEST, { signal: AbortSignal.abort('enough') });
      await expect(call).rejects.toBe('enough');
    });
    expect(requests).toEqual([]);
  });

  it('ends a call that waits for the reply', async () => {
    const ending = new AbortController();
    server.replyWith(() => {
      ending.abort(new Error('enough'));
      return 'hang';
    });
    const { account, settled } = openAccount();
    const call = chatAt(server.url, { account }).complete(REQUEST, { signal: ending.signal });
    await expect(call).rejects.toThrow('enough');
    expect(settled).toMatchObject([{ outcome: 'aborted' }]);
    await connectionsClosed();
  });

  it('ends a stream', async () => {
    const ending = new AbortController();
    server.replyWith(says(SAID));
    const call = chatAt(server.url).complete(REQUEST, {
      signal: ending.signal,
      onText: () => ending.abort(new Error('enough')),
    });
    await expect(call).rejects.toThrow('enough');
  });

  it('ends a wait before another try', async () => {
    const ending = new AbortController();
    server.replyWith(refusal(429, { message: 'slow down' }, { 'retry-after': '5' }));
    const timing = {
      ...quickTiming().timing,
      pause: () => Promise.resolve(ending.abort(new Error('enough'))),
    };
    const requests = await requestsDuring(server, async () => {
      const call = chatAt(server.url, { timing }).complete(REQUEST, { signal: ending.signal });
      await expect(call).rejects.toThrow('enough');
    });
    expect(requests).toHaveLength(1);
  });

  it('for want of time while it waits tells what went wrong before', async () => {
    const patience = new AbortController();
    server.replyWith(refusal(503, { message: 'down' }, { 'retry-after': '5' }));
    const pause = (): Promise<void> =>
      Promise.resolve(patience.abort(new ModelFailure('time-out', 'enough')));
    const timing = { ...quickTiming().timing, pause };
    const { account, settled } = openAccount();
    const call = chatAt(server.url, { timing, account }).complete(REQUEST, {
      signal: patience.signal,
    });
    await expect(call).rejects.toMatchObject({ reason: 'server-error' });
    expect(settled).toMatchObject([{ outcome: 'server-error' }]);
  });
});

/** Waits until the server has no request under way: nothing of a call that ended goes on. */
async function connectionsClosed(): Promise<void> {
  await expect.poll(() => server.open, { interval: 5 }).toBe(0);
}
