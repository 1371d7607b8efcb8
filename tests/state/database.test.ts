import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { isNumber } from '../../src/state/answer-json.ts';
import type { Database, Value } from '../../src/state/database.ts';
import { connect } from '../../src/state/database.ts';
import { listIn, numberIn, numberOrNullIn, textColumns, textIn } from '../../src/state/rows.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

async function withTable(): Promise<Database> {
  const database = await connect(':memory:');
  database.execute('create table notes (id integer primary key, text text)');
  return database;
}

describe('a database', () => {
  it('refuses values that would end the process', async () => {
    const insert = (await withTable()).prepare('insert into notes (text) values (?)');
    // What the types rule out may still come from JSON.
    const wrong: Value[] = JSON.parse('[true, {}, []]');
    for (const value of wrong) expect(() => insert.run(value)).toThrow(TypeError);
    expect(insert.run(null)).toBe(1);
  });

  it('throws once it is closed', async () => {
    const database = await withTable();
    const select = database.prepare('select id from notes');
    database.close();
    database.close();
    expect(() => select.all()).toThrow('closed');
    expect(() => database.prepare('select 1')).toThrow('closed');
    expect(() => database.execute('select 1')).toThrow('closed');
    expect(() => database.transaction(() => 1)).toThrow('closed');
  });

  it('does a transaction whole or not at all', async () => {
    const database = await withTable();
    const insert = database.prepare('insert into notes (text) values (?)');
    const fail = (): never => {
      insert.run('half');
      throw new Error('it went wrong');
    };
    expect(() => database.transaction(fail)).toThrow('it went wrong');
    expect(database.transaction(() => insert.run('whole'))).toBe(1);
    expect(database.prepare('select count(*) as rows from notes').first()).toMatchObject({
      rows: 1,
    });
  });

  it('lets nothing half done stand in the way after another process held the file', async () => {
    const file = join(folder, 'locked.sqlite');
    const [database, other] = [await connect(file), await connect(file)];
    database.execute('pragma busy_timeout = 10; create table notes (text text)');
    const insert = database.prepare('insert into notes (text) values (?)');
    const select = database.prepare('select count(*) as rows from notes');
    const attempts = [
      () => insert.run('a'),
      () => select.first(),
      () => select.all(),
      () => database.execute("insert into notes values ('b')"),
      () => database.transaction(() => insert.run('c')),
    ];
    other.execute('begin exclusive');
    for (const attempt of attempts) expect(attempt).toThrow('locked');
    other.execute('rollback');
    expect(database.transaction(() => insert.run('d'))).toBe(1);
    database.execute('vacuum');
    expect(select.first()).toMatchObject({ rows: 1 });
    // Nor is anything still being read: the other one may change the tables.
    other.execute('pragma busy_timeout = 10; drop table notes');
    database.close();
    other.close();
  });

  it('can be used again after the disk was full', async () => {
    const database = await connect(join(folder, 'full.sqlite'));
    database.execute('create table notes (text text); pragma max_page_count = 3');
    const insert = database.prepare('insert into notes (text) values (?)');
    const long = 'x'.repeat(20_000);
    expect(() => insert.run(long)).toThrow('full');
    expect(() => database.transaction(() => insert.run(long))).toThrow('full');
    database.execute('pragma max_page_count = 1000');
    expect(database.transaction(() => insert.run(long))).toBe(1);
    database.close();
  });

  it('needs a folder', async () => {
    await expect(connect(join(folder, 'missing', 'bot.sqlite'))).rejects.toThrow(
      'Unable to open connection',
    );
  });
});

describe('a column', () => {
  it.each([
    ["'نووسین \u200C🙂'", 'نووسین \u200C🙂'],
    ["''", ''],
    ["'a' || char(0) || 'b'", 'a\u0000b'],
    ["cast(x'61ff62' as text)", 'a\uFFFDb'],
    ["cast(x'eda080' as text)", '\uFFFD\uFFFD\uFFFD'],
  ])('of text is read, whatever is in it: %s', async (value, text) => {
    const database = await withTable();
    database.execute(`insert into notes values (1, ${value})`);
    const row = database.prepare(`select ${textColumns('text')} from notes`).first() ?? {};
    expect(textIn(row, 'text')).toBe(text);
  });

  it('that holds something else is refused', () => {
    const row = { id: null, text: 'not bytes', at: 'now', list: Buffer.from('[1, "2"]') };
    expect(() => numberIn(row, 'id')).toThrow('id holds no number');
    expect(numberOrNullIn(row, 'id')).toBeNull();
    expect(() => numberOrNullIn(row, 'at')).toThrow('at holds no number');
    expect(() => textIn(row, 'text')).toThrow('text holds no text');
    expect(() => listIn(row, 'list', isNumber)).toThrow('list holds another list');
  });
});
