import { isJsonObject } from '../json.ts';
import type { Inbox } from '../telegram/memory.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { readerOfUpdate } from './reader-of-update.ts';
import { createRecentIds } from './recent-ids.ts';
import { textColumns, textIn } from './rows.ts';

type Update = ReturnType<Inbox['pending']>[number];

/** For how long it is remembered that an update came. */
export const REMEMBERED_IN_MS = 2 * 24 * 60 * 60 * 1000;
/** An update that was begun so often may be what ended the processes; that a bot is stopped three times amid one answer has other reasons. */
export const MOST_ATTEMPTS = 4;

/** The updates, in the order in which they came. */
export function createInbox(database: Database, guard: Guard): Inbox {
  const insert = database.prepare(
    'insert or ignore into updates (id, reader, content, at) values (?, ?, ?, ?)',
  );
  const select = database.prepare(
    `select ${textColumns('content')} from updates where content is not null and attempts < ? order by arrival`,
  );
  const count = database.prepare('update updates set attempts = attempts + 1 where id = ?');
  const empty = database.prepare('update updates set content = null, reader = null where id = ?');
  // What the file fails to keep is known for as long as the process lasts.
  const [seen, unkept] = [createRecentIds(REMEMBERED_IN_MS), createRecentIds(REMEMBERED_IN_MS)];

  return {
    add(updates, now) {
      const kept = guard.read<readonly Update[] | null>('inbox.add', null, () =>
        database.transaction(() =>
          updates.filter((update) => {
            const { update_id: id } = update;
            if (unkept.has(id, now)) return false;
            return insert.run(id, readerOfUpdate(update), JSON.stringify(update), now) > 0;
          }),
        ),
      );
      const fresh =
        kept ?? updates.filter(({ update_id: id }) => !seen.has(id, now) && unkept.add(id, now));
      for (const { update_id: id } of updates) seen.add(id, now);
      return fresh;
    },
    pending: () =>
      guard.read('inbox.pending', [], () =>
        select.all(MOST_ATTEMPTS).flatMap((row) => updatesIn(textIn(row, 'content'))),
      ),
    begin: (...updates) =>
      guard.write('inbox.begin', () =>
        database.transaction(() => {
          for (const update of updates) count.run(update);
        }),
      ),
    done: (update) => guard.write('inbox.done', () => empty.run(update)),
  };
}

/** The update that a text holds; none where it is damaged, so that the others come through. */
function updatesIn(text: string): readonly Update[] {
  try {
    const value: unknown = JSON.parse(text);
    return isUpdate(value) ? [value] : [];
  } catch {
    return [];
  }
}

function isUpdate(value: unknown): value is Update {
  return isJsonObject(value) && typeof value['update_id'] === 'number';
}
