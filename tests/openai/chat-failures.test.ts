import { describe, expect, it } from 'vitest';

import { refusal, says, startOpenAIServer } from '../support/openai-server.ts';
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

describe('a server that fails', () => {
  const words = { message: `The prompt ${REQUEST.user} with key sk-secret is bad`, code: 'x' };
  it.each([
    [400, 'refused', 1],
    [401, 'unauthorised', 1],
    [402, 'refused', 1],
    [403, 'unauthorised', 1],
    [404, 'refused', 1],
    [408, 'time-out', 3],
    [409, 'refused', 3],
    [422, 'refused', 1],
    [429, 'rate-limited', 3],
    [500, 'server-error', 3],
    [501, 'server-error', 1],
    [503, 'server-error', 3],
  ])(
    'with %i is %s, after %i tries, and none of its words are told',
    async (status, reason, tries) => {
      server.replyWith(refusal(status, words));
      const requests = await requestsDuring(server, async () => {
        const failure = await failureAt(server.url);
        expect(failure.reason).toBe(reason);
        expect(failure.message).toBe(`${new URL(server.url).host} answered ${status}.`);
        expect(failure.cause).toBeUndefined();
      });
      expect(requests).toHaveLength(tries);
    },
  );

  it('once is asked again', async () => {
    server.replyWith(refusal(503, words), 'cut', says(SAID));
    await expect(chatAt(server.url).complete(REQUEST)).resolves.toBe(SAID);
  });

  it('for want of money is not asked again', async () => {
    server.replyWith(refusal(429, { message: 'quota', code: 'insufficient_quota' }));
    const requests = await requestsDuring(server, () => failureAt(server.url));
    expect(requests).toHaveLength(1);
  });

  it('to be there is unreachable, and costs nothing', async () => {
    const gone = await startOpenAIServer();
    await gone.stop();
    const { account, settled } = openAccount();
    const failure = await failureAt(gone.url, { account });
    expect(failure.reason).toBe('unreachable');
    expect(failure.message).toContain('ECONNREFUSED');
    expect(settled).toMatchObject([{ outcome: 'unreachable', promptTokens: 0 }]);
  });
});

describe('the wait before another try', () => {
  const DATE = Date.UTC(2026, 10, 22, 12);
  it.each([
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '0.25' }, 250],
    [{ 'retry-after-ms': '40', 'retry-after': '3' }, 40],
    [{ 'retry-after': new Date(DATE + 7000).toUTCString() }, 7000],
    [{ 'retry-after': new Date(DATE - 7000).toUTCString() }, 0],
    [{ 'retry-after': 'soon' }, 500],
    [{}, 500],
  ])('is what the server states: %j', async (headers, wait) => {
    server.replyWith(refusal(429, { message: 'slow down' }, headers), says(SAID));
    const { timing, waits } = quickTiming(DATE);
    await chatAt(server.url, { timing }).complete(REQUEST);
    expect(waits).toEqual([wait]);
  });

  it('doubles where nothing is stated, less what chance takes off', async () => {
    server.replyWith(refusal(500, { message: 'x' }));
    const { timing, waits } = quickTiming();
    await failureAt(server.url, { timing });
    expect(waits).toEqual([500, 1000]);
    await failureAt(server.url, { timing: { ...timing, random: () => 1 } });
    expect(waits.slice(2)).toEqual([375, 750]);
  });

  it('is not begun where the call would be over by then', async () => {
    server.replyWith(refusal(429, { message: 'slow down' }, { 'retry-after': '20' }));
    const { timing, waits } = quickTiming();
    const failure = await failureAt(server.url, { timing });
    expect(failure.reason).toBe('rate-limited');
    expect(waits).toEqual([]);
  });
});
