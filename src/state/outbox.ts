import type { Outbox } from '../telegram/memory.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { numberColumns, numberIn, textColumns, textIn } from './rows.ts';

/** What readers are still to be told. */
export function createOutbox(database: Database, guard: Guard): Outbox {
  const insert = database.prepare(
    'insert into notices (reader, chat, content, at) values (?, ?, ?, ?)',
  );
  const tell = database.prepare(
    'insert or ignore into told (answer, sentence) select answers.id, ? from answers join followers using (reader) where answers.id = ?',
  );
  const select = database.prepare(
    `select ${numberColumns('id', 'reader', 'chat', 'at')}, ${textColumns('content')} from notices order by notices.id`,
  );
  const remove = database.prepare('delete from notices where id = ?');

  return {
    add: (notices) =>
      guard.write('outbox.add', () =>
        database.transaction(() => {
          for (const { reader, chat, content, at, about } of notices) {
            const added = about.map(({ answer, sentence }) => tell.run(sentence, answer));
            if (added.length > 0 && added.every((rows) => rows === 0)) continue;
            insert.run(reader, chat, content, at);
          }
        }),
      ),
    pending: () =>
      guard.read('outbox.pending', [], () =>
        select.all().map((row) => ({
          id: numberIn(row, 'id'),
          reader: numberIn(row, 'reader'),
          chat: numberIn(row, 'chat'),
          content: textIn(row, 'content'),
          at: numberIn(row, 'at'),
        })),
      ),
    done: (notice) => guard.write('outbox.done', () => remove.run(notice)),
  };
}
