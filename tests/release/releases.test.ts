import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Progress } from '../../src/release/release.ts';
import { createReleases } from '../../src/release/releases.ts';
import {
  best,
  FILES,
  finishedSnapshots,
  leftovers,
  RIVER,
  RIVER_QUESTION,
  writeDocuments,
} from '../support/index-fixtures.ts';
import { createReleasePlace } from '../support/release-place.ts';
import type { ReleasePlace } from '../support/release-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const RIVER_NOW = 'ڕووباری زێ ئەمساڵ وشک بوو.';
const CHANGED = { ...FILES, 'land.ckb.txt': RIVER_NOW };
const PLAIN = { force: false, by: null };

/** A place whose documents have changed since its index was built. */
async function changedPlace(): Promise<ReleasePlace> {
  const place = await createReleasePlace(folder);
  writeDocuments(place.documents, CHANGED);
  return place;
}

/** The releases of a place with another entry file for its builders. */
function withEntry({ manager, live, app }: ReleasePlace, source: string): ReleasePlace['releases'] {
  const file = join(folder, `entry-${Date.now().toString(36)}.mjs`);
  writeFileSync(file, source);
  const builder = { entry: pathToFileURL(file), setup: app };
  return createReleases({ manager, live, builder, log: app.log });
}

describe('a release', () => {
  it('is built elsewhere, checked and swapped; what was served before can be gone back to', async () => {
    const { documents, live, releases, manager, lines } = await createReleasePlace(folder);
    const [first] = await releases.list();
    expect(await releases.run(PLAIN)).toMatchObject({ status: 'unchanged', snapshot: first?.name });
    writeDocuments(documents, CHANGED);
    const steps: Progress[] = [];
    const outcome = await releases.run({ ...PLAIN, onProgress: (step) => steps.push(step) });
    expect(outcome).toMatchObject({
      status: 'swapped',
      report: { documents: 2, passages: 2, changed: 1, unchanged: 1 },
      checks: { problems: [], probe: { asked: 2, found: 2 }, gold: [] },
    });
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER_NOW);
    expect(new Set(steps.map(({ stage }) => stage))).toEqual(
      new Set(['reading', 'embedding', 'linking', 'writing', 'checking']),
    );
    expect(leftovers(manager.directory)).toEqual([]);
    expect(await releases.rollback()).toMatchObject({
      status: 'swapped',
      snapshot: { ...first, serving: true },
    });
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER);
    expect(lines).toEqual([]);
    expect(finishedSnapshots(manager.directory)).toHaveLength(2);
  });

  it('is one at a time: who asks meanwhile is told who began it, and how far it is', async () => {
    const { releases } = await changedPlace();
    const running = releases.run({ ...PLAIN, by: 'Shilan' });
    expect(releases.running).toMatchObject({ by: 'Shilan', progress: null });
    expect(await releases.run({ ...PLAIN, by: 'Azad' })).toEqual({
      status: 'busy',
      by: 'Shilan',
      since: releases.running?.since,
    });
    expect(await releases.insist('x')).toMatchObject({ status: 'busy', by: 'Shilan' });
    expect(await running).toMatchObject({ status: 'swapped' });
    expect(releases.running).toBeNull();
  });

  it('waits for no other process', async () => {
    const { releases, manager, live } = await changedPlace();
    const lock = await manager.lock(0);
    const began = Date.now();
    const outcome = await releases.run(PLAIN);
    expect(outcome).toMatchObject({ status: 'busy', by: null });
    expect('since' in outcome ? outcome.since : 0).toBeLessThanOrEqual(began);
    expect(await releases.rollback()).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('is being built'),
    });
    await lock?.release();
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER);
  });

  it('is built from the sources where these are run, which takes the loader of their language', async () => {
    const { releases } = await createReleasePlace(folder, {
      entry: new URL('../../src/bin/build.ts', import.meta.url),
    });
    expect(await releases.run({ ...PLAIN, force: true })).toMatchObject({ status: 'swapped' });
  });
});

