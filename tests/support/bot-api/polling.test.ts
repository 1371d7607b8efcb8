import { describe, expect, it } from 'vitest';

import { list, record } from './payload.ts';
import { createScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** The texts of the messages that a poll brings. */
async function polled({ ask }: Scene, given: object = {}): Promise<unknown[]> {
  const response = await ask('getUpdates', given);
  if (!response.ok) throw new Error(response.description);
  return list(response.result).map(
    (update) => record(record(update)['message'])['text'] ?? Object.keys(record(update))[1],
  );
}

async function lastUpdate({ ask }: Scene): Promise<number> {
  const response = await ask('getUpdates', { offset: -1 });
  return response.ok ? Number(record(list(response.result)[0])['update_id']) : 0;
}

describe('a poll', () => {
  it('brings what is queued, as often as it is asked, until the offset confirms it', async () => {
    const scene = await createScene();
    scene.server.userSends('یەک');
    scene.server.userSends('دوو');
    expect(await polled(scene)).toEqual(['سڵاو 🙂 دنیا', 'یەک', 'دوو']);
    expect(await polled(scene, { limit: 1 })).toEqual(['سڵاو 🙂 دنیا']);
    expect(await polled(scene, { offset: -2 })).toEqual(['یەک', 'دوو']);
    const offset = await lastUpdate(scene);
    expect(await polled(scene, { offset })).toEqual(['دوو']);
    expect(await polled(scene, { offset: offset + 1 })).toEqual([]);
  });

  it('waits until something happens, and no longer than it says', async () => {
    const scene = await createScene();
    const offset = (await lastUpdate(scene)) + 1;
    const waiting = polled(scene, { offset, timeout: 30 });
    await scene.server.idle();
    scene.server.userSends('ئێستا');
    expect(await waiting).toEqual(['ئێستا']);
    expect(await polled(scene, { offset: offset + 2, timeout: 0 })).toEqual([]);
  });

  it('is ended by a second one', async () => {
    const scene = await createScene();
    const offset = (await lastUpdate(scene)) + 1;
    const first = scene.ask('getUpdates', { offset, timeout: 30 });
    await scene.server.idle();
    const second = scene.ask('getUpdates', { offset, timeout: 30 });
    expect(await first).toMatchObject({ error_code: 409 });
    scene.server.userSends('ئێستا');
    expect(await second).toMatchObject({ ok: true, result: [{}] });
  });

  it('brings the kinds that were last asked for, and without asking all but the three', async () => {
    const scene = await createScene();
    const sent = (): void => {
      scene.server.userSends('کێ؟');
      scene.server.userQueriesInline('کێ؟');
    };
    const offset = (await lastUpdate(scene)) + 1;
    await polled(scene, { offset, allowed_updates: ['message'] });
    sent();
    expect(await polled(scene)).toEqual(['کێ؟']);
    await polled(scene, { offset: 1e9, allowed_updates: [] });
    sent();
    expect(await polled(scene)).toEqual(['کێ؟', 'inline_query']);
  });

  it('brings the last update again under its old id', async () => {
    const scene = await createScene();
    const id = await lastUpdate(scene);
    expect(await polled(scene, { offset: id + 1 })).toEqual([]);
    scene.server.deliverAgain();
    expect(await lastUpdate(scene)).toBe(id);
    expect(await polled(scene, { offset: id + 1 })).toEqual([]);
  });

  it('whose bot hangs up leaves nothing behind', async () => {
    const { server } = await createScene();
    const address = `${server.root}/bot${server.token}/getUpdates?timeout=30&offset=1000`;
    const hangUp = new AbortController();
    const poll = fetch(address, { signal: hangUp.signal }).catch(() => 'gone');
    await server.idle();
    hangUp.abort();
    expect(await poll).toBe('gone');
    server.userSends('ئێستا');
    const response = await fetch(`${server.root}/bot${server.token}/getUpdates`);
    expect(list(record(await response.json())['result'])).toHaveLength(1);
  });

  it('of wrong kinds is refused', async () => {
    const { ask } = await createScene();
    expect(await ask('getUpdates', { allowed_updates: 7 })).toMatchObject({
      description: "Bad Request: can't parse allowed_updates JSON array",
    });
  });
});
