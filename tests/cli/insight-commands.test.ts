import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runProgram } from '../../src/cli/program.ts';
import { readSettings } from '../../src/config.ts';
import { createServices } from '../../src/services.ts';
import { newAnswer, open } from '../state/fixtures.ts';
import { memoryStreams } from '../support/memory-streams.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { answer } from '../telegram/fake-answerer.ts';

const folder = temporaryFolder();
const DAY = 24 * 60 * 60 * 1000;
/** The words of the program without its lexicon, which takes a second to read. */
const dataDirectory = join(folder, 'data');
mkdirSync(dataDirectory);
symlinkSync(resolve('data/messages'), join(dataDirectory, 'messages'));

interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line over the memory of a bot, with all that a process would have. */
async function run(directory: string, ...commandLine: readonly string[]): Promise<Ran> {
  const streams = memoryStreams();
  const exitCode = await runProgram(commandLine, {
    version: '1',
    streams,
    services: () =>
      createServices({
        settings: readSettings({ STATE_DIR: directory }, { dataDirectory, workingDirectory: '.' }),
        dataDirectory,
        promptsDirectory: 'prompts',
        streams,
        onStop: () => {},
      }),
  });
  return { exitCode, ...streams.written() };
}

function day(ago: number): string {
  return new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
}

/** A bot that was asked four questions, and still runs. */
async function askedBot(name: string): Promise<string> {
  const directory = join(folder, name);
  const { answers } = await open(directory);
  const now = Date.now();
  const refusal = answer({ status: 'not-in-document' });
  answers.add(newAnswer({ at: now }));
  answers.add(newAnswer({ at: now, question: 'مووچە کەی دەدرێت؟', texts: { ckb: refusal } }));
  answers.add(newAnswer({ at: now, question: 'بۆچی مووچە نادرێت؟', texts: { ckb: refusal } }));
  answers.add(newAnswer({ at: now - 5 * DAY, question: 'پێنج ڕۆژ لەمەوبەر؟' }));
  return directory;
}

describe('stats', () => {
  it('are said in English, printed as JSON, and drawn', async () => {
    const directory = await askedBot('stats');
    const { exitCode, stdout } = await run(directory, 'stats');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^What readers asked\n.*\n4 questions\n/u);

    const picture = join(directory, 'stats.png');
    const options = ['--days', '2', '--time-zone', 'Asia/Baghdad', '--json'];
    const json = await run(directory, 'stats', ...options, '--picture', picture);
    expect(JSON.parse(json.stdout)).toMatchObject({
      period: { timeZone: 'Asia/Baghdad' },
      total: { asked: 3, answered: 1, refused: 2, down: 0 },
      medianPerDay: 1.5,
      languages: [{ language: 'ckb', asked: 3 }],
    });
    expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  });

  it('are of the days that were asked for, both included', async () => {
    const directory = await askedBot('days');
    const countOf = async (...options: readonly string[]): Promise<unknown> => {
      const { stdout } = await run(directory, 'stats', '--json', ...options);
      const { period, total }: { period: object; total: { asked: number } } = JSON.parse(stdout);
      return { ...period, asked: total.asked };
    };
    expect(await countOf('--since', day(5), '--until', day(1))).toEqual({
      from: day(5),
      to: day(1),
      timeZone: 'UTC',
      asked: 1,
    });
    expect(await countOf('--since', day(4))).toMatchObject({ to: day(0), asked: 3 });
    expect(await countOf('--until', day(4), '--days', '2')).toMatchObject({ from: day(5) });
  });
});

it('gaps are what was refused, by topic', async () => {
  const directory = await askedBot('gaps');
  const { stdout } = await run(directory, 'gaps');
  expect(stdout).toMatch(/1\. مووچە.*: asked twice/u);
  const json = await run(directory, 'gaps', '--json', '--top', '1');
  expect(JSON.parse(json.stdout)).toMatchObject({ topics: 1, gaps: [{ count: 2 }] });
});

it('an export is CSV without identities', async () => {
  const { stdout } = await run(await askedBot('export'), 'export');
  expect(stdout.split('\r\n')).toHaveLength(6);
  expect(stdout).not.toContain(String(newAnswer().reader));
});

describe('wrong use', () => {
  it.each([
    [['stats', '--days', '0'], 2, /above 0/u],
    [['gaps', '--days', '3651'], 2, /at most 3650/u],
    [['export', '--since', '2026-02-30'], 2, /"2026-02-30" is no day/u],
    [['stats', '--until', 'today'], 2, /"today" is no day/u],
    [['stats', '--since', '2026-02-03', '--until', '2026-02-02'], 2, /after the last/u],
    [['stats', '--since', '2026-02-03', '--days', '3'], 2, /cannot be used with/u],
    [['stats', '--time-zone', 'Hewlêr'], 2, /no time zone "Hewlêr"/u],
    [['stats'], 1, /^Nobody has asked the bot anything yet: .*STATE_DIR/u],
  ])('%j ends with %i', async (commandLine, exitCode, reason) => {
    const ran = await run(join(folder, 'nowhere'), ...commandLine);
    expect(ran).toMatchObject({ exitCode, stdout: '' });
    expect(ran.stderr).toMatch(reason);
  });
});
