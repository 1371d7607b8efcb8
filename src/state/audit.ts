import type { AuditLog } from '../telegram/memory.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { numberColumns, numberIn, numberOrNullIn, textColumns, textIn } from './rows.ts';

const ENTRIES_KEPT = 10_000;

/** What was done to the documents, the index and the roles. */
export function createAudit(database: Database, guard: Guard): AuditLog {
  const insert = database.prepare(
    'insert into audit (person, about, action, detail, at) values (?, ?, ?, ?, ?) returning id',
  );
  const remove = database.prepare('delete from audit where id <= ?');
  const select = database.prepare(
    `select ${numberColumns('person', 'about', 'at')}, ${textColumns('action', 'detail')} from audit order by id desc limit ?`,
  );

  return {
    record: ({ by, about, action, detail, at }) =>
      guard.write('audit.record', () =>
        database.transaction(() => {
          const row = insert.first(by, about, action, detail, at);
          if (row !== null) remove.run(numberIn(row, 'id') - ENTRIES_KEPT);
        }),
      ),
    last: (limit) =>
      guard.read('audit.last', [], () =>
        select.all(limit).map((row) => ({
          by: numberOrNullIn(row, 'person'),
          about: numberOrNullIn(row, 'about'),
          action: textIn(row, 'action'),
          detail: textIn(row, 'detail'),
          at: numberIn(row, 'at'),
        })),
      ),
  };
}
