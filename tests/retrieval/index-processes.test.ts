import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { acquireFileLock } from '../../src/file-lock.ts';
import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { SNAPSHOT_FILES } from '../../src/retrieval/snapshot-files.ts';
import {
  best,
  createPlace,
  FILES,
  finishedSnapshots,
  leftovers,
  openPlace,
  RIVER,
  RIVER_QUESTION,
  writeDocuments,
} from '../support/index-fixtures.ts';
import { openElsewhere, openWithFileLimit } from '../support/index-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const hnswlib = await loadHnswlib();
const isPosix = process.platform !== 'win32';

/** Enough passages that building takes a while: about 300 of no interest beside FILES. */
const MANY: Readonly<Record<string, string>> = {
  ...FILES,
  'many.ckb.txt': Array.from(
    { length: 300 },
    (_, number) =>
      `گوندی ژمارە ${number} لە ناوچەی ${number % 17} دایە و ${number * 31} کەسی تێدا دەژی.`,
  ).join('\n\n'),
};

/** How much there is in a manager's folder, two levels deep; 0 where it isn't there. */
function countEntries(directory: string): number {
  try {
    return readdirSync(directory, { recursive: true }).length;
  } catch {
    return 0;
  }
}

describe('processes that build at once', () => {
  it('all serve, from one whole snapshot', async () => {
    const place = createPlace(folder, MANY);
    const { manager } = await openPlace(place);
    // Held until all of them want it, so that they meet for certain.
    const lock = await acquireFileLock(join(manager.directory, 'build.lock'), { patienceInMs: 0 });
    const processes = [openElsewhere(place), openElsewhere(place)];
    await Promise.all(processes.map(({ started }) => started));
    await lock?.release();
    const opened = await Promise.all(processes.map((one) => one.opened));
    expect(opened.map(({ answer }) => answer)).toEqual([RIVER, RIVER]);
    for (const { lines } of opened) {
      expect(lines).toEqual(['Building the index, because there is none yet.']);
    }
    const names = finishedSnapshots(manager.directory);
    expect(names).toHaveLength(1);
    expect(opened.map(({ name }) => name)).toEqual([...names, ...names]);
    expect(leftovers(manager.directory)).toEqual([]);
    expect((await manager.inspect()).reason).toBeNull();
  });
});

describe('a process that is killed while it builds', () => {
  it.each([
    ['when it says that it begins', 0],
    ['when it has the lock', 1],
    ['when it writes', 3],
    ['when it has written half of the files', 5],
    ['when it has written nearly all', 7],
  ])('%s: the next one answers, and leaves one whole index', async (_, entries) => {
    const place = createPlace(folder, MANY);
    const next = await openPlace(place);
    const { child, started, ended } = openElsewhere(place);
    await started;
    while (child.exitCode === null && countEntries(next.manager.directory) < entries) {
      await nextTurn();
    }
    child.kill('SIGKILL');
    await ended;
    const { snapshot, name } = await next.manager.open();
    expect(await best(snapshot, RIVER_QUESTION)).toBe(RIVER);
    expect(name).not.toBeNull();
    expect(await next.manager.store.currentName()).toBe(name);
    expect((await next.manager.inspect()).reason).toBeNull();
    const again = await openPlace(place);
    expect(await best((await again.manager.open()).snapshot, RIVER_QUESTION)).toBe(RIVER);
    expect(again.lines).toEqual([]);
    expect(leftovers(next.manager.directory)).toEqual([]);
  });
});

/** How large the graph of MANY is (0 without hnswlib-node), and the largest of the other files. */
async function fileSizes(): Promise<readonly [graph: number, other: number]> {
  const { manager } = await openPlace(createPlace(folder, MANY));
  const { name } = await manager.open();
  const snapshot = join(manager.directory, name ?? '');
  const sizes = new Map(
    readdirSync(snapshot).map((file) => [file, statSync(join(snapshot, file)).size]),
  );
  const graph = sizes.get(SNAPSHOT_FILES.graph) ?? 0;
  sizes.delete(SNAPSHOT_FILES.graph);
  return [graph, Math.max(...sizes.values())];
}

/** The documents change, and where they are indexed anew no file may grow beyond a limit: what was said, served and kept. */
async function rebuildWithin(limitInBytes: number): Promise<object> {
  const place = createPlace(folder);
  const { manager } = await openPlace(place);
  const { name } = await manager.open();
  writeDocuments(place.documents, MANY);
  const full = await openWithFileLimit(place, limitInBytes).opened;
  const { directory } = manager;
  return {
    ...full,
    isKept: (await manager.store.currentName()) === name && (await manager.reload()) !== null,
    snapshots: finishedSnapshots(directory).length,
    leftovers: leftovers(directory),
    documentsNextTime: (await manager.open()).snapshot.documents.size,
  };
}

/** Nothing is lost, and with room again the next one builds. */
const SURVIVED = {
  name: null,
  answer: RIVER,
  lines: [
    'Building the index, because the documents have changed.',
    expect.stringMatching(/^The index could not be saved \(.+\): serving from memory\.$/u),
  ],
  isKept: true,
  snapshots: 1,
  leftovers: [],
  documentsNextTime: 3,
};

describe('a disk that is full', () => {
  it('costs neither the answer nor the index that was there', async (context) => {
    context.skip(!isPosix, 'no file size limit without a POSIX shell');
    const [, largest] = await fileSizes();
    expect(await rebuildWithin(largest / 2)).toEqual(SURVIVED);
  });

  it('is noticed where hnswlib reports success', async (context) => {
    context.skip(!isPosix, 'no file size limit without a POSIX shell');
    context.skip(hnswlib === null, "hnswlib-node can't be loaded here");
    const [graph, largest] = await fileSizes();
    expect(graph).toBeGreaterThan(largest + 2048);
    expect(await rebuildWithin(graph - 1024)).toEqual(SURVIVED);
  });
});
