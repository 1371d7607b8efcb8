import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { AskedQuestion } from '../../src/insight/asked-question.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { answer, citation, QUOTE } from '../telegram/fake-answerer.ts';
import { newAnswer, NOON, open, openBoth, OTHER_READER, READER } from './fixtures.ts';

const folder = temporaryFolder();

describe('what was asked', () => {
  it('is told without who asked, oldest first', async () => {
    const memory = await open(join(folder, 'asked'));
    const refused = answer({
      questionLanguage: 'ckb-Latn',
      status: 'not-in-document',
      citations: [citation({ marker: 0, sentence: 'near', quote: 'نزیک' })],
    });
    memory.answers.add(newAnswer({ at: NOON + 1, document: 'statement', question: 'دوو؟' }));
    const english = { language: 'en', texts: { ckb: answer(), en: refused } } as const;
    memory.answers.add(newAnswer({ ...english, question: 'one?' }));
    const [first, second, ...others] = [...memory.insight.asked(NOON, NOON + 2)];
    expect(others).toEqual([]);
    expect(first).toEqual<AskedQuestion>({
      at: NOON,
      question: 'one?',
      questionLanguage: 'ckb-Latn',
      language: 'ckb',
      status: 'not-in-document',
      vote: null,
      reason: null,
      document: null,
      nearest: [{ sentence: 'near', document: 'statement', quote: 'نزیک' }],
    });
    expect(second).toMatchObject({
      question: 'دوو؟',
      status: 'answered',
      document: 'statement',
      nearest: [{ sentence: 'sentence-000000001', quote: QUOTE }],
    });
    expect(JSON.stringify([first, second])).not.toContain(String(READER));
    memory.close();
  });

  it('is that of a time, however much it is', async () => {
    const { memory, database } = await openBoth(join(folder, 'many'));
    memory.answers.add(newAnswer());
    // Many at the same moment, too, where one page ends and the next begins.
    database.execute(`with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 1100)
      insert into answers (reader, chat, thread, language, at, messages, question, history, suggestions, texts)
      select reader, chat, thread, language, at + n / 700, messages, n, history, suggestions, texts from answers, numbers`);
    const questions = (since: number, until: number): readonly string[] =>
      Array.from(memory.insight.asked(since, until), ({ question }) => question);
    const all = questions(0, NOON + 2);
    expect(all).toHaveLength(1101);
    expect(new Set(all).size).toBe(1101);
    expect(memory.insight.count(0, NOON + 2)).toBe(1101);
    expect(questions(NOON + 1, NOON + 2)).toHaveLength(401);
    expect(memory.insight.count(NOON + 1, NOON + 2)).toBe(401);
    expect(questions(NOON + 2, NOON + 9)).toEqual([]);
    memory.close();
  });

  it('is told with the vote against it, where there is one, and its reason', async () => {
    const memory = await open(join(folder, 'votes'));
    const id = memory.answers.add(newAnswer())?.id ?? 0;
    const voted = (): unknown => {
      const [asked] = memory.insight.asked(0, NOON + 1);
      return [asked?.vote, asked?.reason];
    };
    const vote = { answer: id, reader: READER, reason: null, at: NOON };
    memory.answers.vote({ ...vote, value: 'up' });
    expect(voted()).toEqual(['up', null]);
    memory.answers.vote({ ...vote, value: 'down', reason: 'wrong', reader: 1 });
    memory.answers.vote({ ...vote, value: 'down', reader: 2, at: NOON + 1 });
    memory.answers.vote({ ...vote, value: 'up', reader: OTHER_READER, at: NOON + 2 });
    expect(voted()).toEqual(['down', 'wrong']);
    memory.close();
  });

  it('leaves out what is damaged, and what was forgotten', async () => {
    const { memory, database } = await openBoth(join(folder, 'damaged'));
    for (const question of ['one', 'two', 'three', 'four']) {
      memory.answers.add(newAnswer({ question }));
    }
    memory.answers.add(newAnswer({ question: 'of another', reader: OTHER_READER }));
    database.execute(`
      update answers set texts = '{}' where question = 'one';
      update answers set language = 'fa' where question = 'two';
      update answers set texts = '{' where question = 'three'`);
    const questions = (): readonly string[] =>
      Array.from(memory.insight.asked(0, NOON + 1), ({ question }) => question);
    expect(questions()).toEqual(['four', 'of another']);
    memory.readers.forget(OTHER_READER);
    expect(questions()).toEqual(['four']);
    memory.close();
  });
});
