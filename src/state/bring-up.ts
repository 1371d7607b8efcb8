import { DamagedFileError } from './damage.ts';
import type { Database } from './database.ts';
import { RESULT, resultCode } from './database.ts';
import { migrate, refuseNewer, versionOf } from './migrations.ts';

/** How every connection works; the busy timeout is in milliseconds, the cache in KiB below zero, the log in bytes. */
export const PRAGMAS = `
pragma busy_timeout = 5000;
pragma trusted_schema = off;
pragma cell_size_check = on;
pragma foreign_keys = on;
pragma secure_delete = on;
pragma synchronous = normal;
pragma cache_size = -8000;
pragma journal_size_limit = 16777216;
`;

/**
 * Brings the tables of a file up to date. No statement is prepared before the file is known to be whole: a connection with one left can't
 * be closed, and when it goes at last it deletes the log that stands beside the name of its file, which may be that of a new file by then.
 *
 * `probes` are what a file of each version allows; see migrations.ts.
 *
 * @throws {DamagedFileError}, or what SQLite says of a damaged file. @throws {PirsyarError} where it was written by a later program.
 */
export function bringUp(
  database: Database,
  file: string,
  { migrations, probes }: { migrations: readonly string[]; probes: readonly (readonly string[])[] },
): void {
  const known = migrations.length;
  wholeOr('SQLite does not know its format', () => database.execute(PRAGMAS));
  if (finds(database, `user_version`, `user_version > ${known}`)) {
    refuseNewer(versionOf(database), known, file);
  }
  // Not only quick_check: what is wrong in an index would show at the first deletion. 0.4 s with 300,000 sentences.
  if (finds(database, 'integrity_check', "integrity_check <> 'ok'")) {
    throw new DamagedFileError('SQLite finds its pages damaged');
  }
  // In one transaction, which also finds out whether the file can be written.
  database.transaction(() => {
    const isForeign = 'user_version = 0 and exists (select 1 from sqlite_schema)';
    if (finds(database, 'user_version', isForeign)) {
      throw new DamagedFileError('it holds tables that are not ours');
    }
  });
  for (const [index, ofVersion] of probes.entries()) {
    if (!finds(database, 'user_version', `user_version = ${index + 1}`)) continue;
    for (const probe of ofVersion) {
      wholeOr('its tables are not those of its version', () => database.execute(probe));
    }
  }
  database.execute('pragma journal_mode = wal');
  migrate(database, migrations);
}

/** Whether a pragma gives a value on which a condition holds. */
function finds(database: Database, pragma: string, condition: string): boolean {
  try {
    // A value behind a mark is no JSON, so that SQLite stops at the first one.
    database.execute(`select json('!' || ${pragma}) from pragma_${pragma} where ${condition}`);
    return false;
  } catch (error) {
    if (resultCode(error) === RESULT.error) return true;
    throw error;
  }
}

/** Does what only a whole file allows: where SQLite can't make sense of it, the file is damaged, and `reason` says in what way. */
function wholeOr(reason: string, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (resultCode(error) !== RESULT.error) throw error;
    throw new DamagedFileError(reason, { cause: error });
  }
}
