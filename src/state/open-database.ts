import { chmod, open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import type { Log } from '../log.ts';
import { bringUp, PRAGMAS } from './bring-up.ts';
import { DamagedFileError, inodeOf, isDamage, moveAside } from './damage.ts';
import type { Database } from './database.ts';
import { connect, RESULT, resultCode } from './database.ts';
import { MIGRATIONS, migrate, probesOf } from './migrations.ts';

/** A second damaged file in a row is left where it is. */
const ATTEMPTS = 2;
const OWNER_ONLY = 0o600;
/** Two processes that make one file at once get in each other's way, and SQLite doesn't wait there. */
const PATIENCE_IN_MS = 5_000;
const TURN_IN_MS = 50;

/** A database in memory, for when there can be no file. */
export async function openInMemory(): Promise<Database> {
  const database = await connect(':memory:');
  database.execute(PRAGMAS);
  migrate(database);
  return database;
}

/**
 * Opens a file that only its owner can read, up to date and whole. A damaged one is moved aside with a line in the log, and a new one begun.
 *
 * @throws {PirsyarError} where the file was written by a later program. @throws other errors where there can be no file.
 */
export async function openDatabase(
  file: string,
  { log, migrations = MIGRATIONS }: { log: Log; migrations?: readonly string[] },
): Promise<Database> {
  const expected = { migrations, probes: await probesOf(migrations) };
  for (let attempt = 1; ; attempt += 1) {
    const identity = await makeFile(file);
    const database = await connect(file);
    try {
      await inTurn(() => bringUp(database, file, expected));
      return database;
    } catch (error) {
      database.close();
      if (!isDamage(error) || attempt === ATTEMPTS) throw error;
      const aside = await moveAside(file, identity);
      if (aside !== null) reportDamage(log, aside, error);
    }
  }
}

/** Makes the file where it is missing, so that SQLite doesn't make one that others can read, and gives its inode. */
async function makeFile(file: string): Promise<number> {
  const there = await inodeOf(file);
  if (there !== null) {
    // By its name: to close a file of our own would take away the locks that this process has on it.
    await chmod(file, OWNER_ONLY).catch(() => {});
    return there;
  }
  try {
    await (await open(file, 'wx', OWNER_ONLY)).close();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'EEXIST') throw error;
  }
  return (await inodeOf(file)) ?? 0;
}

async function inTurn(work: () => void): Promise<void> {
  const deadline = performance.now() + PATIENCE_IN_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (resultCode(error) !== RESULT.busy || performance.now() > deadline) throw error;
      await delay(TURN_IN_MS);
    }
  }
}

function reportDamage(log: Log, aside: string, error: unknown): void {
  const reason =
    error instanceof DamagedFileError ? error.message : `SQLite error ${resultCode(error)}`;
  log.error(
    `What the bot remembered is damaged (${reason}) and a new file is begun; ${aside} keeps it, with what readers wrote, until you delete it.`,
  );
}
