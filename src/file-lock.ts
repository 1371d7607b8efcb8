import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { ensureDirectory } from './ensure-directory.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';

/** Who works; the contents of the lock file. */
interface LockOwner {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

/** A lock that is held. */
export interface FileLock {
  /** Gives the lock back; does nothing where somebody has broken it meanwhile. */
  release(): Promise<void>;
}

const POLL_MILLISECONDS = 100;
/** The tokens this process holds: a lock with our pid and another token is of a dead process whose pid came round. */
const held = new Set<string>();
/** A lock without a readable owner may be one that is being written just now; after this, its owner was killed before that. */
const UNSIGNED_LOCK_MILLISECONDS = 2000;
/** A lock is dead after this, also of another host, whose processes we can't see. No work takes so long. */
const OLDEST_LOCK_MINUTES = 60;

/**
 * Takes the lock of what only one process may work on. Waits while another one holds it; breaks the lock of a
 * process that is gone.
 *
 * Resolves to null after `patienceInMs` without it. @throws the file system's error where the file can't be made at all.
 */
export async function acquireFileLock(
  file: string,
  { patienceInMs }: { patienceInMs: number },
): Promise<FileLock | null> {
  await ensureDirectory(dirname(file));
  const owner: LockOwner = { token: randomUUID(), pid: process.pid, host: hostname() };
  const deadline = Date.now() + patienceInMs;
  held.add(owner.token);
  while (!(await createLock(file, owner))) {
    if (await breakDeadLock(file)) continue;
    if (Date.now() >= deadline) {
      held.delete(owner.token);
      return null;
    }
    await delay(POLL_MILLISECONDS);
  }
  return { release: () => releaseLock(file, owner.token) };
}

async function createLock(file: string, owner: LockOwner): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(JSON.stringify(owner));
    } catch (error) {
      // Where there is no room for the owner, nobody owns it.
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function releaseLock(file: string, token: string): Promise<void> {
  held.delete(token);
  const owner = await readOwner(file);
  if (owner?.token === token) await rm(file, { force: true });
}

/** Whether there was a dead lock. It is moved aside first, so that of two processes that find it only one removes it. */
async function breakDeadLock(file: string): Promise<boolean> {
  if (!(await isDead(file))) return false;
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    await rm(aside, { recursive: true, force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  return true;
}

async function isDead(file: string): Promise<boolean> {
  const age = await ageInMs(file);
  if (age === null) return false;
  const owner = await readOwner(file);
  if (owner === null) return age > UNSIGNED_LOCK_MILLISECONDS;
  if (age > OLDEST_LOCK_MINUTES * 60_000) return true;
  if (owner.host !== hostname()) return false;
  return owner.pid === process.pid ? !held.has(owner.token) : !isRunning(owner.pid);
}

async function ageInMs(file: string): Promise<number | null> {
  try {
    return Date.now() - (await stat(file)).mtimeMs;
  } catch {
    return null;
  }
}

async function readOwner(file: string): Promise<LockOwner | null> {
  try {
    const owner: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isOwner(owner) ? owner : null;
  } catch {
    return null;
  }
}

function isOwner(value: unknown): value is LockOwner & JsonObject {
  return (
    isJsonObject(value) &&
    typeof value['token'] === 'string' &&
    typeof value['host'] === 'string' &&
    typeof value['pid'] === 'number'
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether a process is gone and only waits for one that never asks how it ended, as the first process of many containers doesn't. */
function isZombie(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[ZX]/u.test(status.slice(status.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
