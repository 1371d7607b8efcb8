import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { UsageError } from '../../src/errors.ts';
import { readQuestions } from '../../src/evaluation/questions.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const FILE = join(folder, 'questions.jsonl');

const GOOD = {
  id: 'a',
  document: 'd',
  passage: [0, 9],
  answer: [1, 3],
  q_ckb: 'کێ؟',
  q_eng: 'Who?',
  answer_ckb: 'ئەو',
  answer_eng: 'He',
  type: 'who',
};
const UNANSWERABLE = { id: 'u', unanswerable: true, q_ckb: 'کەی؟', q_eng: 'When?' };

function write(...lines: readonly (string | object)[]): string {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFiles(folder, { 'questions.jsonl': `${text.join('\n')}\n` });
  return FILE;
}

describe('readQuestions', () => {
  it('reads answerable, unanswerable and follow-up questions, and passes blank lines over', async () => {
    const followUp = {
      ...GOOD,
      id: 'f',
      evidence: [0, 5],
      history_ckb: ['یەکەم؟'],
      history_eng: ['First?'],
    };
    const questions = await readQuestions(write(GOOD, '', UNANSWERABLE, '  \r', followUp));
    expect(questions).toEqual([
      {
        id: 'a',
        type: 'who',
        spelling: 'standard',
        hand: null,
        of: null,
        text: { ckb: 'کێ؟', en: 'Who?' },
        history: { ckb: [], en: [] },
        gold: { document: 'd', passage: { start: 0, end: 9 }, answer: 'ئەو', evidence: null },
      },
      {
        id: 'u',
        type: 'unanswerable',
        spelling: 'standard',
        hand: null,
        of: null,
        text: { ckb: 'کەی؟', en: 'When?' },
        history: { ckb: [], en: [] },
        gold: null,
      },
      expect.objectContaining({
        history: { ckb: ['یەکەم؟'], en: ['First?'] },
        gold: expect.objectContaining({ evidence: { start: 0, end: 5 } }),
      }),
    ]);
  });

  it('reads other spellings of a question, in Sorani only where there is no English', async () => {
    const { q_eng: _, ...sorani } = GOOD;
    const chat = { ...sorani, id: 'a-chat', of: 'a', spelling: 'chat', hand: 'h1', q_ckb: 'ke' };
    const [, read] = await readQuestions(write(GOOD, chat));
    expect(read).toMatchObject({
      id: 'a-chat',
      of: 'a',
      spelling: 'chat',
      hand: 'h1',
      text: { ckb: 'ke', en: null },
      gold: { answer: 'ئەو' },
    });
  });

  it('reads several files as one set, in which an id comes once', async () => {
    const more = join(folder, 'more.jsonl');
    writeFiles(folder, { 'more.jsonl': `\n${JSON.stringify(UNANSWERABLE)}` });
    const questions = await readQuestions(write(GOOD), more);
    expect(questions.map(({ id }) => id)).toEqual(['a', 'u']);
    const reading = readQuestions(write(GOOD, UNANSWERABLE), more);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(`${more}:2 has the "id" of an earlier line, u.`);
  });

  it.each([
    ['{"id": ', 'is no JSON object'],
    ['[]', 'is no JSON object'],
    [{ ...GOOD, id: 7 }, 'has no "id"'],
    [{ ...GOOD, q_ckb: '' }, 'has no "q_ckb"'],
    [{ ...GOOD, q_eng: '' }, 'has no "q_eng"'],
    [{ ...GOOD, spelling: '' }, 'has no "spelling"'],
    [{ ...GOOD, hand: 7 }, 'has no "hand"'],
    [{ ...GOOD, of: ['a'] }, 'has no "of"'],
    [{ ...GOOD, type: undefined }, 'has no "type"'],
    [{ ...GOOD, document: undefined }, 'has no "document"'],
    [{ ...GOOD, answer_ckb: undefined }, 'has no "answer_ckb"'],
    [{ ...GOOD, passage: [0] }, 'has no "passage" of the form [start, end]'],
    [{ ...GOOD, passage: '0-9' }, 'has no "passage" of the form [start, end]'],
    [{ ...GOOD, evidence: ['0', '9'] }, 'has no "evidence" of the form [start, end]'],
    [{ ...UNANSWERABLE, unanswerable: 'yes' }, 'has no "type"'],
  ])('names file and line where a line is bad: %j %s', async (line, problem) => {
    const reading = readQuestions(write({ ...GOOD, id: 'first' }, '', line));
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(`${FILE}:3 ${problem}.`);
  });

  it('names the file where there is nothing to read', async () => {
    await expect(readQuestions(write(''))).rejects.toThrow(`${FILE} hold no line`);
    const nowhere = join(folder, 'nowhere');
    await expect(readQuestions(nowhere)).rejects.toThrow(`${nowhere} can't be read`);
    await expect(readQuestions(nowhere)).rejects.toThrow(UsageError);
  });
});

describe('the bundled question set', () => {
  it('can be read, and every evidence lies in its passage', async () => {
    const questions = await readQuestions('data/evaluation/statement.jsonl');
    expect(questions.filter(({ gold }) => gold !== null).length).toBeGreaterThanOrEqual(60);
    expect(questions.filter(({ gold }) => gold === null).length).toBeGreaterThanOrEqual(20);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { gold } of questions) {
      if (gold?.evidence == null) continue;
      expect(gold.evidence.start).toBeGreaterThanOrEqual(gold.passage.start);
      expect(gold.evidence.end).toBeLessThanOrEqual(gold.passage.end);
    }
  });
});
