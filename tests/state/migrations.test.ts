import { join } from 'node:path';

import { expect, it } from 'vitest';

import type { Database } from '../../src/state/database.ts';
import { connect } from '../../src/state/database.ts';
import { migrate, MIGRATIONS, versionOf } from '../../src/state/migrations.ts';
import { openDatabase } from '../../src/state/open-database.ts';
import { keptLog } from '../support/kept-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const ONE = "create table notes (text); insert into notes values ('kept')";
const TWO = 'alter table notes add column length; update notes set length = length(text)';
const FAILING =
  "create table empty (text check (text <> 'here')); insert into empty select text from notes where text = 'here'";
const WRONG = "insert into notes values ('half done', 9); insert into missing values (1)";

it('brings a file from every version to the last, and keeps what is in it', async () => {
  for (const begun of [[], [ONE], [ONE, TWO]]) {
    const database = await connect(join(folder, `from-${begun.length}.sqlite`));
    migrate(database, begun);
    expect(versionOf(database)).toBe(begun.length);
    migrate(database, [ONE, TWO]);
    expect(versionOf(database)).toBe(2);
    expect(notesIn(database)).toEqual([{ text: 'kept', length: 4 }]);
    database.close();
  }
});

it('does a step whole or not at all', async () => {
  const database = await connect(join(folder, 'half.sqlite'));
  expect(() => migrate(database, [ONE, TWO, WRONG])).toThrow('no such table: missing');
  expect(versionOf(database)).toBe(2);
  expect(notesIn(database)).toEqual([{ text: 'kept', length: 4 }]);
  migrate(database, [ONE, TWO, "insert into notes values ('mended', 6)"]);
  expect(notesIn(database)).toHaveLength(2);
  database.close();
});

it('takes over from a process that was in the middle of it', async () => {
  const file = join(folder, 'two.sqlite');
  const [first, second] = [await connect(file), await connect(file)];
  migrate(first, [ONE]);
  // This one looked before, and now finds the step done.
  migrate(second, [ONE, TWO]);
  migrate(first, [ONE, TWO]);
  expect(notesIn(first)).toEqual([{ text: 'kept', length: 4 }]);
  first.close();
  second.close();
});

it('leaves the file where it is when a step fails', async () => {
  const file = join(folder, 'failing.sqlite');
  const { log, lines } = keptLog();
  const first = await openDatabase(file, { log, migrations: [ONE] });
  first.execute("insert into notes values ('here')");
  first.close();
  // It fails on what is in this file alone.
  const failing = openDatabase(file, { log, migrations: [ONE, FAILING] });
  await expect(failing).rejects.toThrow('CHECK constraint failed');
  expect(lines).toEqual([]);
  const database = await openDatabase(file, { log, migrations: [ONE, TWO] });
  expect(notesIn(database)).toEqual([
    { text: 'kept', length: 4 },
    { text: 'here', length: 4 },
  ]);
  database.close();
});

it('knows the tables of today as version 1', async () => {
  const database = await connect(':memory:');
  migrate(database);
  expect(versionOf(database)).toBe(MIGRATIONS.length);
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .all();
  expect(tables.map((row) => row['name'])).toEqual([
    'answer_messages',
    'answers',
    'choices',
    'conversations',
    'sentences',
    'sqlite_sequence',
    'updates',
    'usage',
    'votes',
  ]);
});

function notesIn(database: Database): readonly unknown[] {
  const rows = database.prepare('select text, length from notes').all();
  return rows.map(({ text, length }) => ({ text, length }));
}
