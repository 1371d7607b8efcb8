import type { Editors } from '../telegram/memory.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { numberColumns, numberIn, numberOrNullIn } from './rows.ts';

/** Who may look after the documents. */
export function createEditors(database: Database, guard: Guard): Editors {
  const select = database.prepare(
    `select ${numberColumns('id', 'added_by', 'at')} from editors order by editors.at, editors.id`,
  );
  const one = database.prepare('select 1 from editors where id = ?');
  const insert = database.prepare(
    'insert or ignore into editors (id, added_by, at) values (?, ?, ?)',
  );
  const remove = database.prepare('delete from editors where id = ?');

  return {
    list: () =>
      guard.read('editors.list', [], () =>
        select.all().map((row) => ({
          id: numberIn(row, 'id'),
          by: numberOrNullIn(row, 'added_by'),
          at: numberIn(row, 'at'),
        })),
      ),
    has: (id) => guard.read('editors.has', false, () => one.first(id) !== null),
    add: ({ id, by, at }) => guard.read('editors.add', false, () => insert.run(id, by, at) > 0),
    remove: (id) => guard.read('editors.remove', false, () => remove.run(id) > 0),
  };
}
