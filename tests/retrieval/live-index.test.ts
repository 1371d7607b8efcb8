import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import type { IndexOptions } from '../../src/retrieval/index-options.ts';
import { LiveIndex } from '../../src/retrieval/live-index.ts';
import {
  best,
  createPlace,
  EMBEDDINGS,
  FILES,
  LEXICON,
  openPlace,
  RIVER,
  RIVER_QUESTION,
  update,
  writeDocuments,
} from '../support/index-fixtures.ts';
import type { Place } from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const RIVER_NOW = 'ڕووباری زێ وشک بوو.';
const CHANGED = { ...FILES, 'land.ckb.txt': RIVER_NOW };

async function openLive(): Promise<{ live: LiveIndex; lines: string[]; place: Place }> {
  const place = createPlace(folder);
  const { manager, lines } = await openPlace(place);
  const live = await LiveIndex.open(manager);
  lines.length = 0;
  return { live, lines, place };
}

/** Another process's work: new documents, a new index. Gives back the folder of the snapshot. */
async function rebuildElsewhere(
  place: Place,
  files: Readonly<Record<string, string>> = CHANGED,
  options: Partial<IndexOptions> = {},
): Promise<string> {
  writeDocuments(place.documents, files);
  const { manager } = await openPlace(place, options);
  const { name } = await update(manager);
  return join(manager.directory, name);
}

describe('LiveIndex', () => {
  afterEach(() => void vi.useRealTimers());

  it('takes up a snapshot that another process built; a question keeps the one it has', async () => {
    const { live, lines, place } = await openLive();
    const before = live.snapshot;
    await rebuildElsewhere(place);
    expect(live.snapshot).toBe(before);
    await live.takeUpNew();
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER_NOW);
    expect(await best(before, RIVER_QUESTION)).toBe(RIVER);
    expect(lines).toEqual([]);
  });

  it('keeps the very same snapshot where there is no new one', async () => {
    const { live } = await openLive();
    const before = live.snapshot;
    await live.takeUpNew();
    expect(live.snapshot).toBe(before);
  });

  it('serves on where the new one is damaged, says so once, and takes up the next', async () => {
    const { live, lines, place } = await openLive();
    const before = live.snapshot;
    const damaged = await rebuildElsewhere(place);
    truncateSync(join(damaged, 'corpus.bin'), 3);
    await live.takeUpNew();
    await live.takeUpNew();
    expect(live.snapshot).toBe(before);
    expect(lines).toEqual([expect.stringMatching(/^warn The new index was not taken up: .+\.$/u)]);
    await rebuildElsewhere(place);
    await live.takeUpNew();
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER_NOW);
  });

  it.each<[what: string, options: Partial<IndexOptions>]>([
    ['lexicon', { lexicon: { ...LEXICON, hash: 'other' } }],
    [
      'embedding',
      {
        embeddings: {
          id: 'other',
          dimensions: EMBEDDINGS.dimensions,
          questionAs: EMBEDDINGS.questionAs,
          share: EMBEDDINGS.share,
          embedQuery: (text) => EMBEDDINGS.embedQuery(text),
          embedDocuments: (texts) => EMBEDDINGS.embedDocuments(texts),
        },
      },
    ],
  ])(
    'does not take up what was built with another %s: its scores mean something else',
    async (what, options) => {
      const { live, lines, place } = await openLive();
      const before = live.snapshot;
      await rebuildElsewhere(place, CHANGED, options);
      await live.takeUpNew();
      expect(live.snapshot).toBe(before);
      expect(lines).toEqual([`warn The new index was not taken up: the ${what} has changed.`]);
    },
  );

  it('serves on where the index is removed', async () => {
    const { live, lines, place } = await openLive();
    rmSync(place.index, { recursive: true });
    await live.takeUpNew();
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER);
    expect(lines).toEqual([]);
  });

  it('serves on in the next process where no document is left, if it may', async () => {
    const { place } = await openLive();
    writeDocuments(place.documents, { 'notes.md': '' });
    const { manager, lines } = await openPlace(place);
    await expect(LiveIndex.open(manager)).rejects.toThrow('No document to serve');
    lines.length = 0;
    const live = await LiveIndex.open(manager, { servesOn: true });
    expect(await best(live.snapshot, RIVER_QUESTION)).toBe(RIVER);
    expect(lines.join()).toContain('The index of before serves on');
    rmSync(place.index, { recursive: true });
    await expect(LiveIndex.open(manager, { servesOn: true })).rejects.toThrow('No document');
  });

  it('serves what it is given, and loads it once only', async () => {
    const { live, place } = await openLive();
    const swaps: string[][] = [];
    live.onSwap((...snapshots) =>
      swaps.push(snapshots.map(({ documents }) => [...documents.keys()].join())),
    );
    writeDocuments(place.documents, { 'land.ckb.txt': RIVER_NOW });
    const { manager } = await openPlace(place);
    const opened = await manager.open();
    live.takeUp(opened);
    await live.takeUpNew();
    expect(live.snapshot).toBe(opened.snapshot);
    expect(swaps).toEqual([['land,town', 'land']]);
  });

  it('keeps what it was given while it was reading what another process built', async () => {
    const { live, place } = await openLive();
    const [older, newer] = [await openPlace(place), await openPlace(place)];
    await update(older.manager, { force: true });
    const taking = live.takeUpNew();
    const opened = await newer.manager.open();
    live.takeUp(opened);
    await taking;
    expect(live.snapshot).toBe(opened.snapshot);
  });

  it('looks for a new one at least every 5 seconds while it is watched', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { live } = await openLive();
    const look = vi.spyOn(live, 'takeUpNew').mockResolvedValue();
    live.watch();
    live.watch();
    vi.advanceTimersByTime(5000);
    const looks = look.mock.calls.length;
    expect(looks).toBeGreaterThanOrEqual(1);
    live.close();
    live.close();
    vi.advanceTimersByTime(60_000);
    expect(look).toHaveBeenCalledTimes(looks);
  });
});
