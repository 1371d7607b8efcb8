import type { AnswerLog, AnswerRecord } from '../telegram/memory.ts';
import { answerIn, COLUMNS, columnsOf, SELECTED } from './answer-rows.ts';
import type { Database, Row } from './database.ts';
import type { Guard } from './guard.ts';
import { numberIn, textColumns, textIn } from './rows.ts';

/** The answers, with the messages that carry them and the votes. */
export function createAnswers(database: Database, guard: Guard): AnswerLog {
  const insert = database.prepare(
    `insert into answers (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')}) returning id`,
  );
  const byId = database.prepare(`select ${SELECTED} from answers where id = ?`);
  const byQuestion = database.prepare(
    `select ${SELECTED} from answers where chat = ? and thread = ? and question_message = ? order by id desc limit 1`,
  );
  const byMessage = database.prepare(
    `select ${SELECTED} from answers where id = (select answer from answer_messages where chat = ? and message = ?)`,
  );
  const questions = database.prepare(
    `select ${textColumns('question')} from answers where reader = ? and chat = ? and thread = ? and at >= ? order by at desc, id desc limit ?`,
  );
  const vote = database.prepare(
    'insert or replace into votes (answer, reader, value, reason, at) select id, ?, ?, ?, ? from answers where id = ?',
  );
  const changes = COLUMNS.map((column) => ({
    column,
    statement: database.prepare(`update answers set ${column} = ? where id = ?`),
  }));
  const leaveMessages = database.prepare('delete from answer_messages where answer = ?');
  // A message that carried another answer before carries this one now.
  const enterMessages = database.prepare(
    'insert or replace into answer_messages (chat, message, answer) select answers.chat, value, answers.id from answers, json_each(answers.messages) where answers.id = ?',
  );
  const find = (what: string, select: () => Row | null): AnswerRecord | null =>
    guard.read(what, null, () => {
      const row = select();
      return row === null ? null : answerIn(row);
    });

  return {
    add: (answer) =>
      guard.read('answers.add', null, () =>
        database.transaction(() => {
          const columns = columnsOf(answer);
          const row = insert.first(...COLUMNS.map((column) => columns[column] ?? null));
          if (row === null) return null;
          const id = numberIn(row, 'id');
          if (answer.messages.length > 0) enterMessages.run(id);
          return { ...answer, id };
        }),
      ),
    change: (id, given) =>
      guard.write('answers.change', () =>
        database.transaction(() => {
          const columns = columnsOf(given);
          for (const { column, statement } of changes) {
            const value = columns[column];
            if (value !== undefined) statement.run(value, id);
          }
          if (given.messages === undefined && given.place === undefined) return;
          leaveMessages.run(id);
          enterMessages.run(id);
        }),
      ),
    find: (id) => find('answers.find', () => byId.first(id)),
    toQuestion: ({ chat, thread }, message) =>
      find('answers.toQuestion', () => byQuestion.first(chat, thread, message)),
    inMessage: (chat, message) => find('answers.inMessage', () => byMessage.first(chat, message)),
    lastQuestions: (reader, { chat, thread }, since, limit) =>
      guard.read('answers.lastQuestions', [], () =>
        questions
          .all(reader, chat, thread, since, limit)
          .map((row) => textIn(row, 'question'))
          .toReversed(),
      ),
    vote: ({ answer, reader, value, reason, at }) =>
      guard.write('answers.vote', () => vote.run(reader, value, reason, at, answer)),
  };
}
