import { beforeAll, describe, expect, it } from 'vitest';

import { parseAnswer, parseLines, withoutTime } from '../support/printed.ts';
import type { PrintedAnswer } from '../support/printed.ts';
import { createCli } from '../support/run-cli.ts';
import type { CliRun } from '../support/run-cli.ts';
import { QUESTIONS, readSource, SCHOOL_TITLE, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const documents = writeSmallCorpus(temporaryFolder());
const cli = createCli({ DOCUMENTS_DIR: documents });

const ID = /^[\w-]{16,32}$/u;

const DAMS = 'حکومەتی هەرێم لە ساڵی ٢٠١٩ سێ بەنداوی نوێی لە پارێزگای هەولێر دروست کرد.';

/** Questions that ask for nothing. */
const EMPTY = {
  'emoji alone': '😀🎉👩\u200D👩\u200D👧',
  'control characters alone': '\u0001\u0007\u001B[\u007F',
  'stop words alone': 'لە بە بۆ کە و',
  'English stop words alone': 'and of the to',
  'punctuation alone': '؟!… — «»',
  'joiners and direction marks alone': '\u200C\u200D\u200E\u200F\u2067\u2069',
  'marks without a letter': '\u0654\u064B\u0301',
  'a lone surrogate': '\uD800',
  'the NUL character': '\u0000',
} as const;

/** All that one batch is asked, by the ids of its lines. */
const ITEMS: Readonly<Record<string, object>> = {
  ...asItems(QUESTIONS),
  ...asItems(EMPTY),
  soraniInEnglish: { question: QUESTIONS.dams, language: 'en' },
  englishInSorani: { question: QUESTIONS.damsInEnglish, language: 'ckb' },
  schoolInEnglish: { question: QUESTIONS.school, language: 'en' },
  nothingInSorani: { question: '؟', language: 'ckb' },
  nothingInEnglish: { question: '؟', language: 'en' },
  within: { question: QUESTIONS.school, document: 'school' },
  elsewhere: { question: QUESTIONS.school, document: 'water' },
  unrelated: { question: 'پایتەختی یابان کوێیە؟' },
  unrelatedEnglish: { question: 'Who won the football cup?' },
};

const INPUT = Object.entries(ITEMS)
  .map(([id, item]) => `${JSON.stringify({ id, ...item })}\n`)
  .join('');

let first: CliRun;
let printed = '';
let answers: Readonly<Record<string, PrintedAnswer>> = {};

beforeAll(async () => {
  first = await cli.run(['ask', '--json', QUESTIONS.dams]);
  printed = (await cli.run(['ask', '--batch', '-'], { input: INPUT })).stdout;
  const lines = parseLines<PrintedAnswer>(printed);
  answers = Object.fromEntries(lines.map((answer) => [String(answer.id), answer]));
});

function asItems(questions: Readonly<Record<string, string>>): Record<string, object> {
  return Object.fromEntries(Object.entries(questions).map(([id, question]) => [id, { question }]));
}

/** What holds for every answer, whatever was asked. */
function expectSound(answer: PrintedAnswer): void {
  const { citations, confidence, status } = answer;
  const refused = status === 'not-in-document';
  for (const { quote, document, start, end, passage, sentence } of citations) {
    expect(readSource(documents, `${document}.ckb.txt`).slice(start, end)).toBe(quote);
    expect(quote.length).toBeLessThanOrEqual(400);
    expect([passage, sentence]).toEqual([expect.stringMatching(ID), expect.stringMatching(ID)]);
  }
  for (const { text, start, end } of citations.flatMap(({ rendition }) => rendition ?? [])) {
    expect(readSource(documents, 'water.en.txt').slice(start, end)).toBe(text);
  }
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  expect([1, 2, 3]).toContain(citations.length);
  const markers = citations.map(({ marker }) => marker);
  expect(markers).toEqual(citations.map((_, index) => (refused ? 0 : index + 1)));
  const inText = Array.from(answer.answer.matchAll(/\[(\d+)\]/gu), ([, digits]) => Number(digits));
  expect(inText).toEqual(refused ? [] : markers);
}

describe('ask --json', () => {
  it('prints one line with the fields of the contract in their order', () => {
    const { stdout, stderr, exitCode } = first;
    expect(exitCode).toBe(0);
    expect(stderr).toBe('Building the index, because there is none yet.\n');
    const answer = parseAnswer(stdout);
    expect(Object.keys(answer)).toEqual(
      'id question questionLanguage language status confidence answer citations composer degraded elapsedMs'.split(
        ' ',
      ),
    );
    expect(answer).toMatchObject({
      id: null,
      question: QUESTIONS.dams,
      questionLanguage: 'ckb',
      language: 'ckb',
      status: 'answered',
      composer: 'extractive',
      degraded: null,
    });
    const [citation] = answer.citations;
    expect(Object.keys(citation ?? {})).toEqual(
      'marker document passage sentence quote start end rendition'.split(' '),
    );
    expect(Object.keys(citation?.rendition ?? {})).toEqual(['text', 'start', 'end']);
    expect(citation?.quote).toBe(DAMS);
    expect(answer.answer).toBe(`هەولێر\nلە «water»:\n${citation?.quote} [1]`);
    expectSound(answer);
  });

  it('quotes verbatim at the offsets it names, whatever is asked', async () => {
    for (const answer of Object.values(answers)) expectSound(answer);
    expect(Object.keys(answers)).toEqual(Object.keys(ITEMS));
    const statuses = Object.keys(QUESTIONS).map((name) => answers[name]?.status);
    expect(new Set(statuses)).toEqual(new Set(['answered']));
  });

  it('is the same from run to run but for elapsedMs', async () => {
    const again = await cli.run(['ask', '--batch', '-'], { input: INPUT });
    expect(again.exitCode).toBe(0);
    expect(withoutTime(again.stdout)).toBe(withoutTime(printed));
  });
});

describe('the language of an answer', () => {
  it('is the question’s, or the one chosen', async () => {
    const names = ['dams', 'damsInEnglish', 'soraniInEnglish', 'englishInSorani'];
    const chosen = names.map((name) => answers[name]);
    expect(chosen.map((answer) => [answer?.questionLanguage, answer?.language])).toEqual([
      ['ckb', 'ckb'],
      ['en', 'en'],
      ['ckb', 'en'],
      ['en', 'ckb'],
    ]);
    expect(new Set(chosen.map((answer) => answer?.citations[0]?.quote))).toEqual(new Set([DAMS]));
  });

  it('in English says the rendition and quotes the Sorani', () => {
    const rendered = 'The regional government built three new dams in Erbil province in 2019.';
    for (const answer of [answers['damsInEnglish'], answers['soraniInEnglish']]) {
      expect(answer?.answer).toMatch(/^(?:Erbil\n)?From “water”:\n/u);
      expect(answer?.answer.endsWith(`\n${rendered} [1]`)).toBe(true);
      expect(answer?.citations[0]).toMatchObject({ quote: DAMS, rendition: { text: rendered } });
    }
  });

  it('in English puts a frame round the quote where there is no rendition', () => {
    const answer = answers['schoolInEnglish'];
    const citation = answer?.citations[0];
    expect(citation).toMatchObject({ document: 'school', rendition: null });
    expect(answer?.answer).toContain(SCHOOL_TITLE.en);
    expect(answer?.answer).toContain(citation?.quote);
    expect(answer?.answer).toMatch(/^1964\n[A-Z].*\n“.*”\n[A-Z].* \[1\]$/u);
  });

  it('is also the refusal’s', () => {
    const { nothingInSorani, nothingInEnglish } = answers;
    expect(nothingInSorani).toMatchObject({ status: 'not-in-document', language: 'ckb' });
    expect(nothingInEnglish).toMatchObject({ status: 'not-in-document', language: 'en' });
    expect(nothingInSorani?.answer).toMatch(/^\p{Script=Arabic}/u);
    expect(nothingInEnglish?.answer).toMatch(/^[A-Z]/u);
  });
});

describe('a document', () => {
  it('that is named is the only one quoted', () => {
    expect(answers['within']?.status).toBe('answered');
    const quoted = [answers['within'], answers['elsewhere']].map((answer) => [
      ...new Set(answer?.citations.map(({ document }) => document)),
    ]);
    expect(quoted).toEqual([['school'], ['water']]);
  });

  it('that is unknown is wrong use, and the known ones are named', async () => {
    const run = await cli.run(['ask', '--document', 'nowhere', QUESTIONS.school]);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch(/^.*"nowhere".*roads, school, water.*\n$/u);
  });
});

describe('a question', () => {
  it('comes through a pipe where no argument is given', async () => {
    const input = `\n  ${QUESTIONS.director}\r\n`;
    const { stdout, exitCode } = await cli.run(['ask', '--json'], { input });
    expect(exitCode).toBe(0);
    expect(parseAnswer(stdout)).toMatchObject({
      question: QUESTIONS.director,
      status: 'answered',
    });
  });

  it('may begin with - behind --', async () => {
    const question = `--json ${QUESTIONS.director}`;
    const { stdout, exitCode } = await cli.run(['ask', '--json', '--', question]);
    expect(exitCode).toBe(0);
    expect(parseAnswer(stdout).question).toBe(question);
  });

  it('without --json is answered in plain text with the quote unbroken on a line of its own', async () => {
    const { stdout, exitCode } = await cli.run(['ask', '--language', 'en', QUESTIONS.dams]);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toContain(DAMS);
    expect(stdout).toContain('The regional government built three new dams');
  });

  it('that is empty or far too long is wrong use, said in one sentence; more cases in tests/cli', async () => {
    const runs = await Promise.all([
      cli.run(['ask', '']),
      cli.run(['ask'], { input: ' \r\n \n' }),
      cli.run(['ask', 'x'.repeat(100_000)]),
      cli.run(['search', '--json'], { input: 'پ'.repeat(100_000) }),
    ]);
    for (const run of runs) {
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      expect(run.stderr).toMatch(/^The (?:question|query) [^\n]*\.\n$/u);
      expect(run.stderr).not.toContain('x'.repeat(100));
    }
  });

  it('without a word of content is not in the document', async () => {
    const found = Object.keys(EMPTY).map((name) => [name, answers[name]?.status]);
    expect(found).toEqual(Object.keys(EMPTY).map((name) => [name, 'not-in-document']));
    const questions = Object.keys(EMPTY).map((name) => answers[name]?.question);
    expect(questions).toEqual(Object.values(EMPTY));
    const { stdout, exitCode } = await cli.run(['ask', '--json', EMPTY['emoji alone']]);
    expect(exitCode).toBe(0);
    expect(parseAnswer(stdout).status).toBe('not-in-document');
  });

  it('in mixed directions is understood, and kept as it was typed', async () => {
    const question = `\u202Bwater \u2067${QUESTIONS.director}\u2069 (2019)\u202C`;
    const { stdout, exitCode } = await cli.run(['ask', '--json', question]);
    expect(exitCode).toBe(0);
    const answer = parseAnswer(stdout);
    expect(answer).toMatchObject({ question, questionLanguage: 'ckb' });
    expect(answer.citations[0]?.document).toBe('water');
    expectSound(answer);
  });
});
