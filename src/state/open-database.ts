import { chmod, open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import type { Log } from '../log.ts';
import { DamagedFileError, inodeOf, isDamage, moveAside, refuseDamaged } from './damage.ts';
import type { Database } from './database.ts';
import { connect, sqliteCode } from './database.ts';
import { MIGRATIONS, migrate, refuseNewer, versionOf } from './migrations.ts';

/** A second damaged file in a row is left where it is. */
const ATTEMPTS = 2;
const OWNER_ONLY = 0o600;
/** Two processes that make one file at once get in each other's way, and SQLite doesn't wait there. */
const TURNS = 20;
const TURN_IN_MS = 50;

/** How every connection works; the busy timeout is in milliseconds, the journal in bytes. */
const PRAGMAS = `
pragma busy_timeout = 5000;
pragma trusted_schema = off;
pragma cell_size_check = on;
pragma foreign_keys = on;
pragma secure_delete = on;
pragma synchronous = normal;
pragma cache_size = -8000;
pragma journal_size_limit = 16777216;
`;

/** A database in memory, for when there can be no file. */
export async function openInMemory(): Promise<Database> {
  const database = await connect(':memory:');
  database.execute(PRAGMAS);
  migrate(database);
  return database;
}

/**
 * Opens a file that only its owner can read, up to date and whole, and gives what `use` makes of it. A damaged one is moved aside with a
 * line in the log, and a new one begun; `use` throwing what SQLite says of missing tables counts as damage.
 *
 * @throws {PirsyarError} where the file was written by a later program. @throws other errors where there can be no file.
 */
export async function openDatabase<T>(
  file: string,
  { log, migrations = MIGRATIONS }: { log: Log; migrations?: readonly string[] },
  use: (database: Database) => T,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const identity = await makeFile(file);
    const database = await connect(file);
    try {
      await inTurn(() => bringUp(database, file, migrations));
      return used(database, use);
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

function bringUp(database: Database, file: string, migrations: readonly string[]): void {
  database.execute(PRAGMAS);
  const version = versionOf(database);
  refuseNewer(version, migrations.length, file);
  refuseDamaged(database);
  if (version === 0) refuseForeign(database);
  database.execute('pragma journal_mode = wal');
  migrate(database, migrations);
}

/** Tables without a version are none of ours. */
function refuseForeign(database: Database): void {
  database.transaction(() => {
    const isOurs = versionOf(database) > 0;
    const table = database.prepare('select 1 from sqlite_schema').first();
    if (table !== null && !isOurs) throw new DamagedFileError('it holds tables that are not ours');
  });
}

function used<T>(database: Database, use: (database: Database) => T): T {
  try {
    return use(database);
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_ERROR') throw error;
    throw new DamagedFileError('its tables are not those of its version', { cause: error });
  }
}

async function inTurn(work: () => void): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      return work();
    } catch (error) {
      if (sqliteCode(error)?.startsWith('SQLITE_BUSY') !== true || turn === TURNS) throw error;
      await delay(TURN_IN_MS);
    }
  }
}

function reportDamage(log: Log, aside: string, error: unknown): void {
  const reason =
    error instanceof DamagedFileError ? error.message : (sqliteCode(error) ?? 'unknown');
  log.error(
    `What the bot remembered is damaged (${reason}) and a new file is begun; ${aside} keeps it, with what readers wrote, until you delete it.`,
  );
}
