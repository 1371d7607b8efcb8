import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { createCli, createSmallCli } from '../support/run-cli.ts';
import { writeFiles } from '../support/temporary-folder.ts';

const cli = createCli();

const COMMANDS = ['start', 'repl', 'ask', 'search', 'index', 'evaluate', 'doctor'];

const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('--help', () => {
  it('lists every command, and beside a command its options; more cases in tests/cli', async () => {
    const [run, help] = await Promise.all([cli.run(['--help']), cli.run(['ask', '--help'])]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    for (const command of COMMANDS)
      expect(run.stdout).toMatch(new RegExp(`^  ${command}\\b`, 'mu'));
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain('Usage: pirsyar ask');
    for (const option of ['--json', '--language', '--document', '--batch', '[QUESTION]']) {
      expect(help.stdout).toContain(option);
    }
  });
});

describe('--version', () => {
  it('is the package’s, alone or beside a command', async () => {
    for (const run of await Promise.all([cli.run(['--version']), cli.run(['ask', '--version'])])) {
      expect(run).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
    }
  });
});

describe('wrong use', () => {
  it('ends with 2 and a sentence, not a stack; more cases in tests/cli', async () => {
    const runs = await Promise.all(
      [['answer'], ['ask', '--jsn', 'x'], ['ask', '--batch', 'nowhere.jsonl']].map((line) =>
        cli.run(line),
      ),
    );
    for (const { stdout, stderr, exitCode } of runs) {
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toMatch(/answer|--jsn|nowhere\.jsonl/u);
      expect(stderr).not.toMatch(/^\s+at |Error:/mu);
    }
  });
});

describe('wrong settings', () => {
  const settings = {
    TELEGRAM_BOT_TOKEN: 'hunter2',
    TELEGRAM_API_ROOT: 'ftp://example.org',
    ADMIN_IDS: '7, seven',
    OPENAI_BASE_URL: 'nonsense',
    EMBEDDINGS: 'remote',
    EMBEDDING_BASE_URL: 'nonsense',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'loud',
  };

  it('stop every command with one message that names them all and no secret', async () => {
    const runs = await Promise.all(
      [['start'], ['ask', 'x'], ['index']].map((line) => cli.run(line, { settings })),
    );
    for (const { stdout, stderr, exitCode } of runs) {
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toMatch(/^Wrong settings: [^\n]*\.\n$/u);
      for (const name of Object.keys(settings)) expect(stderr).toContain(name);
      expect(stderr).not.toContain('hunter2');
    }
  });

  it('are not asked about by --help and --version', async () => {
    const [help, printed] = await Promise.all([
      cli.run(['ask', '--help'], { settings }),
      cli.run(['--version'], { settings }),
    ]);
    expect([help.exitCode, printed.exitCode]).toEqual([0, 0]);
  });

  it('are read from .env in the working directory too, behind the environment', async () => {
    writeFiles(cli.directory, { '.env': 'RATE_LIMIT=never\nLOG_LEVEL=loud\n' });
    const run = await cli.run(['index'], { settings: { LOG_LEVEL: 'info' } });
    writeFiles(cli.directory, { '.env': '' });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('RATE_LIMIT');
    expect(run.stderr).not.toContain('LOG_LEVEL');
  });
});

describe('evaluate', () => {
  const small = createSmallCli();

  it('scores the set it is given, and says in one sentence what is wrong with one', async () => {
    writeFiles(small.directory, {
      'good.jsonl': '{"id":"u","unanswerable":true,"q_ckb":"یابان؟","q_eng":"Japan?"}\n',
      'bad.jsonl': '\n{"id":"a"}\n',
    });
    const [good, bad] = await Promise.all([
      small.run(['evaluate', '--json', '--questions', 'good.jsonl']),
      small.run(['evaluate', '--questions', 'bad.jsonl']),
    ]);
    expect(good.exitCode).toBe(0);
    expect(JSON.parse(good.stdout)).toMatchObject({
      questions: 'good.jsonl',
      languages: { ckb: { unanswerable: 1, answerable: 0, ndcg10: null } },
    });
    expect(bad).toEqual({ exitCode: 2, stdout: '', stderr: 'bad.jsonl:2 has no "q_ckb".\n' });
  });

  it('finds the sentences of a bitext, and says in one sentence what is wrong with one', async () => {
    writeFiles(small.directory, {
      'pairs.tsv': 'english\tsorani\nThe minister is in Baghdad.\tوەزیر لە بەغدایە.\n',
      'headless.tsv': 'The minister is in Baghdad.\tوەزیر لە بەغدایە.\n',
    });
    const [table, json, headless, missing] = await Promise.all([
      small.run(['evaluate', '--bitext', 'pairs.tsv']),
      small.run(['evaluate', '--bitext', 'pairs.tsv', '--json']),
      small.run(['evaluate', '--bitext', 'headless.tsv']),
      small.run(['evaluate', '--bitext', 'nowhere.tsv']),
    ]);
    expect(table.exitCode).toBe(0);
    expect(table.stdout).toContain('| whole sentence | 1.000 | 1.000 |');
    expect(JSON.parse(json.stdout)).toMatchObject({
      bitext: { file: 'pairs.tsv', pairs: 1, forms: { fiveWords: { accuracy1: 1 } } },
    });
    expect(headless).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'headless.tsv:1 is not the header english<TAB>sorani.\n',
    });
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
    expect(missing.stderr).toMatch(/^The bitext nowhere\.tsv can't be read[^\n]*\n$/u);
  });
});
