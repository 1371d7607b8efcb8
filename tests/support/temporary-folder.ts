import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll } from 'vitest';

/**
 * A new empty folder, removed with all that is in it when the tests of the file or the `describe` are done. To be called
 * outside of tests.
 */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pirsyar-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their names below a folder, and gives the folder back. */
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
