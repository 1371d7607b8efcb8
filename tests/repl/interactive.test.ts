import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { DETECT_DIRECTION } from '../../src/repl/direction.ts';
import { runInteractive } from '../../src/repl/interactive.ts';
import type { Session } from '../../src/repl/session.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A conversation that answers each line with itself. */
const echo: Pick<Session, 'handle'> = {
  handle: (line) =>
    Promise.resolve(
      line === ':quit' ? { kind: 'end', text: '' } : { kind: 'answer', text: `«${line}»\n` },
    ),
};

const folder = temporaryFolder();

async function converse(typed: string, historyFile: string): Promise<string> {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
  const shown: Buffer[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk));
  input.end(typed);
  await runInteractive(
    echo,
    { input, output, errors: new PassThrough() },
    { welcome: 'Welcome', historyFile },
  );
  return Buffer.concat(shown).toString();
}

describe('a conversation at a terminal', () => {
  it('welcomes, answers each line that is not blank, and ends at :quit', async () => {
    const shown = await converse('سڵاو\n\n:quit\nlater\n', join(folder, 'history'));
    expect(shown).toContain('Welcome');
    expect(shown).toContain('«سڵاو»');
    expect(shown).not.toContain('«later»');
  });

  it('ends with the input too, and gives the terminal back its direction', async () => {
    const shown = await converse('one\n', join(folder, 'other-history'));
    expect(shown).toContain('«one»');
    expect(shown.indexOf(DETECT_DIRECTION.on)).toBeLessThan(shown.indexOf('Welcome'));
    expect(shown.endsWith(`${DETECT_DIRECTION.off}\n`)).toBe(true);
  });

  it('keeps what was typed for the next one, newest first', async () => {
    const file = join(folder, 'state', 'history');
    await converse('one\ntwo\n', file);
    await converse('three\n', file);
    expect((await readFile(file, 'utf8')).split('\n').slice(0, 3)).toEqual(['three', 'two', 'one']);
  });
});
