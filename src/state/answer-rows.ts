import type { AnswerRecord, NewAnswer } from '../telegram/memory.ts';
import { isLanguage, isNumber, isText, textsFrom } from './answer-json.ts';
import type { Row, Value } from './database.ts';
import {
  listIn,
  numberColumns,
  numberIn,
  numberOrNullIn,
  textColumns,
  textIn,
  textOrNullIn,
} from './rows.ts';

/** The columns of an answer but its id, in the order of the table. */
export const COLUMNS = [
  'reader',
  'chat',
  'thread',
  'question_message',
  'document',
  'language',
  'at',
  'messages',
  'question',
  'history',
  'suggestions',
  'texts',
] as const;

type Columns = Readonly<Record<(typeof COLUMNS)[number], Value | undefined>>;

/** All that a row of an answer is read from. */
export const SELECTED = `${numberColumns('id', 'reader', 'chat', 'thread', 'question_message', 'at')}, ${textColumns(
  'document',
  'language',
  'messages',
  'question',
  'history',
  'suggestions',
  'texts',
)}`;

/** What each column is given of an answer; undefined where that part is not there. */
export function columnsOf(answer: Partial<NewAnswer>): Columns {
  return {
    reader: answer.reader,
    chat: answer.place?.chat,
    thread: answer.place?.thread,
    question_message: answer.questionMessage,
    document: answer.document,
    language: answer.language,
    at: answer.at,
    messages: jsonOf(answer.messages),
    question: answer.question,
    history: jsonOf(answer.history),
    suggestions: jsonOf(answer.suggestions),
    texts: jsonOf(answer.texts),
  };
}

/** An answer as it was kept. @throws {TypeError} or {SyntaxError} where the row is damaged. */
export function answerIn(row: Row): AnswerRecord {
  const language = textIn(row, 'language');
  if (!isLanguage(language)) throw new TypeError('language holds no language');
  return {
    id: numberIn(row, 'id'),
    reader: numberIn(row, 'reader'),
    place: { chat: numberIn(row, 'chat'), thread: numberIn(row, 'thread') },
    questionMessage: numberOrNullIn(row, 'question_message'),
    messages: listIn(row, 'messages', isNumber),
    question: textIn(row, 'question'),
    history: listIn(row, 'history', isText),
    document: textOrNullIn(row, 'document'),
    language,
    texts: textsFrom(JSON.parse(textIn(row, 'texts'))),
    suggestions: listIn(row, 'suggestions', isText),
    at: numberIn(row, 'at'),
  };
}

function jsonOf(value: object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
