import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { evaluate } from '../../src/app.ts';
import type { Outcome } from '../../src/evaluation/outcome.ts';
import type { QuestionReport } from '../../src/evaluation/report.ts';
import { smallCorpusParts } from '../support/open-pirsyar.ts';
import { QUESTIONS, readSource } from '../support/small-corpus.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const dataDirectory = join(folder, 'data');
/** Over a lexicon of one entry: each evaluation builds indexes of its own. */
const parts = { ...smallCorpusParts(), dataDirectory };
const documents = parts.settings.documentsDirectory;
writeFiles(dataDirectory, {
  'lexicon/entries/general.tsv': 'english\tpos\tsorani\nwater\tnoun\tئاو\n',
});
cpSync(join('data', 'messages'), join(dataDirectory, 'messages'), { recursive: true });

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

/** What the questions came to, with whichever options are given. */
async function evaluateSet(
  options: Partial<Parameters<typeof evaluate>[1]>,
): Promise<QuestionReport> {
  const { set } = await evaluate(parts, {
    questions: null,
    documents: null,
    bitext: null,
    ...options,
  });
  if (set === null) throw new Error('No question was put.');
  return set;
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
    const report = await evaluateSet({ questions, documents });
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

  it('puts a question without English in Sorani only', async () => {
    const { q_eng: _, ...sorani } = JSON.parse(line('ckb', 'water', 'پارێزگای هەولێر', DAMS));
    writeFiles(folder, { 'sorani.jsonl': JSON.stringify(sorani) });
    const report = await evaluateSet({ questions: join(folder, 'sorani.jsonl'), documents });
    expect(report.outcomes.map(({ language, rank }) => [language, rank])).toEqual([['ckb', 1]]);
    expect(report.languages.en).toMatchObject({ answerable: 0, ndcg10: null });
  });
});

describe('evaluate without options', () => {
  const base = line('dams', 'water', 'پارێزگای هەولێر', DAMS);
  const { q_eng: _, ...sorani } = JSON.parse(base);
  const typed = DAMS.ckb.replaceAll('ە', 'ه').replaceAll('ی', 'ي').replaceAll('ک', 'ك');
  const keyboard = {
    ...sorani,
    id: 'dams-keyboard',
    of: 'dams',
    spelling: 'arabic-keyboard',
    hand: 'h1',
    q_ckb: typed,
  };
  writeFiles(dataDirectory, {
    'evaluation/statement.jsonl': base,
  });
  cpSync(documents, join(dataDirectory, 'documents'), { recursive: true });

  it('runs the bundled questions, and their other spellings where they are there', async () => {
    const alone = await evaluateSet({});
    expect(alone.questions).toBe(join(dataDirectory, 'evaluation', 'statement.jsonl'));
    writeFiles(dataDirectory, { 'evaluation/spellings.jsonl': JSON.stringify(keyboard) });
    const both = await evaluateSet({});
    expect(both.questions).toMatch(/statement\.jsonl \+ .*spellings\.jsonl$/u);
    expect(both.languages.ckb.answerable).toBe(1);
    expect(both.spellings['arabic-keyboard']).toMatchObject({
      languages: { ckb: { compared: 1, lost: { ndcg10: 0 } }, en: { answerable: 0 } },
      hands: { h1: { ckb: { compared: 1 } } },
    });
  });
});

describe('evaluate with a bitext', () => {
  const bitext = join(folder, 'pairs.tsv');
  const NOTHING = { questions: null, documents: null };
  const pairs = [
    'english\tsorani',
    'Sara Ahmed opened the school in 1964.\tسارا ئەحمەد لە ساڵی ١٩٦٤ قوتابخانەکەی کردەوە.',
    'Forty villages drink the water of the river.\tچل گوند ئاوی ڕووبارەکە دەخۆنەوە.',
    'The minister will visit Baghdad.\tوەزیر سەردانی بەغدا دەکات.',
  ];

  it('finds each Sorani sentence by its English, and puts no question unless asked', async () => {
    writeFiles(folder, { 'pairs.tsv': pairs.join('\n') });
    const report = await evaluate(parts, { ...NOTHING, bitext });
    expect(report.set).toBeNull();
    expect(report.bitext).toMatchObject({
      file: bitext,
      pairs: 3,
      forms: {
        sentence: { accuracy1: 1, mrr10: 1, ranks: { 'line-0002': 1, 'line-0004': 1 } },
        fiveWords: { accuracy1: 1 },
      },
    });
    expect(existsSync(parts.settings.indexDirectory)).toBe(false);
  });

  it('goes with questions too, and nothing is indexed before every file is read', async () => {
    writeFiles(folder, {
      'questions.jsonl': line('dams', 'water', 'پارێزگای هەولێر', DAMS),
      'pairs.tsv': pairs.slice(1).join('\n'),
    });
    const options = { questions: join(folder, 'questions.jsonl'), documents, bitext };
    await expect(evaluate(parts, options)).rejects.toThrow(`${bitext}:1 is not the header`);
    writeFiles(folder, { 'pairs.tsv': pairs.join('\n') });
    const report = await evaluate(parts, options);
    expect([report.set?.passages, report.bitext?.pairs]).toEqual([5, 3]);
  });
});
