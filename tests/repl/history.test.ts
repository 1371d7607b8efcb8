import { statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readHistory, writeHistory } from '../../src/repl/history.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

describe('the history of a conversation', () => {
  it('comes back as it was kept, from a folder that did not exist', async () => {
    const file = join(folder, 'state', 'deep', 'history');
    const lines = ['ئەی هی ئەمریکا؟', ':why', 'Who led the delegation?'];
    await writeHistory(file, lines);
    await expect(readHistory(file)).resolves.toEqual(lines);
  });

  it('is nobody else’s to read', async () => {
    const file = join(folder, 'private');
    await writeHistory(file, ['x']);
    expect(statSync(file).mode % 0o100).toBe(0);
  });

  it('keeps the newest 500 lines', async () => {
    const file = join(folder, 'long');
    const lines = Array.from({ length: 700 }, (_, index) => `پرسیاری ${index}`);
    await writeHistory(file, lines);
    await expect(readHistory(file)).resolves.toEqual(lines.slice(0, 500));
  });

  it('is empty where there is none, and nothing fails where it cannot be kept', async () => {
    await expect(readHistory(join(folder, 'nowhere'))).resolves.toEqual([]);
    writeFiles(folder, { file: 'x' });
    await expect(writeHistory(join(folder, 'file', 'history'), ['x'])).resolves.toBeUndefined();
    await expect(readHistory(folder)).resolves.toEqual([]);
  });
});
