import { PirsyarError } from '../errors.ts';
import type { Database } from './database.ts';
import { connect } from './database.ts';
import { numberIn, textColumns, textIn } from './rows.ts';
import { VERSION_1 } from './version-1.ts';
import { VERSION_2 } from './version-2.ts';

/** SQL that brings a file from one version to the next; the first makes version 1 of an empty one. Only ever added to. */
export const MIGRATIONS: readonly string[] = [VERSION_1, VERSION_2];

/** The version of the tables in a file; 0 where there are none yet. */
export function versionOf(database: Database): number {
  const row = database.prepare('pragma user_version').first();
  return row === null ? 0 : numberIn(row, 'user_version');
}

/** @throws {PirsyarError} where the file was written by a later program, whose tables we don't know. */
export function refuseNewer(version: number, known: number, file: string): void {
  if (version <= known) return;
  throw new PirsyarError(
    `${file} was written by a newer Pirsyar (its tables are of version ${version}, this one knows ${known}): update Pirsyar, or set STATE_DIR to another folder.`,
  );
}

/** Brings a file up to the last version, step by step; each step is done whole or not at all, also where two processes begin at once. */
export function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): void {
  while (versionOf(database) < migrations.length) {
    database.transaction(() => {
      // Another process may have been first.
      const version = versionOf(database);
      const sql = migrations[version];
      if (sql === undefined) return;
      database.execute(sql);
      database.execute(`pragma user_version = ${version + 1}`);
    });
  }
}

/**
 * For each version, from the first, SQL that a file with every table, column and reference of that version allows, and another doesn't. It
 * finds no rows and changes none: libsql 0.5.29 would look at each value of them, and ends the process at text that isn't UTF-8.
 */
export async function probesOf(
  migrations: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const database = await connect(':memory:');
  const probes = migrations.map((_, index) => {
    migrate(database, migrations.slice(0, index + 1));
    return probesFor(database);
  });
  database.close();
  return probes;
}

function probesFor(database: Database): readonly string[] {
  const tables = database.prepare(
    `select ${textColumns('name', 'columns')} from (
      select tables.name, group_concat(columns.name) as columns
      from sqlite_schema as tables, pragma_table_info(tables.name) as columns
      where tables.type = 'table' and tables.name not like 'sqlite_%' group by tables.name)`,
  );
  return tables.all().map((row) => {
    const [name, columns] = [textIn(row, 'name'), textIn(row, 'columns')];
    return `insert into ${name} (${columns}) select ${columns} from ${name} where false; delete from ${name} where false`;
  });
}
