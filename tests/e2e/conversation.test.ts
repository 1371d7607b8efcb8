import { createInterface } from 'node:readline';

import { describe, expect, it } from 'vitest';

import { ANSWER_THRESHOLD } from '../../src/answering/confidence.ts';
import { createCli } from '../support/run-cli.ts';
import type { CliRun } from '../support/run-cli.ts';
import { QUESTIONS, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const cli = createCli({ DOCUMENTS_DIR: writeSmallCorpus(temporaryFolder()) });
await cli.indexAhead();

const DAMS = 'حکومەتی هەرێم لە ساڵی ٢٠١٩ سێ بەنداوی نوێی لە پارێزگای هەولێر دروست کرد.';
const DIRECTOR = 'د. سارا ئەحمەد بەڕێوەبەری گشتیی سەرچاوەکانی ئاوە.';

function converse(command: 'start' | 'repl', lines: readonly string[]): Promise<CliRun> {
  return cli.run([command], { input: lines.map((line) => `${line}\n`).join('') });
}

describe.each(['start', 'repl'] as const)('%s on a pipe', (command) => {
  it('answers each line on standard output, verbatim, and keeps the talk on standard error', async () => {
    const lines = [QUESTIONS.dams, '', ' \t', ':language en', `${QUESTIONS.director}\r`];
    const { stdout, stderr, exitCode } = await converse(command, lines);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\S/u);
    expect(stdout.split('\n')).toEqual(expect.arrayContaining([DAMS, DIRECTOR]));
    expect(stdout).toContain('Dr Sara Ahmed is the director general of water resources. [1]');
    expect(stdout).toMatch(/[^\n]\n\n$/u);
    // eslint-disable-next-line no-control-regex -- colours are what must not be there
    expect(stdout).not.toMatch(/[\u001B\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
    expect(stderr).toContain('Pirsyar answers questions');
    expect(stderr).toContain('پرسیار وەڵامی پرسیارەکانت');
    const missing = stderr.split('\n').filter((line) => line.includes('TELEGRAM_BOT_TOKEN'));
    expect(missing).toHaveLength(command === 'start' ? 1 : 0);
  });

  it('without a single question is wrong use', async () => {
    const { exitCode, stderr } = await converse(command, ['', ' \t', ':help', ':language ckb']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/No question came through the pipe\.\n$/u);
  });
});

describe('a conversation', () => {
  it('knows its commands, forgets on :reset, and ends at :quit', async () => {
    const { stdout, stderr, exitCode } = await converse('repl', [
      ':why',
      QUESTIONS.school,
      ':why',
      'ئەی چی دیکە؟',
      ':why',
      ':reset',
      ':why',
      ':nonsense here',
      ':language ku',
      ':help',
      'x'.repeat(10_001),
      ':quit',
      QUESTIONS.dams,
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(ANSWER_THRESHOLD.toFixed(2));
    expect(stdout.split(QUESTIONS.school)).toHaveLength(2);
    expect(stdout).not.toContain(DAMS);
    expect(stdout).toMatch(/:language \[auto\|ckb\|en\]/u);
    expect(stderr).toContain(':nonsense');
    expect(stderr).toContain(':language auto');
    expect(stderr).toMatch(/10001|10,001|١٠/u);
    const nothingAsked = [
      'Nothing has been asked yet, so there is nothing to explain.',
      'هێشتا هیچ پرسیارێک نەکراوە، بۆیە شتێک نییە ڕوون بکرێتەوە.',
    ];
    for (const sentence of nothingAsked) expect(stderr.split(sentence)).toHaveLength(2);
  });

  it('is two-way: each answer comes before the next line is written', async () => {
    const child = cli.start(['start']);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const [question, quote] of [
      [QUESTIONS.dams, DAMS],
      [QUESTIONS.director, DIRECTOR],
    ] as const) {
      child.stdin.write(`${question}\n`);
      let line: unknown = null;
      const seen: unknown[] = [];
      while (line !== '') {
        line = (await lines.next()).value;
        seen.push(line);
      }
      expect(seen).toContain(quote);
    }
    child.stdin.end();
    await expect(lines.next()).resolves.toMatchObject({ done: true });
  });
});
