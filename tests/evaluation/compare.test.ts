import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { drawComparison } from '../../scripts/compare-chart.ts';
import { runComparison } from '../../scripts/compare-command.ts';
import { memoryStreams } from '../support/memory-streams.ts';
import { QUESTIONS, readSource, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const documents = writeSmallCorpus(join(folder, 'documents'));

async function run(
  argv: readonly string[],
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const streams = memoryStreams();
  const exitCode = await runComparison(argv, streams);
  return { exitCode, ...streams.written() };
}

/** A question that the first passage of the school's document answers. */
function question(): string {
  return JSON.stringify({
    id: 'school',
    document: 'school',
    passage: [0, readSource(documents, 'school.ckb.txt').length],
    q_ckb: QUESTIONS.school,
    q_eng: 'In what year was the Nali school opened in Sulaymaniyah?',
    answer_ckb: 'ساڵی ١٩٦٤',
    type: 'when',
  });
}

const NAMES = [
  'Pirsyar',
  'BM25 on white-space words',
  'MiniSearch',
  'MiniSearch, fuzzy and prefix',
  'Orama',
  'lunr',
];

describe('compare', () => {
  it('puts every retriever to the same task, beside figures marked as published', async () => {
    writeFiles(folder, {
      'questions.jsonl': question(),
      'pairs.tsv': 'english\tsorani\nThe Nali school\tقوتابخانەی نالی\nThe water\tئاو\n',
    });
    const [json, chart] = [join(folder, 'out.json'), join(folder, 'out.svg')];
    const paths = ['--documents', documents, '--json', json, '--chart', chart];
    const inputs = ['--questions', join(folder, 'questions.jsonl')];
    const bitext = ['--bitext', join(folder, 'pairs.tsv')];
    const { exitCode, stdout, stderr } = await run([...inputs, ...bitext, ...paths]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const report = JSON.parse(readFileSync(json, 'utf8'));
    expect(report.compared.map(({ name }: { name: string }) => name)).toEqual(NAMES);
    for (const scores of report.compared) {
      expect(scores).toMatchObject({ languages: { ckb: { ndcg10: 1, recall1: 1 } } });
      expect(scores.bitext.sentence).toBeGreaterThanOrEqual(0);
    }
    expect(report.compared[0].bitext.sentence).toBe(1);
    for (const name of NAMES) expect(stdout).toContain(`| ${name} | 1.000 | 1.000 | 1.000 |`);
    expect(stdout).toContain('| Gemini embedding 001 ¹ | 0.942 | – |');
    expect(stdout).toMatch(/^- ¹ published .* not run here$/mu);
    expect(readFileSync(chart, 'utf8')).toMatch(/^<svg[^]*<\/svg>\n$/u);
  });

  it.each([
    ['an unknown option', ['--bitxt', 'x'], '--bitxt'],
    ['an argument', ['x'], 'x'],
    ['questions without documents', ['--questions', 'x'], 'together'],
    ['documents without questions', ['--documents', 'x'], 'together'],
    ['no such questions', ['--questions', 'nowhere', '--documents', 'x'], 'nowhere'],
    ['no such bitext', ['--bitext', 'nowhere'], 'nowhere'],
  ])('ends with 2 and a sentence for %s', async (_, argv, named) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr).toMatch(/^[^\n]+\n$/u);
  });

  it('ends with 1 where the documents are missing', async () => {
    writeFiles(folder, { 'any.jsonl': '{"id":"u","unanswerable":true,"q_ckb":"یابان؟"}' });
    const nowhere = join(folder, 'nowhere');
    const argv = ['--questions', join(folder, 'any.jsonl'), '--documents', nowhere];
    const { exitCode, stderr } = await run(argv);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(nowhere);
  });
});

describe('the chart', () => {
  const share = { ndcg10: 0.5, recall1: 0.25, recall5: 1 };
  const languages = { ckb: { ...share, ndcg10: 0.875 }, en: { ...share, ndcg10: null } };
  const ours = { name: 'Ours', note: '', languages, bitext: null, medianMs: 1, buildMs: 1 };

  it('names every retriever once, with its figure, and says which were not run here', () => {
    const svg = drawComparison([ours, { ...ours, name: 'Theirs' }]);
    for (const text of ['>Ours<', '>Theirs<', '>Gemini embedding 001<', '>Sorani question<']) {
      expect(svg.split(text)).toHaveLength(2);
    }
    expect(svg.split('>0.875<')).toHaveLength(3);
    expect(svg).toContain('not run here');
    // A picture answers no mouse.
    expect(svg).not.toContain('cursor');
  });
});
