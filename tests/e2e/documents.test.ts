import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { only, parseAnswer, parseLines, withoutTime } from '../support/printed.ts';
import { createCli, createSmallCli } from '../support/run-cli.ts';
import type { CliRun } from '../support/run-cli.ts';
import { QUESTIONS, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

/** A line of `index --json`. */
interface PrintedReport {
  readonly failed: readonly { readonly document: string; readonly reason: string }[];
  readonly elapsedMs: number;
}

const EMPTY = temporaryFolder();
const BROKEN = writeSmallCorpus(temporaryFolder());
writeFiles(BROKEN, {
  'empty.ckb.txt': '',
  'blank.ckb.txt': '\uFEFF \r\n\u200C\n',
  'latin1.ckb.txt': Buffer.from('caf\u00E9 \u00FF', 'latin1'),
  'utf16.ckb.txt': Buffer.from('\uFEFFپرسیار', 'utf16le'),
  'folder.ckb.txt/inside.txt': 'x',
  'readme.txt': 'no document',
});
const broken = createSmallCli({ DOCUMENTS_DIR: BROKEN });
const small = createSmallCli();
const bundled = createCli();
const BAD = ['blank', 'empty', 'folder', 'latin1', 'utf16'];

describe('index --json', () => {
  const documents = writeSmallCorpus(temporaryFolder());
  const cli = createSmallCli({ DOCUMENTS_DIR: documents });

  async function index(...options: string[]): Promise<object> {
    const { stdout, exitCode } = await cli.run(['index', '--json', ...options]);
    expect(exitCode).toBe(0);
    const report = only(parseLines<PrintedReport>(stdout));
    expect(Object.keys(report)).toEqual(
      'documents passages added changed removed unchanged failed elapsedMs'.split(' '),
    );
    expect(report.elapsedMs).toBeGreaterThanOrEqual(0);
    const { elapsedMs: _, ...counts } = report;
    return counts;
  }

  it('counts what was added, changed, removed and left alone', async () => {
    const counts = { documents: 3, passages: 5, added: 0, changed: 0, removed: 0, unchanged: 0 };
    expect(await index()).toEqual({ ...counts, added: 3, failed: [] });
    expect(await index()).toEqual({ ...counts, unchanged: 3, failed: [] });
    expect(await index('--force')).toEqual({ ...counts, unchanged: 3, failed: [] });
    const before = await cli.run(['ask', '--json', QUESTIONS.director]);
    writeFiles(documents, { 'roads.ckb.txt': 'ڕێگاکە داخرا.', 'new.ckb.txt': 'هەواڵێکی نوێ.' });
    rmSync(join(documents, 'school.ckb.txt'));
    expect(await index()).toEqual({
      ...counts,
      added: 1,
      changed: 1,
      removed: 1,
      unchanged: 1,
      failed: [],
    });
    const after = await cli.run(['ask', '--json', QUESTIONS.director]);
    const [old, now] = [before, after].map(({ stdout }) => parseAnswer(stdout));
    expect(now?.citations[0]).toEqual(old?.citations[0]);
  });
});

describe('a bad document among good ones', () => {
  it('is skipped and named; the rest serve, and index ends with 1', async () => {
    const indexed = await broken.run(['index', '--json']);
    expect(indexed.exitCode).toBe(1);
    const { failed } = only(parseLines<PrintedReport>(indexed.stdout));
    expect(failed.map(({ document }) => document).toSorted()).toEqual(BAD);
    for (const name of BAD) expect(indexed.stderr).toContain(`"${name}"`);
    const [json, spoken] = await Promise.all([
      broken.run(['ask', '--json', QUESTIONS.director]),
      broken.run(['index']),
    ]);
    expect(json.exitCode).toBe(0);
    expect(parseAnswer(json.stdout).status).toBe('answered');
    for (const name of BAD) expect(json.stderr).toContain(`"${name}"`);
    expect(spoken.exitCode).toBe(1);
  });
});

/** Runs a command over a folder without documents, which its complaint must name. */
async function runWithout(commandLine: readonly string[], folder: string): Promise<CliRun> {
  const settings = { DOCUMENTS_DIR: folder };
  const run = await small.run(commandLine, { settings, input: 'x\n' });
  expect(run.stderr).toContain('DOCUMENTS_DIR');
  expect(run.stderr).toContain(folder);
  return run;
}

describe('no document at all', () => {
  it('ends with 1 and a sentence that names the folder and the setting', async () => {
    const nowhere = join(EMPTY, 'nowhere');
    const file = join(BROKEN, 'readme.txt');
    const runs = await Promise.all([
      runWithout(['ask', '--json', 'x'], EMPTY),
      runWithout(['ask', 'x'], nowhere),
      runWithout(['ask', 'x'], file),
      runWithout(['index', '--json'], EMPTY),
      runWithout(['repl'], nowhere),
    ]);
    for (const { exitCode, stdout, stderr } of runs) {
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).not.toMatch(/^\s+at |Unexpected/mu);
    }
  });
});

describe('an index folder', () => {
  it('that is a file is done without: answered from memory, with a warning', async () => {
    const settings = { INDEX_DIR: join(BROKEN, 'readme.txt') };
    const [asked, indexed] = await Promise.all([
      broken.run(['ask', '--json', QUESTIONS.director], { settings }),
      broken.run(['index'], { settings }),
    ]);
    expect(asked.exitCode).toBe(0);
    expect(asked.stderr).toMatch(/can't be written .*memory/u);
    expect(parseAnswer(asked.stdout).status).toBe('answered');
    expect(indexed).toMatchObject({ exitCode: 1, stdout: '' });
    expect(indexed.stderr).toContain('INDEX_DIR');
  });

  it('counts from the working directory, and holds each corpus apart', async () => {
    mkdirSync(join(small.directory, 'documents'));
    writeSmallCorpus(join(small.directory, 'documents'));
    const settings = { INDEX_DIR: 'index', DOCUMENTS_DIR: 'documents' };

    const question = 'کێ سەرۆکی شاندی عێراق بوو؟';
    const first = await small.run(['ask', '--json', question], { settings });
    const other = await small.run(['ask', '--json', question], {
      settings: { INDEX_DIR: 'index' },
    });
    const again = await small.run(['ask', '--json', question], { settings });
    expect([first.exitCode, other.exitCode, again.exitCode]).toEqual([0, 0, 0]);
    expect(parseAnswer(other.stdout).citations[0]?.document).toBe('statement');
    expect(again.stderr).toBe('');
    expect(withoutTime(again.stdout)).toBe(withoutTime(first.stdout));
  });
});

describe('the bundled statement', () => {
  it('answers in both languages with the sentence that proves it', async () => {
    const [sorani, english] = await Promise.all([
      bundled.run(['ask', '--json', 'گەڕی سێیەمی دیالۆگی ستراتیژی کەی بەڕێوەچوو؟']),
      bundled.run(['ask', '--json', 'When was the third round of the strategic dialogue held?']),
    ]);
    for (const { stdout } of [sorani, english]) {
      const answer = parseAnswer(stdout);
      expect(answer.status).toBe('answered');
      expect(answer.citations[0]).toMatchObject({ document: 'statement', start: 529, end: 744 });
    }
    expect(parseAnswer(english.stdout).answer).toContain('Wednesday, 7 April 2021');
  });
});
