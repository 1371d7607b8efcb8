import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { CheckedFiles, writeRecorded } from '../../src/retrieval/checked-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
/** Longer than what is read or written at once, and no multiple of it. */
const LONG = Buffer.from(Array.from({ length: 300_000 }, (_, number) => `${number}`).join());

async function write(name: string, pieces: readonly Buffer[]): Promise<CheckedFiles> {
  const record = await writeRecorded(join(folder, name), pieces);
  return new CheckedFiles(folder, { files: { [name]: record } });
}

describe('files of a snapshot', () => {
  it.each([
    ['none', []],
    ['empty', [Buffer.alloc(0)]],
    ['small', [Buffer.from('ئاو'), Buffer.alloc(0), Buffer.from('پاک')]],
    ['long', [LONG]],
    ['many', [LONG.subarray(0, 7), LONG.subarray(7, 9), LONG.subarray(9), LONG]],
  ])('come back as they were written: %s', async (name, pieces) => {
    const files = await write(name, pieces);
    const whole = Buffer.concat(pieces);
    expect(readFileSync(join(folder, name)).equals(whole)).toBe(true);
    expect((await files.read(name)).equals(whole)).toBe(true);
    await files.check(name);
  });

  it.each<[what: string, damaged: (bytes: Buffer) => Buffer]>([
    ['shorter', (bytes) => bytes.subarray(1)],
    ['longer', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['another at the end', (bytes) => Buffer.concat([bytes.subarray(1), Buffer.from('x')])],
  ])('are refused where they are %s', async (_, damaged) => {
    const files = await write('damaged', [LONG]);
    writeFileSync(join(folder, 'damaged'), damaged(LONG));
    await expect(files.read('damaged')).rejects.toThrow(PirsyarError);
    await expect(files.check('damaged')).rejects.toThrow(PirsyarError);
  });

  it('are refused where they are missing, no files, or not in the manifest', async () => {
    const files = await write('here', [LONG]);
    const record = files.recordOf('here');
    mkdirSync(join(folder, 'directory'));
    const others = new CheckedFiles(folder, { files: { missing: record, directory: record } });
    for (const name of ['missing', 'directory', 'unknown']) {
      await expect(others.check(name)).rejects.toThrow(PirsyarError);
    }
  });

  it('are not read on when a signal has ended it', async () => {
    const files = await write('here', [LONG]);
    const reason = new Error('enough');
    await expect(files.read('here', AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
