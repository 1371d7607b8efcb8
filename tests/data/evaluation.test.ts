import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import type { Span } from '../../src/corpus/document.ts';
import { segment } from '../../src/corpus/segment.ts';
import { readLabelledQuotes } from '../../src/evaluation/labelled-quotes.ts';
import { readQuestions } from '../../src/evaluation/questions.ts';
import type { EvaluationQuestion, Gold } from '../../src/evaluation/questions.ts';
import { VERDICTS } from '../../src/evaluation/verdict-scores.ts';
import { isJsonObject } from '../../src/json.ts';
import type { JsonObject } from '../../src/json.ts';

const data = new URL('../../data/', import.meta.url);
const file = fileOf('statement');
const source = readFileSync(new URL('documents/statement.ckb.txt', data), 'utf8');

const questions = await readQuestions(file);
const passages = segment('statement', source);
const rows = new Map(
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): [string, JsonObject] => {
      const row: unknown = JSON.parse(line);
      if (!isJsonObject(row)) throw new Error(`No object: ${line}`);
      return [String(row['id']), row];
    }),
);

/** Where a bundled set stands. */
function fileOf(set: string): string {
  return fileURLToPath(new URL(`evaluation/${set}.jsonl`, data));
}

function answerable(): [EvaluationQuestion, Gold][] {
  return questions.flatMap((question): [EvaluationQuestion, Gold][] =>
    question.gold === null ? [] : [[question, question.gold]],
  );
}

/** The ids of the questions for which something does not hold; empty is right, and names the wrong ones. */
function wrong(holds: (gold: Gold, row: JsonObject) => boolean): string[] {
  return answerable()
    .filter(([{ id }, gold]) => !holds(gold, rows.get(id) ?? {}))
    .map(([{ id }]) => id);
}

function asSpan(value: unknown): Span {
  const [start, end] = Array.isArray(value) ? (value as unknown[]) : [];
  return { start: Number(start), end: Number(end) };
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end;
}

describe('the questions about the statement', () => {
  it('have an id of their own, and a text of their own in both languages', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const language of ['ckb', 'en'] as const) {
      const asked = questions.map(({ text, history }) =>
        JSON.stringify([text[language], history[language]]),
      );
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  it('are at least 60 that it answers and 20 that it does not', () => {
    expect(answerable().length).toBeGreaterThanOrEqual(60);
    expect(questions.length - answerable().length).toBeGreaterThanOrEqual(20);
  });

  it('are of all types', () => {
    const wanted = ['who', 'when', 'where', 'howmany', 'why', 'how', 'which', 'what'];
    const types = new Set(questions.map(({ type }) => type));
    for (const type of [...wanted, 'yesno', 'list', 'followup', 'unanswerable']) {
      expect(types).toContain(type);
    }
  });

  it('that follow up say in both languages what they follow', () => {
    const without = questions
      .filter(({ type }) => type === 'followup')
      .filter(
        ({ history }) => history.ckb.length === 0 || history.ckb.length !== history.en.length,
      );
    expect(without).toEqual([]);
  });
});

function isWhereTheAnswerIs(gold: Gold, row: JsonObject): boolean {
  const { start, end } = asSpan(row['answer']);
  return source.slice(start, end) === gold.answer;
}

function isNested({ evidence, passage }: Gold, row: JsonObject): boolean {
  return (
    evidence !== null && isWithin(asSpan(row['answer']), evidence) && isWithin(evidence, passage)
  );
}

function isOneSentence({ passage, evidence }: Gold): boolean {
  return passages.some(
    ({ start, end, sentences }) =>
      start === passage.start &&
      end === passage.end &&
      sentences.some((one) => one.start === evidence?.start && one.end === evidence.end),
  );
}

describe('where their answers stand', () => {
  it('is in the statement', () => {
    expect(wrong(({ document }) => document === 'statement')).toEqual([]);
  });

  it('is where the source has the answer, letter by letter', () => {
    expect(wrong(isWhereTheAnswerIs)).toEqual([]);
  });

  it('is inside the evidence, which is inside the passage', () => {
    expect(wrong(isNested)).toEqual([]);
  });

  it('is proved by exactly one sentence of exactly one passage', () => {
    expect(wrong(isOneSentence)).toEqual([]);
  });
});

const spellings = await readQuestions(fileOf('spellings'));
const SPELLINGS = [
  'arabic-keyboard',
  'chat',
  'dialect',
  'hawar',
  'legacy',
  'no-marks',
  'typed',
] as const;

/** What ids the questions in one spelling ask anew, by the hand that typed them. */
function askedIn(spelling: string): Map<string | null, string[]> {
  const byHand = new Map<string | null, string[]>();
  for (const question of spellings.filter((one) => one.spelling === spelling)) {
    byHand.set(question.hand, [...(byHand.get(question.hand) ?? []), question.of ?? '']);
  }
  return byHand;
}

describe('the same questions as people type them', () => {
  const bases = new Map(questions.map((question) => [question.id, question]));

  it('have an id of their own, which no question of the set has', () => {
    const ids = spellings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => bases.has(id))).toEqual([]);
  });

  it('ask a question of the set, for the same answer at the same place', () => {
    for (const { of, type, gold } of spellings) {
      const base = bases.get(of ?? '');
      expect({ of, type, gold }).toEqual({ of: base?.id, type: base?.type, gold: base?.gold });
    }
  });

  it('come in seven spellings', () => {
    expect([...new Set(spellings.map(({ spelling }) => spelling))].toSorted()).toEqual(SPELLINGS);
  });

  it.each(SPELLINGS)('are the same forty in %s, each once by every hand', (spelling) => {
    const chosen = [...new Set(spellings.map(({ of }) => of ?? ''))].toSorted();
    expect(chosen).toHaveLength(40);
    for (const [hand, ids] of askedIn(spelling)) {
      expect(hand).not.toBeNull();
      expect(ids.toSorted()).toEqual(chosen);
    }
  });

  it.each(['hawar', 'chat'])('are typed by three hands in %s', (spelling) => {
    expect(new Set(askedIn(spelling).keys())).toEqual(new Set(['a', 'b', 'c']));
  });

  it('are in Latin letters where they should be, and nowhere else', () => {
    const inOtherLetters = spellings.filter(
      ({ spelling, text }) =>
        /\p{Script=Arabic}/u.test(text.ckb) === ['hawar', 'chat'].includes(spelling),
    );
    expect(inOtherLetters).toEqual([]);
  });

  it('are put in Sorani only, each as nobody else put it', () => {
    expect(spellings.filter(({ text }) => text.en !== null)).toEqual([]);
    const standard = new Set(questions.map(({ text }) => text.ckb));
    expect(spellings.filter(({ text }) => standard.has(text.ckb))).toEqual([]);
  });
});

