import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { describe, expect, it } from 'vitest';

import { parseLines } from '../support/printed.ts';
import type { PrintedAnswer, PrintedError, PrintedSearch } from '../support/printed.ts';
import { createCli, finished } from '../support/run-cli.ts';
import { QUESTIONS, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const cli = createCli({ DOCUMENTS_DIR: writeSmallCorpus(temporaryFolder()) });
await cli.indexAhead();

const { director } = QUESTIONS;

describe('a batch', () => {
  it('puts an error in the place of every bad line, answers the rest, and ends with 1', async () => {
    const lines: readonly (readonly [line: string, id: unknown, code: string | null])[] = [
      [JSON.stringify({ id: 'a', question: director }), 'a', null],
      ['{"id": 2, "question"', null, 'not-json'],
      ['', undefined, null],
      ['کێ بوو؟', null, 'not-json'],
      ['[1]', null, 'missing-field'],
      ['null', null, 'missing-field'],
      ['{"id": 6.5}', 6.5, 'missing-field'],
      ['{"query": "a search, not a question"}', 8, 'missing-field'],
      ['{"id": "q", "question": 9}', 'q', 'missing-field'],
      ['{"id": "e", "question": ""}', 'e', 'empty'],
      [String.raw`{"id": "b", "question": " \t\n\u00a0"}`, 'b', 'empty'],
      [JSON.stringify({ id: 'l', question: 'پ'.repeat(10_001) }), 'l', 'too-long'],
      [`{"id":"m","question":"${'x'.repeat(1_000_001)}"}`, null, 'too-long'],
      [JSON.stringify({ id: 'fits', question: 'x'.repeat(10_000) }), 'fits', null],
      [JSON.stringify({ id: 0, question: director }), 0, null],
    ];
    const input = lines.map(([line]) => line).join('\n');
    const { stdout, stderr, exitCode } = await cli.run(['ask', '--batch', '-'], { input });
    expect(exitCode).toBe(1);
    expect(stderr).not.toContain('at ');
    const expected = lines.flatMap(([line, id, code], index) =>
      line === '' ? [] : [{ id, code, ...(code === null ? {} : { line: index + 1 }) }],
    );
    const printed = parseLines<PrintedAnswer | PrintedError>(stdout);
    expect(
      printed.map((one) =>
        'error' in one
          ? { id: one.id, line: one.line, code: one.error.code }
          : { id: one.id, code: null },
      ),
    ).toEqual(expected);
    for (const one of printed.filter((line) => 'error' in line)) {
      expect(Object.keys(one)).toEqual(['id', 'line', 'error']);
      expect(Object.keys(one.error)).toEqual(['code', 'message']);
      expect(one.error.message).toMatch(/^[^\n]{5,300}$/u);
    }
  });

  it('echoes ids with their type, counts blank lines, and takes a BOM, CRLF and U+2028', async () => {
    const ids = ['7', 7, 7.5, '', true, null, ['x', 1], { a: { b: [] } }, 'پ\u2028پ'];
    const lines = [
      ...ids.map((id) => JSON.stringify({ id, question: director })),
      '',
      ' \t',
      JSON.stringify({ question: `${director}\u2028` }),
    ];
    const file = `\uFEFF${lines.join('\r\n')}\r\n`;
    writeFiles(cli.directory, { 'batch.jsonl': file });
    const [piped, read] = await Promise.all([
      cli.run(['ask', '--batch', '-'], { input: file }),
      cli.run(['ask', '--batch', 'batch.jsonl']),
    ]);
    for (const run of [piped, read]) {
      expect(run.exitCode).toBe(0);
      const answers = parseLines<PrintedAnswer>(run.stdout);
      expect(answers.map(({ id }) => id)).toEqual([...ids, 12]);
      expect(answers.at(-1)?.question).toBe(`${director}\u2028`);
      expect(new Set(answers.map(({ citations }) => citations[0]?.sentence)).size).toBe(1);
    }
  });

  it('understands a follow-up from its history', async () => {
    const question = 'ئەی چی دیکە؟';
    const input = [
      JSON.stringify({ question }),
      JSON.stringify({ question, history: [QUESTIONS.school] }),
      JSON.stringify({ question, history: [QUESTIONS.school, QUESTIONS.dams] }),
    ].join('\n');
    const { stdout } = await cli.run(['ask', '--batch', '-'], { input });
    const [alone, school, dams] = parseLines<PrintedAnswer>(stdout);
    expect(alone?.status).toBe('not-in-document');
    expect(school?.citations[0]?.document).toBe('school');
    expect(dams?.citations[0]?.document).toBe('water');
  });

  it('gives the line, not the run, a wrong field beside the question', async () => {
    const input = [
      { id: 1, question: director, history: 'no list' },
      { id: 2, question: director, history: [1] },
      { id: 3, question: director, language: 'ku' },
      { id: 4, question: director, document: 5 },
      { id: 5, question: director, document: 'nowhere' },
      { id: 6, question: director, history: null, language: null, document: null },
    ]
      .map((item) => JSON.stringify(item))
      .join('\n');
    const { stdout, exitCode } = await cli.run(['ask', '--batch', '-'], { input });
    expect(exitCode).toBe(1);
    const printed = parseLines<PrintedAnswer | PrintedError>(stdout);
    expect(printed.map((one) => 'error' in one)).toEqual([true, true, true, true, true, false]);
    expect(printed.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('of searches works alike', async () => {
    const input = `{"id":"s","query":"${director}"}\n{"question":"x"}\n{"query":"؟"}\n`;
    const run = await cli.run(['search', '--batch', '-', '--top', '1'], { input });
    expect(run.exitCode).toBe(1);
    const [found, bad, nothing] = parseLines<PrintedSearch & PrintedError>(run.stdout);
    expect(found).toMatchObject({ id: 's', query: director, hits: [{ document: 'water' }] });
    expect(bad).toMatchObject({ id: 2, line: 2, error: { code: 'missing-field' } });
    expect(nothing).toMatchObject({ id: 3, hits: [] });
  });

  it('of nothing prints nothing', async () => {
    const run = await cli.run(['ask', '--batch', '-'], { input: '\n \r\n' });
    expect(run).toMatchObject({ exitCode: 0, stdout: '' });
  });
});

describe('a pipe', () => {
  it('carries a conversation of lines: each is answered before the next is written', async () => {
    const child = cli.start(['ask', '--batch', '-']);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of ['first', 'second', 'third']) {
      child.stdin.write(`${JSON.stringify({ id, question: director })}\n`);
      const { value }: IteratorResult<string, unknown> = await lines.next();
      expect(JSON.parse(String(value))).toMatchObject({ id, question: director });
    }
    child.stdin.end();
    await expect(lines.next()).resolves.toMatchObject({ done: true });
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(0);
  });

  it.each([
    ['ask', `${JSON.stringify({ question: director })}\n`],
    ['search', `${JSON.stringify({ query: director })}\n`],
  ])('closed by the reader of %s ends it quietly', async (command, line) => {
    const child = cli.start([command, '--batch', '-']);
    child.stdin.on('error', () => undefined);
    child.stdin.end(line.repeat(500));
    child.stdout.once('data', () => child.stdout.destroy());
    await expect(finished(child)).resolves.toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('closed before the first answer ends a single question and a conversation quietly', async () => {
    const runs = [['ask', '--json', director], ['repl'], ['ask', '--help']].map((commandLine) => {
      const child = cli.start(commandLine);
      child.stdin.on('error', () => undefined);
      child.stdin.end(`${director}\n`.repeat(100));
      child.stdout.destroy();
      return finished(child);
    });
    for (const { exitCode, stderr } of await Promise.all(runs)) {
      expect(exitCode).toBe(0);
      expect(stderr).not.toContain('EPIPE');
    }
  });
});
