import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { evaluate } from '../../src/app.ts';
import type { Outcome } from '../../src/evaluation/report.ts';
import { smallCorpusParts } from '../support/open-pirsyar.ts';
import { QUESTIONS, readSource } from '../support/small-corpus.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const parts = smallCorpusParts();
const folder = temporaryFolder();
const documents = parts.settings.documentsDirectory;

/** The set's line for a question that a phrase of a document answers; its passage is the paragraph round the phrase. */
function line(
  id: string,
  document: string,
  answer: string,
  text: { ckb: string; en: string },
): string {
  const source = readSource(documents, `${document}.ckb.txt`);
  const at = source.indexOf(answer);
  const start = source.lastIndexOf('\n', at) + 1;
  const end = source.slice(at).search(/\r?\n|$/u) + at;
  return JSON.stringify({
    id,
    document,
    passage: [start, end],
    answer: [at, at + answer.length],
    q_ckb: text.ckb,
    q_eng: text.en,
    answer_ckb: answer,
    answer_eng: '-',
    type: 'where',
  });
}

const DAMS = { ckb: QUESTIONS.dams, en: QUESTIONS.damsInEnglish };

describe('evaluate', () => {
  it('puts each question in both languages, over an index in a folder of its own', async () => {
    writeFiles(folder, {
      'questions.jsonl': [
        line('dams', 'water', 'پارێزگای هەولێر', DAMS),
        line('wrong', 'school', 'ڕێبوار کەریم', DAMS),
        JSON.stringify({ id: 'no', unanswerable: true, q_ckb: 'یابان؟', q_eng: 'Japan?' }),
      ].join('\n'),
    });
    const questions = join(folder, 'questions.jsonl');
    const report = await evaluate(parts, { questions, documents });
    expect(report).toMatchObject({ questions, documents, passages: 5 });
    expect(report.outcomes.map(({ id, language }) => `${id} ${language}`)).toEqual(
      ['dams', 'wrong', 'no'].flatMap((id) => [`${id} ckb`, `${id} en`]),
    );
    const of = (id: string): readonly Outcome[] => report.outcomes.filter((one) => one.id === id);
    for (const outcome of of('dams')) {
      expect(outcome).toMatchObject({ rank: 1, refused: false, evidenceRight: true });
    }
    for (const outcome of of('wrong')) expect(outcome.evidenceRight).toBe(false);
    for (const outcome of of('no')) {
      expect(outcome).toMatchObject({ answerable: false, rank: null, evidenceRight: false });
    }
    expect(existsSync(parts.settings.indexDirectory)).toBe(false);
  });
});