/** What comes more than once. */
function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, place) => texts.indexOf(text) !== place);
}

describe.each([
  ['statement-readers', 60, 40],
  ['statement-unseen', 45, 25],
  ['off-topic', 0, 50],
  ['dialogues', 57, 6],
])('the set %s', (set, answered, unanswered) => {
  it(`has ${answered} questions with an answer and ${unanswered} without, or more`, async () => {
    const golds = (await readQuestions(fileOf(set))).map(({ gold }) => gold);
    expect(golds.filter((gold) => gold !== null).length).toBeGreaterThanOrEqual(answered);
    expect(golds.filter((gold) => gold === null).length).toBeGreaterThanOrEqual(unanswered);
  });

  it('has an id for each question, and puts none twice in one language', async () => {
    // Reading fails where an id comes twice.
    const asked = await readQuestions(fileOf(set));
    for (const language of ['ckb', 'en'] as const) {
      const put = asked.map(({ text, history }) => [...history[language], text[language]]);
      expect(repeated(put.map((words) => JSON.stringify(words)))).toEqual([]);
    }
  });

  it('has its answers in the passage that it names', async () => {
    const golds = (await readQuestions(fileOf(set))).flatMap(({ gold }) => gold ?? []);
    const elsewhere = golds.filter(
      ({ passage, answer }) => !source.slice(passage.start, passage.end).includes(answer),
    );
    expect(elsewhere).toEqual([]);
  });
});

describe('the dialogues', () => {
  it('are at least 30, each turn of which says in both languages what came before it', async () => {
    const turns = await readQuestions(fileOf('dialogues'));
    const openings = new Set(turns.map(({ history }) => history.ckb[0]));
    expect(openings.size).toBeGreaterThanOrEqual(30);
    const alone = turns.filter(
      ({ history }) => history.ckb.length === 0 || history.ckb.length !== history.en.length,
    );
    expect(alone).toEqual([]);
  });
});

describe('the labelled quotes', () => {
  it('are at least 150, of every verdict, each with an id and a text of its own', async () => {
    // Reading fails where an id comes twice.
    const quotes = await readLabelledQuotes(fileOf('quotes'));
    expect(quotes.length).toBeGreaterThanOrEqual(150);
    expect(new Set(quotes.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS));
    expect(repeated(quotes.map(({ text }) => text))).toEqual([]);
  });
});
