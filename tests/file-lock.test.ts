import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { acquireFileLock } from '../src/file-lock.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = temporaryFolder();
let count = 0;
const AT_ONCE = { patienceInMs: 0 };
/** Long enough that waiting for it would fail the test. */
const LONG = { patienceInMs: 600_000 };

/** Where no lock is yet. */
function lockFile(): string {
  count += 1;
  return join(folder, String(count), 'work.lock');
}

/** A lock file as another process would leave it, `age` minutes ago. */
function leaveLock(content: string, age = 0): string {
  const file = lockFile();
  mkdirSync(dirname(file));
  writeFileSync(file, content);
  const time = Date.now() / 1000 - age * 60;
  utimesSync(file, time, time);
  return file;
}

function owner(pid: number, host = hostname()): string {
  return JSON.stringify({ token: 'of somebody else', pid, host });
}

/** A process that has run and is gone. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('acquireFileLock', () => {
  it('breaks the lock of a process that is gone without any patience', async () => {
    const lock = await acquireFileLock(leaveLock(owner(deadPid())), AT_ONCE);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  it('makes the folder, names the process, and leaves nothing behind', async () => {
    const file = lockFile();
    const lock = await acquireFileLock(file, AT_ONCE);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
    });
    await lock?.release();
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  it('is held by one at a time', async () => {
    const file = lockFile();
    const first = await acquireFileLock(file, AT_ONCE);
    expect(await acquireFileLock(file, AT_ONCE)).toBeNull();
    await first?.release();
    expect(await acquireFileLock(file, AT_ONCE)).not.toBeNull();
  });

  it('comes to the next one when it is given back', async () => {
    const file = lockFile();
    const first = await acquireFileLock(file, AT_ONCE);
    const waiting = acquireFileLock(file, LONG);
    await first?.release();
    const second = await waiting;
    expect(second).not.toBeNull();
    expect(existsSync(file)).toBe(true);
  });

  it('is never held by two of many that want it', async () => {
    const file = lockFile();
    let holders = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      const lock = await acquireFileLock(file, LONG);
      holders += 1;
      most = Math.max(most, holders);
      await Promise.resolve();
      holders -= 1;
      await lock?.release();
    };
    await Promise.all(Array.from({ length: 5 }, work));
    expect(most).toBe(1);
  });

  it.each([
    ['a process that is gone', owner(deadPid()), 0],
    ['this process, which holds no such lock: its number came round', owner(process.pid), 0],
    ['a process that runs, but longer than any build takes', owner(process.ppid), 61],
    ['another host, longer ago than any build takes', owner(1, 'elsewhere'), 61],
    ['nobody, as a killed process leaves it', '', 1],
    ['nobody that can be read', '{"pid":"1"}', 1],
  ])('is broken where it is of %s', async (_, content, age) => {
    const file = leaveLock(content, age);
    const lock = await acquireFileLock(file, LONG);
    expect(lock).not.toBeNull();
    expect(readdirSync(dirname(file))).toEqual(['work.lock']);
  });

  it.each([
    ['a process that runs', owner(process.ppid), 0],
    ['another host, whose processes are not seen from here', owner(deadPid(), 'elsewhere'), 0],
    ['nobody yet: it is just being written', '', 0],
  ])('is left to %s', async (_, content, age) => {
    const file = leaveLock(content, age);
    expect(await acquireFileLock(file, AT_ONCE)).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('breaks a folder in its place, once nobody can be about to write there', async () => {
    const file = lockFile();
    mkdirSync(join(file, 'inside'), { recursive: true });
    const past = Date.now() / 1000 - 60;
    utimesSync(file, past, past);
    expect(await acquireFileLock(file, LONG)).not.toBeNull();
    expect(readdirSync(dirname(file))).toEqual(['work.lock']);
  });

  it('does not take away, on release, what somebody else holds by now', async () => {
    const file = lockFile();
    const lock = await acquireFileLock(file, AT_ONCE);
    writeFileSync(file, owner(process.ppid));
    await lock?.release();
    expect(readFileSync(file, 'utf8')).toBe(owner(process.ppid));
  });

  it('fails where no lock file can be made', async () => {
    const file = leaveLock('a file where a folder should be');
    await expect(acquireFileLock(join(file, 'work.lock'), LONG)).rejects.toThrow(/ENOTDIR|EEXIST/u);
  });
});
