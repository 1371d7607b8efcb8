import type { Usage } from '../telegram/memory.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { numberColumns, numberIn } from './rows.ts';

const REMEMBERED_IN_MS = 60 * 60 * 1000;
/** How many times are recorded before the old ones are deleted again. */
const RECORDS_BETWEEN = 100;

/** When readers asked, for an hour. */
export function createUsage(database: Database, guard: Guard): Usage {
  const select = database.prepare(
    `select ${numberColumns('at')} from usage where key = ? and usage.at >= ? order by usage.at, rowid`,
  );
  const insert = database.prepare('insert into usage (key, reader, at) values (?, ?, ?)');
  const remove = database.prepare('delete from usage where at < ?');
  let recorded = 0;

  return {
    since: (key, time) =>
      guard.read('usage.since', [], () => select.all(key, time).map((row) => numberIn(row, 'at'))),
    record: (key, reader, now) =>
      guard.write('usage.record', () => {
        insert.run(key, reader, now);
        if (recorded % RECORDS_BETWEEN === 0) remove.run(now - REMEMBERED_IN_MS);
        recorded += 1;
      }),
  };
}
