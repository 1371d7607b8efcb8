import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { createSmallCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const cli = createSmallCli();
const ENTRY = fileURLToPath(new URL('../../dist/bin/pirsyar.js', import.meta.url));

describe('places that cannot be written', () => {
  it.runIf(existsSync('/dev/full'))('a full standard output is one sentence, no stack', () => {
    const full = openSync('/dev/full', 'w');
    const run = spawnSync(process.execPath, [ENTRY, '--help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toBe("Standard output can't be written (ENOSPC).\n");
  });

  it.runIf(existsSync('/proc'))(
    'an index folder that the system refuses is not waited for',
    async () => {
      const settings = { INDEX_DIR: '/proc/pirsyar' };
      const [ask, doctor] = await Promise.all([
        cli.run(['ask', '--json', 'Who is Blinken?'], { settings }),
        cli.run(['doctor'], { settings }),
      ]);
      expect(ask.exitCode).toBe(0);
      expect(ask.stderr).toContain('serving from memory');
      expect(doctor.exitCode).toBe(1);
      expect(doctor.stdout).toMatch(/^index +failed .*set INDEX_DIR/mu);
    },
  );
});

describe('a batch', () => {
  it('says of wrong settings before it reads a line', async () => {
    const run = await cli.run(['ask', '--batch', '-'], { settings: { RATE_LIMIT: 'abc' } });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('RATE_LIMIT');
  });

  it('counts the white space round a text as part of it', async () => {
    const line = JSON.stringify({ id: 'long', question: `${'a'.repeat(10_000)} ` });
    const { stdout } = await cli.run(['ask', '--batch', '-'], { input: `${line}\n` });
    expect(JSON.parse(stdout)).toMatchObject({ id: 'long', error: { code: 'too-long' } });
  });
});

describe('index', () => {
  const folder = writeFiles(temporaryFolder(), {
    'k.ckb.txt': 'یەک. دوو.',
    'k.en.txt': 'One.',
  });

  it('says of a rendition that it had to leave out', async () => {
    const run = await cli.run(['index'], { settings: { DOCUMENTS_DIR: join(folder) } });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain('"k": its rendition is left out: paragraph 1');
  });
});
