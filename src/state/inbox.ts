import { isJsonObject } from '../json.ts';
import type { Inbox } from '../telegram/memory.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { readerOfUpdate } from './reader-of-update.ts';
import { textColumns, textIn } from './rows.ts';

type Update = ReturnType<Inbox['pending']>[number];

/** For how long it is remembered that an update came. */
export const REMEMBERED_IN_MS = 2 * 24 * 60 * 60 * 1000;
/** An update that was begun so often may be what ended the process. */
export const MOST_ATTEMPTS = 2;
/** Telegram gives at most a hundred updates again: those of the last request. */
const IDS_KEPT = 10_000;

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
  // What the file may have failed to keep.
  const seen = createSeenIds();

  return {
    add(updates, now) {
      const fresh = updates.filter(({ update_id: id }) => seen.add(id, now));
      return guard.read('inbox.add', fresh, () =>
        database.transaction(() =>
          fresh.filter((update) => {
            const reader = readerOfUpdate(update);
            return insert.run(update.update_id, reader, JSON.stringify(update), now) > 0;
          }),
        ),
      );
    },
    pending: () =>
      guard.read('inbox.pending', [], () =>
        select.all(MOST_ATTEMPTS).flatMap((row) => updatesIn(textIn(row, 'content'))),
      ),
    begin: (update) => guard.write('inbox.begin', () => count.run(update)),
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

/** The ids of this process, the last ones only. */
function createSeenIds(): { add(id: number, now: number): boolean } {
  const seenAt = new Map<number, number>();
  return {
    /** Whether it is new. */
    add(id, now) {
      const at = seenAt.get(id);
      if (at !== undefined && now - at <= REMEMBERED_IN_MS) return false;
      // A Map keeps its keys in the order in which they were set.
      seenAt.delete(id);
      seenAt.set(id, now);
      const oldest = seenAt.size > IDS_KEPT ? seenAt.keys().next() : null;
      if (oldest?.done === false) seenAt.delete(oldest.value);
      return true;
    },
  };
}
