import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { temporaryFolder } from './support/temporary-folder.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COPIED = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];

/** The sources beside all packages but hnswlib-node, as npm leaves them where it can't be compiled. */
function withoutHnswlib(): string {
  const folder = temporaryFolder();
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== 'hnswlib-node')
      symlinkSync(join(ROOT, 'node_modules', name), join(packages, name));
  }
  return folder;
}

const folder = withoutHnswlib();

it('builds where the optional hnswlib-node and its types are missing', () => {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const build = (): Buffer =>
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: folder });
  expect(build).not.toThrow();
  const version = execFileSync(process.execPath, ['dist/bin/pirsyar.js', '--version'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(version).toMatch(/^\d+\.\d+\.\d+$/mu);
});
