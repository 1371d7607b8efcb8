import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ensureDirectory } from '../src/ensure-directory.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = temporaryFolder();

describe('a folder', () => {
  it('is made with those above it, and may be there already', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    expect(await ensureDirectory(deep)).toBe(join(folder, 'a'));
    expect(await ensureDirectory(deep)).toBeNull();
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  it('is made once by several who want it at the same time', async () => {
    const deep = join(folder, 'shared', 'b', 'c');
    await Promise.all(Array.from({ length: 8 }, () => ensureDirectory(deep)));
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  it('that a file stands in the way of is refused', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(ensureDirectory(file)).rejects.toThrow('EEXIST');
    await expect(ensureDirectory(join(file, 'below'))).rejects.toThrow('ENOTDIR');
  });

  it.runIf(existsSync('/proc'))('that the system refuses is refused, not waited for', async () => {
    await expect(ensureDirectory('/proc/pirsyar/index')).rejects.toThrow('/proc');
  });
});
