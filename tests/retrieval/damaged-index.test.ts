import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { SNAPSHOT_FILES } from '../../src/retrieval/snapshot-files.ts';
import { FIXED } from '../support/any-text.ts';
import {
  best,
  createPlace,
  finishedSnapshots,
  leftovers,
  openPlace,
  RIVER,
  RIVER_QUESTION,
} from '../support/index-fixtures.ts';
import type { Place } from '../support/index-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const hnswlib = await loadHnswlib();

const whole = createPlace(folder);
await (await openPlace(whole)).manager.open();

/** A place whose index was built and serves: the documents of all, and a copy of their index. */
async function builtPlace(): Promise<{ place: Place; directory: string; name: string }> {
  const index = mkdtempSync(join(folder, 'index-'));
  cpSync(whole.index, index, { recursive: true });
  const place = { ...whole, index };
  const { manager } = await openPlace(place);
  return { place, directory: manager.directory, name: (await manager.store.currentName()) ?? '' };
}

/**
 * Opens twice: the first time must build, with one line that says why, and the second time find that index. Both must answer.
 * Gives back the line.
 */
async function expectRebuilt(place: Place): Promise<string> {
  const first = await openPlace(place);
  const opened = await first.manager.open();
  expect(await best(opened.snapshot, RIVER_QUESTION)).toBe(RIVER);
  expect(first.lines).toEqual([expect.stringMatching(/^info Building the index, because .+\.$/u)]);
  const second = await openPlace(place);
  const again = await second.manager.open();
  expect(second.lines).toEqual([]);
  expect(again.name).toBe(opened.name);
  expect(await best(again.snapshot, RIVER_QUESTION)).toBe(RIVER);
  expect(leftovers(second.manager.directory)).toEqual([]);
  return first.lines[0] ?? '';
}

function flipBit(file: string, bit: number): void {
  const bytes = readFileSync(file);
  const position = (bit >> 3) % bytes.length;
  bytes[position] = (bytes[position] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(file, bytes);
}

const FAULTS: readonly (readonly [what: string, spoil: (file: string) => void])[] = [
  ['cut in half', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
  ['short of its last byte', (file) => truncateSync(file, readFileSync(file).length - 1)],
  ['one byte too long', (file) => writeFileSync(file, ' ', { flag: 'a' })],
  ['empty', (file) => truncateSync(file, 0)],
  ['full of zeros', (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length))],
  ['with a bit flipped at its start', (file) => flipBit(file, 3)],
  ['with a bit flipped in its middle', (file) => flipBit(file, readFileSync(file).length * 4)],
  ['missing', (file) => rmSync(file)],
  [
    'a folder',
    (file) => {
      rmSync(file);
      mkdirSync(join(file, 'inside'), { recursive: true });
    },
  ],
];

const NAMES = ['manifest.json', ...Object.values(SNAPSHOT_FILES)];

describe.each(NAMES)('an index whose %s is', (name) => {
  it.for(FAULTS)('%s is built anew', async ([, spoil], context) => {
    const built = await builtPlace();
    const file = join(built.directory, built.name, name);
    const isGraph = name === SNAPSHOT_FILES.graph;
    context.skip(isGraph && hnswlib === null, "hnswlib-node can't be loaded here: no graph");
    spoil(file);
    expect(await expectRebuilt(built.place)).toMatch(/damaged/u);
  });
});

describe('an index whose current.json is', () => {
  // A space behind JSON changes nothing, so that fault is none here.
  const faults = FAULTS.filter(([what]) => what !== 'one byte too long');

  it.each(faults)('%s is built anew', async (what, spoil) => {
    const built = await builtPlace();
    spoil(join(built.directory, 'current.json'));
    const line = await expectRebuilt(built.place);
    expect(line).toMatch(what === 'missing' ? /there is none yet/u : /damaged/u);
  });

  it.each([
    ['no JSON', 'not JSON'],
    ['null', 'null'],
    ['a list', '[]'],
    ['of other fields', '{"name":"x"}'],
    ['of fields of other types', '{"snapshot":1,"manifest":2}'],
    ['naming a snapshot that is not there', '{"snapshot":"gone","manifest":"x"}'],
    ['naming the folder above', '{"snapshot":"../..","manifest":"x"}'],
    ['naming no folder', '{"snapshot":"","manifest":"x"}'],
    ['naming a folder by its path', `{"snapshot":"/tmp","manifest":"x"}`],
  ])('%s is built anew', async (_, content) => {
    const built = await builtPlace();
    writeFileSync(join(built.directory, 'current.json'), content);
    expect(await expectRebuilt(built.place)).toMatch(/damaged/u);
  });

  it('naming a whole snapshot outside of its folder is built anew, and the other is left alone', async () => {
    const [one, other] = [await builtPlace(), await builtPlace()];
    const manifest = readFileSync(join(other.directory, other.name, 'manifest.json'));
    const pointer = {
      snapshot: relative(one.directory, join(other.directory, other.name)),
      manifest: createHash('sha256').update(manifest).digest('hex'),
    };
    writeFileSync(join(one.directory, 'current.json'), JSON.stringify(pointer));
    expect(await expectRebuilt(one.place)).toMatch(/damaged \(current\.json\)/u);
    expect(finishedSnapshots(other.directory)).toEqual([other.name]);
  });
});

describe('a flipped bit', () => {
  it('anywhere in any file never gives another answer', async () => {
    const built = await builtPlace();
    const files = [
      join(built.directory, 'current.json'),
      ...NAMES.map((name) => join(built.directory, built.name, name)).filter((file) =>
        existsSync(file),
      ),
    ];
    const { manager } = await openPlace(built.place);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat({ max: 1 << 20 }), async (file, bit) => {
        const bytes = readFileSync(file);
        flipBit(file, bit);
        expect((await manager.inspect()).reason !== null || (await manager.reload()) === null).toBe(
          true,
        );
        writeFileSync(file, bytes);
        expect((await manager.inspect()).reason).toBeNull();
      }),
      { ...FIXED, numRuns: 100 },
    );
  });
});
