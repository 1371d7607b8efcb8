import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { releaseHere } from '../../src/release/release-here.ts';
import type { ReleaseOutcome } from '../../src/release/release.ts';
import { rollback } from '../../src/release/rollback.ts';
import { listSnapshots } from '../../src/release/snapshot-list.ts';
import { SNAPSHOT_FILES } from '../../src/retrieval/snapshot-files.ts';
import { CROWDED, goldLine, GOLDEN } from '../support/gold-corpus.ts';
import {
  best,
  FILES,
  leftovers,
  RIVER,
  SCHOOL,
  update,
  writeDocuments,
} from '../support/index-fixtures.ts';
import { createReleasePlace } from '../support/release-place.ts';
import type { ReleasePlace } from '../support/release-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

async function goldPlace(): Promise<ReleasePlace> {
  const place = await createReleasePlace(folder, { files: GOLDEN });
  writeDocuments(place.documents, CROWDED);
  return place;
}

function release(
  { parts }: ReleasePlace,
  options: { force?: boolean; accept?: boolean } = {},
): Promise<ReleaseOutcome> {
  return releaseHere(parts, { force: false, accept: false, patienceInMs: 0, ...options });
}

/** As another version of the program would have written it. */
function rewriteManifest(directory: string, change: object): void {
  const file = join(directory, 'manifest.json');
  const manifest: object = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, ...change }));
}

describe('a snapshot that answers worse than the one before', () => {
  it('is held, survives what comes, and serves where an admin insists', async () => {
    const place = await goldPlace();
    const { manager, live, releases } = place;
    const serving = await manager.store.currentName();
    const held = await release(place);
    expect(held).toMatchObject({
      status: 'held',
      report: { documents: 8, added: 6 },
      checks: { gold: [{ document: 'land', questions: 2, before: 1, now: 0.5, leftOut: 0 }] },
    });
    expect(await manager.store.currentName()).toBe(serving);
    expect((await manager.inspect()).reason, 'it serves on purpose').toBeNull();
    expect((await manager.open()).name).toBe(serving);
    expect(await releases.insist('another')).toMatchObject({ status: 'failed', cause: 'other' });
    const name = 'snapshot' in held ? held.snapshot : '';
    await manager.store.sweep();
    expect(await releases.insist(name)).toMatchObject({
      status: 'swapped',
      snapshot: name,
      report: { documents: 8, added: 6 },
    });
    expect(live.snapshot.documents.size).toBe(8);
    expect((await manager.inspect()).reason).toBeNull();
    expect(leftovers(manager.directory)).toEqual([]);
  });

  it('serves where it is accepted, and gives way where the documents change again', async () => {
    const place = await goldPlace();
    await release(place);
    writeDocuments(place.documents, { ...GOLDEN, 'town.ckb.txt': `${SCHOOL} ${SCHOOL}` });
    expect((await place.manager.inspect()).reason).toBe('the documents have changed');
    expect(await release(place)).toMatchObject({ status: 'swapped' });
    expect(await place.manager.store.held()).toBeNull();
    writeDocuments(place.documents, CROWDED);
    expect(await release(place, { accept: true })).toMatchObject({ status: 'swapped' });
  });

  it('serves where nothing served before', async () => {
    const place = await goldPlace();
    writeFileSync(join(place.manager.directory, 'current.json'), '{');
    expect(await release(place)).toMatchObject({
      status: 'swapped',
      checks: { gold: [{ before: 0, now: 0.5 }] },
    });
  });
});

describe('gold questions', () => {
  it('follow their evidence where it moves, and are left out where it goes', async () => {
    const files = { ...FILES, 'land.questions.jsonl': [goldLine('a'), goldLine('b')].join('\n') };
    const place = await createReleasePlace(folder, { files });
    const opening = 'دەقی نوێ.\n\n';
    writeDocuments(place.documents, { ...files, 'land.ckb.txt': opening + RIVER });
    expect(await release(place)).toMatchObject({
      status: 'swapped',
      checks: { gold: [{ questions: 2, before: 1, now: 1, leftOut: 0 }] },
    });
    writeDocuments(place.documents, { ...files, 'land.ckb.txt': SCHOOL });
    expect(await release(place)).toMatchObject({ status: 'swapped', checks: { gold: [] } });
  });

  it('that can’t be read check nothing, and are named', async () => {
    const files = { ...FILES, 'land.questions.jsonl': '{"id":1}' };
    const place = await createReleasePlace(folder, { files });
    expect(await release(place, { force: true })).toMatchObject({ status: 'swapped' });
    expect(place.lines).toEqual([expect.stringMatching(/^warn No questions check "land": /u)]);
  });
});

async function twoSnapshots(): Promise<ReleasePlace> {
  const place = await createReleasePlace(folder);
  writeDocuments(place.documents, { ...FILES, 'town.ckb.txt': RIVER });
  await update(place.manager);
  return place;
}

describe('going back', () => {
  it('stays until the documents change, or somebody builds', async () => {
    const place = await twoSnapshots();
    const { manager } = place;
    const [newest, oldest] = await listSnapshots(manager.store);
    expect(newest).toMatchObject({ serving: true, documents: 2, passages: 3 });
    expect(Math.abs((newest?.builtAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await rollback(manager, {})).toEqual({
      status: 'swapped',
      snapshot: { ...oldest, serving: true },
    });
    expect(await rollback(manager, {})).toEqual({ status: 'nothing-older' });
    expect((await manager.open()).name).toBe(oldest?.name);
    expect(await release(place)).toMatchObject({ status: 'swapped', report: { changed: 1 } });
    expect(await listSnapshots(manager.store)).toHaveLength(3);
    expect(await rollback(manager, { to: oldest?.name })).toMatchObject({ status: 'swapped' });
    writeDocuments(place.documents, { 'land.ckb.txt': SCHOOL });
    const { snapshot } = await manager.open();
    expect(await best(snapshot, 'قوتابخانە')).toBe(SCHOOL);
  });

  it('to one that isn’t there says what there is', async () => {
    const { manager } = await createReleasePlace(folder);
    const name = await manager.store.currentName();
    expect(await rollback(manager, { to: '../x' })).toEqual({
      status: 'failed',
      message: `There is no snapshot ../x; there is: ${name}.`,
    });
  });

  it.each<[what: string, spoil: (directory: string) => void, reason: string]>([
    [
      'a damaged one',
      (directory) => truncateSync(join(directory, SNAPSHOT_FILES.corpus), 3),
      `it is damaged (${SNAPSHOT_FILES.corpus}).`,
    ],
    [
      'one of another kind',
      (directory) => rewriteManifest(directory, { lexicon: 'other' }),
      'the lexicon has changed since it was built.',
    ],
  ])('to %s is refused, and what serves serves on', async (_, spoil, reason) => {
    const { manager } = await twoSnapshots();
    const [newest, oldest] = await manager.store.list();
    spoil(oldest?.directory ?? '');
    expect(await rollback(manager, {})).toEqual({
      status: 'failed',
      message: `The snapshot ${oldest?.name} can't serve: ${reason}`,
    });
    expect(await manager.store.currentName()).toBe(newest?.name);
    expect((await manager.inspect()).reason).toBeNull();
  });
});

describe('a pointer', () => {
  it('of an older version is read', async () => {
    const { manager } = await createReleasePlace(folder);
    const stored = await manager.store.current();
    writeFileSync(
      join(manager.directory, 'current.json'),
      JSON.stringify({ snapshot: stored?.name, manifest: stored?.hash }),
    );
    expect((await manager.inspect()).reason).toBeNull();
  });
});
