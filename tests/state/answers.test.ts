import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AnswerRecord } from '../../src/telegram/memory.ts';
import { anyText, FIXED } from '../support/any-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { answer, citation } from '../telegram/fake-answerer.ts';
import { newAnswer, NOON, open, openBoth, OTHER_READER, PLACE, READER } from './fixtures.ts';

const folder = temporaryFolder();
const GROUP = { chat: -1_001_234_567_890, thread: 7 } as const;

/** Every part of an answer, each other than in newAnswer. */
const CHANGES = {
  reader: OTHER_READER,
  place: GROUP,
  questionMessage: null,
  messages: [33, 31, 32],
  question: 'Who led\u0000 the delegation? 🙂',
  history: [],
  document: 'ڕاگەیێندراو',
  language: 'en',
  texts: {
    ckb: answer(),
    en: answer({
      language: 'en',
      status: 'not-in-document',
      composer: 'model',
      citations: [citation({ rendition: { start: 0, end: 5, text: 'A "text"' } })],
      emphasis: [{ start: 0, end: 4 }],
      degraded: { cause: 'timeout' },
    }),
  },
  suggestions: [],
  at: NOON + 5,
} as const satisfies Partial<AnswerRecord>;

describe('an answer', () => {
  it('comes back as it went in, and every part of it can be changed alone', async () => {
    const { answers } = await open(join(folder, 'changes'));
    const kept = added(answers.add(newAnswer()));
    expect(answers.find(kept.id)).toEqual({ ...newAnswer(), id: kept.id });
    const other = added(answers.add(newAnswer()));

    const expected = { ...kept };
    for (const [part, value] of Object.entries(CHANGES)) {
      Object.assign(expected, { [part]: value });
      answers.change(kept.id, { [part]: value });
      expect(answers.find(kept.id)).toEqual(expected);
    }
    expect(expected).toEqual({ ...CHANGES, id: kept.id });
    answers.change(kept.id, {});
    expect(answers.find(kept.id)).toEqual(expected);
    expect(answers.find(other.id)).toEqual(other);
  });

  it('that nobody kept is not found, and changing it changes nothing', async () => {
    const { answers } = await open(join(folder, 'none'));
    answers.change(1, CHANGES);
    expect(answers.find(1)).toBeNull();
    expect(answers.inMessage(GROUP.chat, 33)).toBeNull();
  });

  it('keeps whatever is written', async () => {
    const { answers } = await open(join(folder, 'any text'));
    const text = anyText.map((any) => any.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
    fc.assert(
      fc.property(text, anyText, (question, written) => {
        const changes = {
          question,
          document: question,
          history: [written],
          suggestions: [written, ''],
          texts: { en: answer({ answer: written }) },
        };
        const { id } = added(answers.add(newAnswer(changes)));
        expect(answers.find(id)).toEqual({ ...newAnswer(changes), id });
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('whose row is damaged is gone, and the log has nothing of it', async () => {
    const { memory, database, lines, clock } = await openBoth(join(folder, 'damaged'));
    const { id } = added(memory.answers.add(newAnswer({ messages: [31] })));
    for (const sql of [
      'texts = \'{"ckb":"نهێنی"}\'',
      'texts = \'{"ckb":{"answer":"نهێنی"}}\'',
      "texts = 'نهێنی'",
      'history = \'["نهێنی", 1]\'',
      "language = 'نهێنی'",
      "question = cast(x'ff00fe' as text), messages = 'نهێنی'",
      "at = 'نهێنی'",
      "reader = cast(x'ff00fe' as text)",
    ]) {
      database.execute(`update answers set ${sql} where id = ${id}`);
      clock.now += 60_000;
      expect(memory.answers.find(id)).toBeNull();
      expect(memory.answers.inMessage(PLACE.chat, 31)).toBeNull();
      memory.answers.change(id, newAnswer());
      expect(memory.answers.find(id)).not.toBeNull();
    }
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join('\n')).not.toContain('نهێنی');
  });
});

describe('what is asked of the answers', () => {
  it('is which one a reader’s message got: the last in that place', async () => {
    const { answers } = await open(join(folder, 'toQuestion'));
    answers.add(newAnswer());
    const last = added(answers.add(newAnswer()));
    answers.add(newAnswer({ questionMessage: null }));
    answers.add(newAnswer({ place: GROUP }));
    expect(answers.toQuestion(PLACE, 21)).toEqual(last);
    expect(answers.toQuestion(PLACE, 22)).toBeNull();
    expect(answers.toQuestion({ ...PLACE, thread: 1 }, 21)).toBeNull();
  });

  it('is which one a message of ours carries: the one it was given last', async () => {
    const { answers } = await open(join(folder, 'inMessage'));
    const first = added(answers.add(newAnswer({ messages: [31] })));
    const second = added(answers.add(newAnswer()));
    expect(answers.inMessage(PLACE.chat, 31)?.id).toBe(first.id);
    answers.change(first.id, { messages: [32, 33] });
    expect(answers.inMessage(PLACE.chat, 31)).toBeNull();
    expect(answers.inMessage(PLACE.chat, 32)?.id).toBe(first.id);
    answers.change(second.id, { messages: [33] });
    expect(answers.inMessage(PLACE.chat, 33)?.id).toBe(second.id);
    expect(answers.inMessage(GROUP.chat, 33)).toBeNull();
    answers.change(second.id, { place: GROUP });
    expect(answers.inMessage(GROUP.chat, 33)?.id).toBe(second.id);
    expect(answers.inMessage(PLACE.chat, 33)).toBeNull();
  });

  it('is what a reader asked last in a place, oldest first', async () => {
    const { answers } = await open(join(folder, 'lastQuestions'));
    const ask = (question: string, at: number, changes: Partial<AnswerRecord> = {}): unknown =>
      answers.add(newAnswer({ question, at, ...changes }));
    ask('third', NOON + 2);
    ask('first', NOON);
    ask('second', NOON + 1);
    ask('fourth', NOON + 2);
    ask('elsewhere', NOON + 3, { place: GROUP });
    ask('of another', NOON + 3, { reader: OTHER_READER });
    const last = (since: number, limit: number): readonly string[] =>
      answers.lastQuestions(READER, PLACE, since, limit);
    expect(last(0, 9)).toEqual(['first', 'second', 'third', 'fourth']);
    expect(last(0, 2)).toEqual(['third', 'fourth']);
    expect(last(NOON + 1, 9)).toEqual(['second', 'third', 'fourth']);
    expect(last(NOON + 3, 9)).toEqual([]);
    expect(last(0, 0)).toEqual([]);
  });
});

it('a reader has one vote for an answer', async () => {
  const { memory, database, lines } = await openBoth(join(folder, 'votes'));
  const { id } = added(memory.answers.add(newAnswer()));
  const vote = { answer: id, reader: READER, value: 'down', reason: 'wrong', at: NOON } as const;
  memory.answers.vote(vote);
  memory.answers.vote({ ...vote, reader: OTHER_READER });
  memory.answers.vote({ ...vote, value: 'up', reason: null, at: NOON + 1 });
  memory.answers.vote({ ...vote, answer: id + 1 });
  const rows = database.prepare('select * from votes order by reader').all();
  expect(rows).toEqual([
    { answer: id, reader: READER, value: 'up', reason: null, at: NOON + 1 },
    { ...vote, reader: OTHER_READER },
  ]);
  expect(lines).toEqual([]);
});

function added(kept: AnswerRecord | null): AnswerRecord {
  if (kept === null) throw new Error('the answer was not kept');
  return kept;
}
