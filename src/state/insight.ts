import type { AskedQuestion } from '../insight/asked-question.ts';
import type { Insight } from '../telegram/memory.ts';
import { isLanguage, textsFrom } from './answer-json.ts';
import type { Database, Row } from './database.ts';
import type { Guard } from './guard.ts';
import { numberColumns, numberIn, textColumns, textIn, textOrNullIn } from './rows.ts';

const ROWS_AT_ONCE = 500;

/** The vote on an answer: the last that was against it, with a reason if there is one, before any that was for it. */
const VOTE = 'from votes where answer = answers.id order by value, reason is null, votes.at desc';

/** What readers asked; reads what a file of any version holds. */
export function createInsight(database: Database, guard: Guard): Insight {
  const select = database.prepare(
    `select ${numberColumns('id', 'at')}, ${textColumns('question', 'document', 'language', 'texts')},
      (select cast(value as blob) ${VOTE} limit 1) as vote, (select cast(reason as blob) ${VOTE} limit 1) as reason
      from answers where answers.at < ? and (answers.at, answers.id) > (?, ?) order by answers.at, answers.id limit ${ROWS_AT_ONCE}`,
  );
  const count = database.prepare('select count(*) as count from answers where at >= ? and at < ?');

  /**
   * Some at a time: what is done with them may take its time, and nothing is locked meanwhile.
   *
   * @yields a row.
   */
  function* rows(since: number, until: number): Generator<Row> {
    let [at, id] = [since - 1, Number.MAX_SAFE_INTEGER];
    for (;;) {
      const page = guard.read('insight.asked', [], () => select.all(until, at, id));
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < ROWS_AT_ONCE) return;
      // Only numbers are below `until`, so that none of these is damaged.
      [at, id] = [numberIn(last, 'at'), numberIn(last, 'id')];
    }
  }

  return {
    *asked(since, until) {
      for (const row of rows(since, until)) {
        const asked = guard.read('insight.asked', null, () => askedIn(row));
        if (asked !== null) yield asked;
      }
    },
    count: (since, until) =>
      guard.read('insight.count', 0, () => {
        const row = count.first(since, until);
        return row === null ? 0 : numberIn(row, 'count');
      }),
  };
}

/** @throws {TypeError} or {SyntaxError} where the row is damaged. */
function askedIn(row: Row): AskedQuestion {
  const language = textIn(row, 'language');
  const texts = textsFrom(JSON.parse(textIn(row, 'texts')));
  const answer = isLanguage(language) ? (texts[language] ?? Object.values(texts)[0]) : undefined;
  if (answer === undefined) throw new TypeError('texts holds no answer');
  const vote = textOrNullIn(row, 'vote');
  return {
    at: numberIn(row, 'at'),
    question: textIn(row, 'question'),
    questionLanguage: answer.questionLanguage,
    language: answer.language,
    status: answer.status,
    vote: vote === 'up' || vote === 'down' ? vote : null,
    reason: vote === 'down' ? textOrNullIn(row, 'reason') : null,
    document: textOrNullIn(row, 'document'),
    nearest: answer.citations.map(({ sentence, document, quote }) => ({
      sentence,
      document,
      quote,
    })),
  };
}
