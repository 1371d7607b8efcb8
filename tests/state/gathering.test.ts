import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { connect } from '../../src/state/database.ts';
import type { Database, Statement } from '../../src/state/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { idsOf, newAnswer, NOON, openBoth, PLACE, READER, update } from './fixtures.ts';

const folder = temporaryFolder();

/** A file with a table, and somebody else who reads it. */
async function notes(name: string): Promise<{
  database: Database;
  insert: Statement;
  /** The notes that this connection sees, and those that another one does. */
  seen: () => readonly unknown[];
  kept: () => readonly unknown[];
}> {
  const file = join(folder, `${name}.sqlite`);
  const [database, other] = [await connect(file), await connect(file)];
  database.execute('pragma journal_mode = wal; create table notes (id integer primary key)');
  const [own, others] = [database, other].map((one) => one.prepare('select id from notes'));
  return {
    database,
    insert: database.prepare('insert into notes (id) values (?)'),
    seen: () => own?.all().map(({ id }) => id) ?? [],
    kept: () => others?.all().map(({ id }) => id) ?? [],
  };
}

describe('what is gathered', () => {
  it('is seen at once, and in the file at the end of the turn, all together', async () => {
    const { database, insert, seen, kept } = await notes('together');
    const one = database.gather(() => insert.run(1));
    const two = database.gather(() => insert.run(2));
    expect([one.result, two.result]).toEqual([1, 1]);
    expect(seen()).toEqual([1, 2]);
    expect(kept()).toEqual([]);
    await one.kept;
    expect(kept()).toEqual([1, 2]);
    await two.kept;
    await database.gather(() => insert.run(3)).kept;
    expect(kept()).toEqual([1, 2, 3]);
  });

  it.each<readonly [string, (database: Database, insert: Statement) => unknown]>([
    ['a statement', (_, insert) => insert.run(2)],
    ['a transaction', (database, insert) => database.transaction(() => insert.run(2))],
    ['what is executed', (database) => database.execute('insert into notes values (2)')],
  ])('is in the file before %s that is not', async (name, write) => {
    const { database, insert, kept } = await notes(name);
    const { kept: whenKept } = database.gather(() => insert.run(1));
    write(database, insert);
    expect(kept()).toEqual([1, 2]);
    await whenKept;
  });

  it('is in the file before it is closed', async () => {
    const { database, insert, kept } = await notes('closed');
    database.gather(() => insert.run(1));
    database.close();
    expect(kept()).toEqual([1]);
  });

  it('stays where a part of it fails, and that part leaves nothing', async () => {
    const { database, insert, kept } = await notes('part');
    database.gather(() => insert.run(1));
    const fail = (): never => {
      insert.run(2);
      throw new Error('it went wrong');
    };
    expect(() => database.gather(() => database.transaction(fail))).toThrow('it went wrong');
    expect(() => database.gather(() => insert.run(1))).toThrow('UNIQUE');
    await database.gather(() => database.transaction(() => insert.run(3))).kept;
    expect(kept()).toEqual([1, 3]);
  });

  it('can’t be begun where another process writes, and can afterwards', async () => {
    const file = join(folder, 'busy.sqlite');
    const [database, other] = [await connect(file), await connect(file)];
    database.execute('pragma busy_timeout = 10; create table notes (id integer primary key)');
    const insert = database.prepare('insert into notes (id) values (?)');
    other.execute('begin immediate');
    expect(() => database.gather(() => insert.run(1))).toThrow('locked');
    other.execute('rollback');
    await database.gather(() => insert.run(2)).kept;
    expect(database.prepare('select id from notes').all()).toEqual([{ id: 2 }]);
  });
});

describe('a memory', () => {
  it('keeps what was gathered, and shows it to who asks meanwhile', async () => {
    const { memory } = await openBoth(join(folder, 'memory'));
    memory.inbox.add([update(1), update(2)], NOON);
    const adding = memory.gathered(() => memory.answers.add(newAnswer()));
    void memory.gathered(() => memory.inbox.done(1));
    expect(memory.answers.toQuestion(PLACE, 21)?.messages).toEqual([]);
    expect(idsOf(memory.inbox.pending())).toEqual([2]);
    const record = await adding;
    expect(memory.answers.find(record?.id ?? 0)).toEqual(record);
  });

  it('forgets what was gathered, too', async () => {
    const { memory } = await openBoth(join(folder, 'forgotten'));
    const adding = memory.gathered(() => memory.answers.add(newAnswer()));
    expect(memory.readers.forget(READER)).toBe(1);
    expect(await adding).not.toBeNull();
    expect(memory.answers.toQuestion(PLACE, 21)).toBeNull();
  });

  it('gives nothing where it can’t be kept, and logs that', async () => {
    const { memory, database, lines } = await openBoth(join(folder, 'full'));
    database.execute('pragma query_only = on');
    expect(await memory.gathered(() => memory.answers.add(newAnswer()))).toBeNull();
    expect(lines).toHaveLength(1);
    database.execute('pragma query_only = off');
    expect(await memory.gathered(() => memory.answers.add(newAnswer()))).not.toBeNull();
  });

  it('gives nothing of what was lost together with what found the disk full', async () => {
    const { memory, database, lines } = await openBoth(join(folder, 'lost'));
    const all = Array.from({ length: 50 }, async (_, index) => {
      if (index === 1) database.execute('pragma max_page_count = 1');
      return memory.gathered(() =>
        memory.answers.add(newAnswer({ question: 'نهێنی'.repeat(500), questionMessage: index })),
      );
    });
    const records = await Promise.all(all);
    for (const [index, record] of records.entries()) {
      expect(memory.answers.toQuestion(PLACE, index)).toEqual(record);
    }
    expect(records.at(-1)).toBeNull();
    expect(lines).toHaveLength(1);
  });

  it('reads many things from one state, and each by itself where that fails', async () => {
    const { memory, database, lines } = await openBoth(join(folder, 'reading'));
    memory.readers.chooseLanguage(READER, 'en');
    const read = (): unknown =>
      memory.reading(() => [memory.readers.language(READER), memory.readers.document(READER)]);
    expect(read()).toEqual(['en', null]);
    database.close();
    expect(read()).toEqual(['auto', null]);
    expect(lines).toHaveLength(1);
  });
});
