import { afterAll, describe, expect, it } from 'vitest';

import { HEAD, replyOf } from '../support/model-pipeline.ts';
import { refusal, says, startOpenAIServer } from '../support/openai-server.ts';
import { parseAnswer, parseLines } from '../support/printed.ts';
import type { PrintedAnswer } from '../support/printed.ts';
import { createCli } from '../support/run-cli.ts';

const KEY = 'sk-of-the-command-line';
const GOOD = replyOf([HEAD.true, HEAD.quote]);
const NO = refusal(401, { message: `The key ${KEY} is wrong.` });

const server = await startOpenAIServer();
afterAll(() => server.stop());
const cli = createCli({
  CHAT_MODEL: 'test-model',
  OPENAI_BASE_URL: server.url,
  OPENAI_API_KEY: KEY,
});
await cli.indexAhead();

describe('the command line with a chat model', () => {
  it('ask --json prints what the model wrote and the documents prove', async () => {
    server.replyWith(says(GOOD));
    const { stdout, stderr, exitCode } = await cli.run(['ask', '--json', HEAD.question]);
    expect(exitCode).toBe(0);
    const answer = parseAnswer(stdout);
    expect(Object.keys(answer)).toEqual(
      'id question questionLanguage language status confidence answer citations composer degraded elapsedMs'.split(
        ' ',
      ),
    );
    expect(answer).toMatchObject({ status: 'answered', composer: 'model', degraded: null });
    expect(answer.answer).toBe(`${HEAD.true} [1]`);
    expect(answer.citations[0]?.quote).toContain(HEAD.quote);
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(stdout + stderr).not.toContain(KEY);
  });

  it('ask --batch answers each line, by the documents alone where the model fails', async () => {
    server.replyWith(says(GOOD), NO, says('{"found":false,"sentences":[]}'));
    const input = [HEAD.question, HEAD.english, HEAD.question]
      .map((question, id) => `${JSON.stringify({ id, question })}\n`)
      .join('');
    const { stdout, stderr, exitCode } = await cli.run(['ask', '--batch', '-'], { input });
    expect(exitCode).toBe(0);
    const answers = parseLines<PrintedAnswer>(stdout);
    const told = answers.map(({ id, status, composer, degraded }) => [
      id,
      status,
      composer,
      degraded,
    ]);
    expect(told).toEqual([
      [0, 'answered', 'model', null],
      [1, 'answered', 'extractive', { cause: 'unauthorised' }],
      [2, 'not-in-document', 'model', null],
    ]);
    expect(stderr).toContain('The model gave no answer');
    expect(stdout + stderr).not.toContain(KEY);
  });

  it('repl on a pipe says quietly where the model failed, and goes on', async () => {
    server.replyWith(NO, says(GOOD));
    const input = `${HEAD.english}\n${HEAD.question}\n`;
    const { stdout, stderr, exitCode } = await cli.run(['repl'], { input });
    expect(exitCode).toBe(0);
    expect(stderr).toContain("The language model isn't available just now");
    expect(stdout).toContain(HEAD.true);
    expect(stdout.split('\n').some((line) => line.includes(HEAD.quote))).toBe(true);
  });

  it('keeps one budget over all processes of a day', async () => {
    const settings = { STATE_DIR: 'budget', CHAT_TOKENS_PER_DAY: '100000' };
    server.replyWith(says(GOOD, { usage: { prompt: 99_000, completion: 900 } }));
    const before = server.requests.length;
    const first = await cli.run(['ask', '--json', HEAD.question], { settings });
    const second = await cli.run(['ask', '--json', HEAD.question], { settings });
    expect(parseAnswer(first.stdout)).toMatchObject({ composer: 'model', degraded: null });
    expect(parseAnswer(second.stdout)).toMatchObject({
      composer: 'extractive',
      degraded: { cause: 'budget-spent' },
    });
    expect(second.exitCode).toBe(0);
    expect(server.requests).toHaveLength(before + 1);
  });

  it('without a key and a server needs neither', async () => {
    const settings = { OPENAI_BASE_URL: '', OPENAI_API_KEY: '' };
    const { stdout, stderr, exitCode } = await cli.run(['ask', '--json', HEAD.question], {
      settings,
    });
    expect(exitCode).toBe(0);
    expect(parseAnswer(stdout).degraded).toEqual({ cause: 'unauthorised' });
    expect(stderr).toContain('OPENAI_API_KEY');
  });
});