describe('a release that is cancelled', () => {
  it('leaves what serves as it is, and nothing else', async () => {
    const { releases, manager, live } = await changedPlace();
    const stop = new AbortController();
    const outcome = releases.run({
      ...PLAIN,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(await outcome).toEqual({ status: 'cancelled' });
    expect(leftovers(manager.directory)).toEqual([]);
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER);
    expect(await releases.run(PLAIN)).toMatchObject({ status: 'swapped' });
  });

  it('before it begins builds nothing', async () => {
    const { releases, manager } = await changedPlace();
    const outcome = await releases.run({ ...PLAIN, signal: AbortSignal.abort() });
    expect(outcome).toEqual({ status: 'cancelled' });
    expect(finishedSnapshots(manager.directory)).toHaveLength(1);
  });
});

describe('a release that fails', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('for want of documents says so', async () => {
    const { releases, documents, live } = await changedPlace();
    writeDocuments(documents, { 'readme.txt': 'no document' });
    expect(await releases.run(PLAIN)).toMatchObject({ status: 'failed', cause: 'no-documents' });
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER);
  });

  it('for want of embeddings says so', async () => {
    const place = await changedPlace();
    const { manager, live, app } = place;
    const embeddings = {
      model: 'x',
      dimensions: 8,
      share: 0.2,
      timeoutInMs: 100,
      endpoint: { baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'k' },
    };
    const setup = { ...app, log: undefined, settings: { ...app.settings, embeddings } };
    const entry = new URL('../../dist/bin/build.js', import.meta.url);
    const releases = createReleases({ manager, live, builder: { entry, setup }, log: app.log });
    expect(await releases.run(PLAIN)).toMatchObject({ status: 'failed', cause: 'embeddings' });
  });

  it('because its process was killed leaves nothing behind', async () => {
    const place = await changedPlace();
    const releases = withEntry(
      place,
      "process.on('message', () => process.kill(process.pid, 'SIGKILL'));",
    );
    mkdirSync(join(place.manager.directory, 'unfinished-x'), { recursive: true });
    expect(await releases.run(PLAIN)).toMatchObject({ status: 'failed', cause: 'memory' });
    expect(leftovers(place.manager.directory)).toEqual([]);
  });

  it('because its process ran out of memory says so', async () => {
    const { releases } = await changedPlace();
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=8');
    expect(await releases.run(PLAIN)).toMatchObject({ status: 'failed', cause: 'memory' });
  });

  it('because its process can’t even start names the reason', async () => {
    const place = await changedPlace();
    const releases = withEntry(place, "throw new Error('no such module');");
    expect(await releases.run(PLAIN)).toMatchObject({
      status: 'failed',
      cause: 'other',
      message: expect.stringContaining('no such module'),
    });
  });

  it('because the folder is gone and can’t be made names the folder', async () => {
    const place = await changedPlace();
    const { directory } = place.manager;
    rmSync(directory, { recursive: true });
    writeFileSync(directory, 'mine');
    expect(await place.releases.run(PLAIN)).toMatchObject({
      status: 'failed',
      cause: 'not-writable',
      message: expect.stringContaining(directory),
    });
    expect(await best(place.live.snapshot, RIVER_QUESTION)).toBe(RIVER);
  });
});

describe('a builder', () => {
  it('ends with its parent, and its lock is nobody’s then', async () => {
    const place = await changedPlace();
    const parent = spawn(
      process.execPath,
      [
        '-e',
        `const { fork } = require('node:child_process');
         const child = fork(${JSON.stringify('dist/bin/build.js')}, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
         child.on('message', ({ kind }) => kind === 'prepared' && console.log(child.pid));
         child.send({ kind: 'build', force: true, setup: ${JSON.stringify({ ...place.app, log: undefined })} });`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [pid] = (await parent.stdout.setEncoding('utf8').take(1).toArray()).map(Number);
    expect(await place.manager.lock(0), 'is held').toBeNull();
    parent.kill('SIGKILL');
    const lock = await place.manager.lock(10_000);
    expect(lock).not.toBeNull();
    await lock?.release();
    while (isRunning(pid ?? 0)) await delay(10);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
