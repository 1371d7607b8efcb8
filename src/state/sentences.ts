import type { ArchivedSentence, SentenceArchive } from '../telegram/memory.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard.ts';
import { numberIn, textColumns, textIn, textOrNullIn } from './rows.ts';

const CHUNK = 1_000;
/** So that another process doesn't wait to write for longer than a moment. */
const CHUNKS_IN_ONE_TRANSACTION = 20;

/** The sentences that documents hold or held; nothing about readers. */
export function createSentences(database: Database, guard: Guard): SentenceArchive {
  const missing = database.prepare(
    'select key from json_each(?) where not exists (select 1 from sentences where id = value)',
  );
  const insert = database.prepare(
    'insert or ignore into sentences (id, document, text, rendition) select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(?)',
  );
  const select = database.prepare(
    `select ${textColumns('id', 'document', 'text', 'rendition')} from sentences where id = ?`,
  );
  /** Those that are not there yet: nearly none after the first time, and then nothing is written. */
  const isMissing = (chunk: readonly ArchivedSentence[]): readonly ArchivedSentence[] => {
    const keys = missing.all(JSON.stringify(chunk.map(({ id }) => id)));
    return keys.flatMap((row) => chunk[numberIn(row, 'key')] ?? []);
  };

  return {
    add: (sentences) =>
      guard.write('sentences.add', () => {
        const chunks = inChunks(inChunks(sentences, CHUNK).flatMap(isMissing), CHUNK);
        for (const some of inChunks(chunks, CHUNKS_IN_ONE_TRANSACTION)) {
          database.transaction(() => {
            for (const chunk of some) insert.run(jsonOf(chunk));
          });
        }
      }),
    find: (id) =>
      guard.read('sentences.find', null, () => {
        const row = select.first(id);
        return row === null
          ? null
          : {
              id: textIn(row, 'id'),
              document: textIn(row, 'document'),
              text: textIn(row, 'text'),
              rendition: textOrNullIn(row, 'rendition'),
            };
      }),
  };
}

function jsonOf(sentences: readonly ArchivedSentence[]): string {
  return JSON.stringify(
    sentences.map(({ id, document, text, rendition }) => [id, document, text, rendition]),
  );
}

function inChunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
