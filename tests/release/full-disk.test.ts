import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { SNAPSHOT_FILES } from '../../src/retrieval/snapshot-files.ts';
import {
  best,
  FILES,
  leftovers,
  RIVER,
  RIVER_QUESTION,
  writeDocuments,
} from '../support/index-fixtures.ts';
import { createReleasePlace } from '../support/release-place.ts';
import type { ReleasePlace } from '../support/release-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const disk = join(folder, 'disk');
mkdirSync(disk);
const hnswlib = await loadHnswlib();
/** A disk of its own, which only an administrator of Linux can make. */
const isMounted = mount('size=64m');
afterAll(() => {
  if (isMounted) execFileSync('umount', [disk]);
});

const MANY: Readonly<Record<string, string>> = {
  ...FILES,
  'many.ckb.txt': Array.from(
    { length: 400 },
    (_, number) => `گوندی ژمارە ${number} لە ناوچەی ${number % 17} دایە.`,
  ).join('\n\n'),
};

function mount(options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'pirsyar-test', disk], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

function resize(bytes: number): void {
  execFileSync('mount', ['-o', `remount,size=${Math.ceil(bytes / 4096) * 4096}`, disk]);
}

/** How large each file of the newest snapshot is. */
async function fileSizes({ manager }: ReleasePlace): Promise<Map<string, number>> {
  const [{ directory } = { directory: '' }] = await manager.store.list();
  return new Map(readdirSync(directory).map((name) => [name, pages(join(directory, name))]));
}

/** What a file takes of a disk. */
function pages(file: string): number {
  return Math.ceil(statSync(file).size / 4096) * 4096;
}

function sum(sizes: Map<string, number>): number {
  return [...sizes.values()].reduce((total, size) => total + size, 0);
}

describe.skipIf(!isMounted)('a disk that is full in the middle of a release', () => {
  it('leaves what serves as it is, also where hnswlib reports success; with room again, it is built', async () => {
    const settings = { INDEX_DIR: join(disk, 'index'), KEPT_SNAPSHOTS: '1' };
    const place = await createReleasePlace(folder, { settings });
    const { manager, releases, live } = place;
    const small = sum(await fileSizes(place));
    writeDocuments(place.documents, MANY);
    const run = { force: true, by: null };
    expect(await releases.run(run)).toMatchObject({ status: 'swapped' });
    const sizes = await fileSizes(place);
    writeDocuments(place.documents, FILES);
    expect(await releases.run(run)).toMatchObject({ status: 'swapped' });
    const serving = await manager.store.currentName();
    writeDocuments(place.documents, MANY);
    const graph = sizes.get(SNAPSHOT_FILES.graph) ?? 0;
    const corpus = sizes.get(SNAPSHOT_FILES.corpus) ?? 0;
    const rooms = [corpus / 2, ...(hnswlib === null ? [] : [sum(sizes) - graph / 2])];
    for (const room of rooms) {
      resize(small + room);
      expect(await releases.run(run), `${room} bytes`).toMatchObject({
        status: 'failed',
        cause: 'disk-full',
        message: expect.stringContaining(`The disk of ${manager.directory} is full`),
      });
      expect(leftovers(manager.directory)).toEqual([]);
      expect(await manager.store.currentName()).toBe(serving);
      expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER);
      expect(await manager.reload()).not.toBeNull();
    }
    resize(64 * 2 ** 20);
    expect(await releases.run(run)).toMatchObject({ status: 'swapped', report: { documents: 3 } });
  });
});
