import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { acquireFileLock } from '../../src/file-lock.ts';
import {
  best,
  createPlace,
  FILES,
  find,
  finishedSnapshots,
  leftovers,
  MARKET,
  openPlace,
  RIVER,
  RIVER_QUESTION,
  SCHOOL,
  update,
  writeDocuments,
} from '../support/index-fixtures.ts';
import type { Place } from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const BUILDING = 'info Building the index, because there is none yet.';
const NOT_UTF8 = Buffer.from([0xd8, 0xa6, 0xff, 0xfe, 0x20]);

/** The counts of an update, in the order of contract.md. */
async function counts(place: Place, options = { force: false }): Promise<readonly unknown[]> {
  const { manager } = await openPlace(place);
  const { report } = await update(manager, options);
  const { documents, passages, added, changed, removed, unchanged, failed, elapsedMs } = report;
  expect(elapsedMs).toBeGreaterThan(0);
  return [documents, passages, added, changed, removed, unchanged, failed];
}

describe('opening an index', () => {
  it('builds it once, and from then on reads it without a word', async () => {
    const place = createPlace(folder);
    const first = await openPlace(place);
    const built = await first.manager.open();
    expect(first.lines).toEqual([BUILDING]);
    const second = await openPlace(place);
    const read = await second.manager.open();
    expect(second.lines).toEqual([]);
    expect(read.name).toBe(built.name);
    expect(await find(read.snapshot, RIVER_QUESTION)).toEqual(
      await find(built.snapshot, RIVER_QUESTION),
    );
    expect(leftovers(first.manager.directory)).toEqual([]);
  });

  it('can be asked first how it stands, which builds nothing', async () => {
    const place = createPlace(folder);
    const { manager, lines } = await openPlace(place);
    expect(await manager.inspect()).toMatchObject({
      directory: manager.directory,
      reason: 'there is none yet',
    });
    expect(lines).toEqual([]);
    await expect(async () => readdirSync(place.index)).rejects.toThrow(/ENOENT/u);
    await manager.open();
    expect((await manager.inspect()).reason).toBeNull();
  });

  it('removes what killed builders left', async () => {
    const place = createPlace(folder);
    const { manager } = await openPlace(place);
    mkdirSync(join(manager.directory, 'unfinished-1', 'x'), { recursive: true });
    writeFileSync(join(manager.directory, 'unfinished-1.json'), '{');
    await manager.open();
    expect(leftovers(manager.directory)).toEqual([]);
  });

  it('keeps two corpora in one folder apart, each with its own index', async () => {
    const one = createPlace(folder);
    const other = { ...createPlace(folder, { 'town.ckb.txt': SCHOOL }), index: one.index };
    const opened = [await openPlace(one), await openPlace(other)] as const;
    for (const { manager } of opened) await manager.open();
    const [left, right] = [await openPlace(one), await openPlace(other)];
    const snapshots = [await left.manager.open(), await right.manager.open()];
    expect([...left.lines, ...right.lines]).toEqual([]);
    expect(snapshots.map(({ snapshot }) => [...snapshot.documents.keys()])).toEqual([
      ['land', 'town'],
      ['town'],
    ]);
    expect(readdirSync(one.index)).toHaveLength(2);
  });

  it('knows a corpus by its real path', async () => {
    const place = createPlace(folder);
    const link = join(place.documents, '..', 'link');
    symlinkSync(place.documents, link);
    await (await openPlace(place)).manager.open();
    const { manager, lines } = await openPlace({ ...place, documents: link });
    await manager.open();
    expect(lines).toEqual([]);
  });
});

