import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { COLUMNS, columnsOf } from '../../src/state/answer-rows.ts';
import type { Database } from '../../src/state/database.ts';
import { connect } from '../../src/state/database.ts';
import { migrate, MIGRATIONS, versionOf } from '../../src/state/migrations.ts';
import { openDatabase } from '../../src/state/open-database.ts';
import { keptLog } from '../support/kept-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { newAnswer, NOON, openBoth, PLACE, READER } from './fixtures.ts';

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

it('knows the tables of today as version 2', async () => {
  const database = await connect(':memory:');
  migrate(database);
  expect(versionOf(database)).toBe(2);
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .all();
  expect(tables.map((row) => row['name'])).toEqual([
    'answer_messages',
    'answers',
    'audit',
    'choices',
    'conversations',
    'editors',
    'followers',
    'notices',
    'sentences',
    'sqlite_sequence',
    'told',
    'updates',
    'usage',
    'votes',
  ]);
});

describe('a file of version 1', () => {
  it('loses nothing', async () => {
    const directory = join(folder, 'of version 1');
    const file = await fileOfVersion1(directory);
    const before = contentOf(file.database);
    file.database.close();

    const { memory, database, lines } = await openBoth(directory);
    expect(versionOf(database)).toBe(2);
    expect(contentOf(database)).toEqual(before);
    expect(memory.answers.inMessage(PLACE.chat, 31)?.id).toBe(file.answer);
    expect(memory.editors.add({ id: READER, by: null, at: NOON })).toBe(true);
    expect(lines).toEqual([]);
    memory.close();
  });

  it('that is damaged is moved aside before anything is done to it', async () => {
    const directory = join(folder, 'damaged version 1');
    const { database } = await fileOfVersion1(directory);
    database.execute('drop table usage');
    database.close();
    const { memory, lines } = await openBoth(directory);
    expect(lines).toEqual([expect.stringContaining('its tables are not those of its version')]);
    expect(memory.answers.inMessage(PLACE.chat, 31)).toBeNull();
    memory.close();
  });
});

/** With a row in every table, as the first program left it. */
async function fileOfVersion1(directory: string): Promise<{ database: Database; answer: number }> {
  mkdirSync(directory, { recursive: true });
  const database = await openDatabase(join(directory, 'bot.sqlite'), {
    log: keptLog().log,
    migrations: MIGRATIONS.slice(0, 1),
  });
  const columns = columnsOf(newAnswer({ messages: [31] }));
  const answer = database
    .prepare(
      `insert into answers (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')}) returning id`,
    )
    .first(...COLUMNS.map((column) => columns[column] ?? null));
  database.execute(`
    insert into answer_messages select chat, 31, id from answers;
    insert into votes select id, reader, 'down', 'wrong', at from answers;
    insert into updates (id, reader, content, at) values (5, 7, '{"update_id":5}', 1);
    insert into choices values (7, 'en', 'statement');
    insert into conversations values (7, 7, 0, 1);
    insert into usage values ('reader', 7, 1);
    insert into sentences values ('one', 'statement', 'ڕستە', null)`);
  return { database, answer: Number(answer?.['id']) };
}

function contentOf(database: Database): object {
  const tables = ['answers', 'answer_messages', 'votes', 'updates', 'choices'];
  return [...tables, 'conversations', 'usage', 'sentences'].map((table) => {
    const rows = database.prepare(`select * from ${table}`).all();
    expect(rows).toHaveLength(1);
    return rows;
  });
}

function notesIn(database: Database): readonly unknown[] {
  const rows = database.prepare('select text, length from notes').all();
  return rows.map(({ text, length }) => ({ text, length }));
}
