import { describe, expect, it } from 'vitest';

import { createFaultPlan, FAULTS } from './faults.ts';
import { createScene } from './scene.ts';

const MESSAGE = { chat_id: 7, text: 'بەڵێ' };

describe('a planned fault', () => {
  it('refuses one call of its method, with the time to wait', async () => {
    const { server, ask } = await createScene();
    server.failNext('sendMessage', FAULTS.tooManyRequests(3), FAULTS.serverError);
    expect((await ask('getMe')).ok).toBe(true);
    expect(await ask('sendMessage', MESSAGE)).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    });
    expect(await ask('sendMessage', MESSAGE)).toMatchObject({ error_code: 500 });
    expect((await ask('sendMessage', MESSAGE)).ok).toBe(true);
    expect(server.messagesIn(7)).toHaveLength(2);
  });

  it.each([
    ['cut', 0, /fetch failed/u],
    ['html', 0, /JSON/u],
    ['not-json', 0, /JSON/u],
    ['cut-after', 1, /fetch failed/u],
  ] as const)('%s leaves no readable reply and %i message', async (fault, messages, words) => {
    const { server, ask } = await createScene();
    server.failNext('sendMessage', fault);
    await expect(ask('sendMessage', MESSAGE)).rejects.toThrow(words);
    expect(await server.nextCall('sendMessage')).toMatchObject({ error: 0, payload: MESSAGE });
    expect(server.messagesIn(7)).toHaveLength(1 + messages);
  });

  it('hang never answers', async () => {
    const { server } = await createScene();
    server.failNext('getMe', 'hang');
    const signal = AbortSignal.timeout(100);
    const request = fetch(`${server.root}/bot${server.token}/getMe`, { signal });
    await expect(request).rejects.toThrow(/timeout/u);
  });

  it('slow answers late', async () => {
    const { server, ask } = await createScene();
    server.failNext('sendMessage', { slow: 50 });
    const begun = performance.now();
    expect((await ask('sendMessage', MESSAGE)).ok).toBe(true);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(45);
  });
});

describe('faults by chance', () => {
  const CHANCES = { seed: 7, tooMany: 0.2, retryAfter: 2, badGateway: 0.1, cut: 0.1, slow: 0.1 };

  function drawn(method: string, chances: object): string[] {
    const plan = createFaultPlan();
    plan.failRandomly({ ...CHANCES, ...chances });
    return Array.from({ length: 2000 }, () => JSON.stringify(plan.next(method) ?? 'none'));
  }

  it('come as often as is said, and again in the same order from the same seed', () => {
    const faults = drawn('sendMessage', {});
    const share = (fault: object | string): number =>
      faults.filter((one) => one === JSON.stringify(fault)).length / faults.length;
    expect(share(FAULTS.tooManyRequests(2))).toBeCloseTo(0.2, 1);
    expect(share('html')).toBeCloseTo(0.1, 1);
    expect(share('cut')).toBeCloseTo(0.1, 1);
    expect(share({ slow: 1000 })).toBeCloseTo(0.1, 1);
    expect(share('none')).toBeCloseTo(0.5, 1);
    expect(drawn('sendMessage', {})).toEqual(faults);
    expect(drawn('sendMessage', { seed: 8 })).not.toEqual(faults);
  });

  it('leave getUpdates alone unless it is asked for', () => {
    expect(new Set(drawn('getUpdates', {}))).toEqual(new Set(['"none"']));
    expect(new Set(drawn('getUpdates', { polls: true })).size).toBe(5);
  });

  it('come after those that were planned, and end when told', () => {
    const plan = createFaultPlan();
    plan.failRandomly({ seed: 1, cut: 1 });
    plan.failNext('getMe', 'html');
    expect([plan.next('getMe'), plan.next('getMe')]).toEqual(['html', 'cut']);
    plan.failRandomly(null);
    expect(plan.next('getMe')).toBeUndefined();
  });
});