describe('documents that can’t be served', () => {
  it.each<[what: string, name: string, bytes: string | Buffer, reason: string]>([
    ['not UTF-8', 'bad.ckb.txt', NOT_UTF8, 'it is not UTF-8; save it as UTF-8'],
    ['empty', 'bad.ckb.txt', '', 'it is empty'],
    ['without a letter', 'bad.ckb.txt', ' \n…\n', 'it is empty'],
    ['a folder', 'bad.ckb.txt/x', 'x', 'it is a directory, not a text file'],
  ])(
    'one that is %s is left out and named each time; the rest serve',
    async (_, name, bytes, reason) => {
      const place = createPlace(folder, { ...FILES, [name]: bytes });
      const line = `warn Document "bad" is left out: ${reason}.`;
      for (const expected of [[BUILDING, line], [line]]) {
        const { manager, lines } = await openPlace(place);
        const { snapshot } = await manager.open();
        expect(lines).toEqual(expected);
        expect([...snapshot.documents.keys()]).toEqual(['land', 'town']);
        expect(await best(snapshot, RIVER_QUESTION)).toBe(RIVER);
      }
      const failed = [{ document: 'bad', reason }];
      expect(await counts(place)).toEqual([2, 3, 0, 0, 0, 2, failed]);
    },
  );

  it('a rendition that doesn’t fit is named each time, and its document serves', async () => {
    const place = createPlace(folder, { ...FILES, 'town.en.txt': 'One.\n\nTwo.' });
    for (const count of [2, 1]) {
      const { manager, lines } = await openPlace(place);
      await manager.open();
      expect(lines).toHaveLength(count);
      expect(lines.at(-1)).toMatch(/^warn Document "town": its rendition is left out: /u);
    }
  });

  it.each<[what: string, files: Readonly<Record<string, string | Buffer>>, said: RegExp]>([
    ['none at all', {}, /^No document to serve in .+: put at least one UTF-8 file <id>\.ckb\.txt/u],
    ['files of other names', { 'a.txt': RIVER, '.ckb.txt': RIVER }, /^No document to serve/u],
    ['only a bad one', { 'bad.ckb.txt': NOT_UTF8 }, /\("bad": it is not UTF-8/u],
  ])('%s is a failure that says what to do', async (_, files, said) => {
    const place = createPlace(folder, files);
    mkdirSync(place.documents, { recursive: true });
    const { manager } = await openPlace(place);
    await expect(manager.open()).rejects.toThrow(PirsyarError);
    await expect(update(manager, { force: true })).rejects.toThrow(said);
    expect(readdirSync(manager.directory)).toEqual([]);
  });

  it('a folder that is not there is a failure that says what to do', async () => {
    const place = createPlace(folder);
    rmSync(place.documents, { recursive: true });
    const { manager } = await openPlace(place);
    await expect(manager.open()).rejects.toThrow(/can't be read \(ENOENT\): set DOCUMENTS_DIR/u);
  });

  it('cost nothing of the index that was there', async () => {
    const place = createPlace(folder);
    const { name } = await (await openPlace(place)).manager.open();
    writeDocuments(place.documents, { 'bad.ckb.txt': NOT_UTF8 });
    await expect((await openPlace(place)).manager.open()).rejects.toThrow(PirsyarError);
    writeDocuments(place.documents, FILES);
    const { manager, lines } = await openPlace(place);
    expect((await manager.open()).name).toBe(name);
    expect(lines).toEqual([]);
  });
});

describe('an update', () => {
  it('counts documents against those that served before', async () => {
    const place = createPlace(folder);
    // documents, passages, added, changed, removed, unchanged, failed
    expect(await counts(place), 'all are new').toEqual([2, 3, 2, 0, 0, 0, []]);
    expect(await counts(place), 'nothing happened').toEqual([2, 3, 0, 0, 0, 2, []]);
    expect(await counts(place, { force: true }), 'built all the same').toEqual([
      2,
      3,
      0,
      0,
      0,
      2,
      [],
    ]);
    writeDocuments(place.documents, { 'land.ckb.txt': RIVER, 'new.ckb.txt': MARKET });
    expect(await counts(place), 'one of each').toEqual([2, 2, 1, 1, 1, 0, []]);
    writeDocuments(place.documents, { 'land.ckb.txt': RIVER, 'new.ckb.txt': NOT_UTF8 });
    const failed = [{ document: 'new', reason: 'it is not UTF-8; save it as UTF-8' }];
    expect(await counts(place), 'one went bad').toEqual([1, 1, 0, 0, 1, 1, failed]);
    expect(await counts(place), 'and stays so').toEqual([1, 1, 0, 0, 0, 1, failed]);
    writeDocuments(place.documents, { 'land.ckb.txt': RIVER, 'new.ckb.txt': MARKET });
    expect(await counts(place), 'and is mended').toEqual([2, 2, 1, 0, 0, 1, []]);
  });

  it('builds anew with force, and only then', async () => {
    const place = createPlace(folder);
    const { manager } = await openPlace(place);
    const first = await update(manager);
    const second = await update(manager);
    const forced = await update(manager, { force: true });
    expect(second.name).toBe(first.name);
    expect(forced.name).not.toBe(first.name);
    expect(await manager.store.currentName()).toBe(forced.name);
    const { snapshot } = await manager.open();
    expect(await best(snapshot, RIVER_QUESTION)).toBe(RIVER);
  });

  it('keeps as many indexes as it is told, however often it builds', async () => {
    const { manager } = await openPlace(createPlace(folder), { keptSnapshots: 2 });
    for (let count = 0; count < 4; count += 1) await update(manager, { force: true });
    expect(finishedSnapshots(manager.directory)).toHaveLength(2);
    expect(leftovers(manager.directory)).toEqual([]);
  });
});

describe('a folder that can’t be written', () => {
  /** A file stands where a folder should be: what even an administrator can't write to. */
  const places: readonly (readonly [what: string, spoil: (place: Place, own: string) => string])[] =
    [
      [
        'INDEX_DIR is a file',
        (place) => {
          writeFileSync(place.index, 'mine');
          return place.index;
        },
      ],
      [
        'the corpus’s own folder is a file',
        (place, own) => {
          mkdirSync(place.index);
          writeFileSync(own, 'mine');
          return own;
        },
      ],
    ];

  it.each(places)('is served from memory, with a warning: %s', async (_, spoil) => {
    const place = createPlace(folder);
    const { manager, lines } = await openPlace(place);
    const file = spoil(place, manager.directory);
    const { snapshot, name } = await manager.open();
    expect(name).toBeNull();
    expect(await best(snapshot, RIVER_QUESTION)).toBe(RIVER);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(
      /^warn The index folder can't be written \(.+\): serving from memory/u,
    );
    await expect(update(manager, { force: false })).rejects.toThrow(
      /can't be saved in .+ set INDEX_DIR to a folder that can be written/u,
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('a build lock', () => {
  const AT_ONCE = { patienceInMs: 0 };

  it('of a process that runs is waited for; then the index is built in memory', async () => {
    const place = createPlace(folder);
    const { manager, lines } = await openPlace(place, AT_ONCE);
    const lock = await acquireFileLock(join(manager.directory, 'build.lock'), AT_ONCE);
    const { snapshot, name } = await manager.open();
    expect(name).toBeNull();
    expect(lines).toEqual([
      BUILDING,
      'warn Another process is still building: serving from memory.',
    ]);
    expect(await best(snapshot, RIVER_QUESTION)).toBe(RIVER);
    expect(leftovers(manager.directory)).toEqual(['build.lock']);
    await lock?.release();
    expect((await manager.open()).name).not.toBeNull();
  });

  it('that is given back in time lets the index be saved', async () => {
    const place = createPlace(folder);
    const { manager, lines } = await openPlace(place);
    const lock = await acquireFileLock(join(manager.directory, 'build.lock'), AT_ONCE);
    const opening = manager.open();
    await lock?.release();
    expect((await opening).name).toBe(await manager.store.currentName());
    expect(lines).toEqual([BUILDING]);
  });

  it('of a process that is gone is broken', async () => {
    const place = createPlace(folder);
    const { manager, lines } = await openPlace(place);
    mkdirSync(manager.directory, { recursive: true });
    // A number that came round to this process, which holds no such lock.
    const owner = { token: 'gone', pid: process.pid, host: hostname() };
    writeFileSync(join(manager.directory, 'build.lock'), JSON.stringify(owner));
    expect((await manager.open()).name).not.toBeNull();
    expect(lines).toEqual([BUILDING]);
    expect(leftovers(manager.directory)).toEqual([]);
  });

  it('makes managers that start together share one index', async () => {
    const place = createPlace(folder);
    const managers = await Promise.all([openPlace(place), openPlace(place), openPlace(place)]);
    const opened = await Promise.all(managers.map(({ manager }) => manager.open()));
    expect(new Set(opened.map(({ name }) => name)).size).toBe(1);
    expect(finishedSnapshots(managers[0].manager.directory)).toEqual([opened[0]?.name]);
    for (const { snapshot } of opened) expect(await best(snapshot, RIVER_QUESTION)).toBe(RIVER);
  });
});
