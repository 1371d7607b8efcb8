import type { AnswerRecord, Followers, StaleAnswer } from '../telegram/memory.ts';
import { isText, textsFrom } from './answer-json.ts';
import { answerIn, SELECTED } from './answer-rows.ts';
import type { Database, Row } from './database.ts';
import type { Guard } from './guard.ts';
import { listIn, numberColumns, numberIn, textColumns, textIn } from './rows.ts';

/** Readers who want to be told what changes. */
export function createFollowers(database: Database, guard: Guard): Followers {
  const one = database.prepare('select 1 from followers where reader = ?');
  const insert = database.prepare(
    'insert or replace into followers (reader, chat, at) values (?, ?, ?)',
  );
  const remove = database.prepare('delete from followers where reader = ?');
  const all = database.prepare(
    `select ${numberColumns('reader', 'chat')} from followers order by followers.reader`,
  );
  const questions = database.prepare(
    `select ${numberColumns('id')}, ${textColumns('question')} from answers where reader = ? order by answers.at desc, answers.id desc`,
  );
  const told = 'select json_group_array(sentence) from told where told.answer = answers.id';
  const some = database.prepare(
    `select ${numberColumns('id')}, ${textColumns('texts')}, cast((${told}) as blob) as told from answers where id in (select value from json_each(?)) order by answers.at desc, answers.id desc`,
  );
  const byId = database.prepare(`select ${SELECTED} from answers where id = ?`);

  function staleIn(row: Row, isServed: (sentence: string) => boolean): readonly StaleAnswer[] {
    const known = listIn(row, 'told', isText);
    const isGone = (sentence: string): boolean => !known.includes(sentence) && !isServed(sentence);
    // Most don't name one, and to parse each would take many times as long.
    const texts = textIn(row, 'texts');
    if (!mentionsOne(texts, isGone)) return [];
    const gone = citedIn(textsFrom(JSON.parse(texts))).filter(({ sentence }) => isGone(sentence));
    const whole = gone.length === 0 ? null : byId.first(numberIn(row, 'id'));
    return whole === null ? [] : [{ answer: answerIn(whole), gone }];
  }

  return {
    follows: (reader) => guard.read('followers.follows', false, () => one.first(reader) !== null),
    follow: (reader, chat, at) =>
      guard.write('followers.follow', () => insert.run(reader, chat, at)),
    unfollow: (reader) => guard.write('followers.unfollow', () => remove.run(reader)),
    list: () =>
      guard.read('followers.list', [], () =>
        all.all().map((row) => ({ reader: numberIn(row, 'reader'), chat: numberIn(row, 'chat') })),
      ),
    newestAnswers: (reader) =>
      guard.read('followers.newestAnswers', [], () =>
        newestOf(questions.all(reader)).map((row) => numberIn(row, 'id')),
      ),
    staleAmong: (answers, isServed) =>
      guard.read('followers.staleAmong', [], () =>
        some
          .all(JSON.stringify(answers))
          .flatMap((row) =>
            guard.read<readonly StaleAnswer[]>('followers.staleAmong', [], () =>
              staleIn(row, isServed),
            ),
          ),
      ),
  };
}

/** The first answer to each question. */
function newestOf(rows: readonly Row[]): readonly Row[] {
  const met = new Set<string>();
  return rows.filter((row) => {
    const question = textIn(row, 'question').trim();
    if (met.has(question)) return false;
    met.add(question);
    return true;
  });
}

/** Whether JSON of answers names a sentence of a kind. */
function mentionsOne(texts: string, isSuch: (sentence: string) => boolean): boolean {
  for (const [, id = ''] of texts.matchAll(/"sentence":"([^"]+)"/gu)) {
    if (isSuch(id)) return true;
  }
  return false;
}

/** What an answer rests on, in any language, each sentence once. */
function citedIn(texts: AnswerRecord['texts']): StaleAnswer['gone'] {
  const cited = Object.values(texts)
    .flatMap(({ citations }) => citations)
    .filter(({ marker }) => marker > 0);
  return [...new Map(cited.map((citation) => [citation.sentence, citation])).values()];
}
