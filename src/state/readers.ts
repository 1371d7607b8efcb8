import type { Readers } from '../telegram/memory.ts';
import { isLanguage } from './answer-json.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { numberColumns, numberIn, textColumns, textIn, textOrNullIn } from './rows.ts';

/** What readers chose. */
export function createReaders(database: Database, guard: Guard): Omit<Readers, 'forget'> {
  const choices = database.prepare(
    `select ${textColumns('language', 'document')} from choices where reader = ?`,
  );
  const setLanguage = database.prepare(
    'insert into choices (reader, language) values (?, ?) on conflict do update set language = excluded.language',
  );
  const setDocument = database.prepare(
    'insert into choices (reader, document) values (?, ?) on conflict do update set document = excluded.document',
  );
  const mark = database.prepare(
    `select ${numberColumns('since')} from conversations where reader = ? and chat = ? and thread = ?`,
  );
  const setMark = database.prepare(
    'insert or replace into conversations (reader, chat, thread, since) values (?, ?, ?, ?)',
  );

  return {
    language: (reader) =>
      guard.read('readers.language', 'auto', () => {
        const row = choices.first(reader);
        const language = row === null ? 'auto' : textIn(row, 'language');
        return isLanguage(language) ? language : 'auto';
      }),
    chooseLanguage: (reader, choice) =>
      guard.write('readers.chooseLanguage', () => setLanguage.run(reader, choice)),
    document: (reader) =>
      guard.read('readers.document', null, () => {
        const row = choices.first(reader);
        return row === null ? null : textOrNullIn(row, 'document');
      }),
    chooseDocument: (reader, document) =>
      guard.write('readers.chooseDocument', () => setDocument.run(reader, document)),
    conversationSince: (reader, { chat, thread }) =>
      guard.read('readers.conversationSince', 0, () => {
        const row = mark.first(reader, chat, thread);
        return row === null ? 0 : numberIn(row, 'since');
      }),
    beginConversation: (reader, { chat, thread }, now) =>
      guard.write('readers.beginConversation', () => setMark.run(reader, chat, thread, now)),
  };
}
