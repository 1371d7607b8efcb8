import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runProgram } from '../../src/cli/program.ts';
import type { Services } from '../../src/cli/services.ts';
import { memoryStreams } from '../support/memory-streams.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { textCurator } from '../support/text-curator.ts';
import { UNUSED_SERVICES } from '../support/unused-services.ts';
import { WORDS } from '../telegram/bot-harness.ts';

const folder = temporaryFolder();
const WATER = 'ئاگاداری دەربارەی ئاو\n\nئاوی شار سبەی دەبڕێت. تکایە ئاو هەڵبگرن.';
const WATER_EN = 'Notice on water\n\nThe city’s water will be cut tomorrow. Please store water.';
const FILES = writeFiles(join(folder, 'files'), {
  'water.txt': WATER,
  'water.en.txt': WATER_EN,
  'scan.pdf': '%PDF-1.7',
});
let count = 0;

interface Place {
  readonly recorded: string[];
  readonly run: (
    ...commandLine: string[]
  ) => Promise<{ exitCode: number; stdout: string; stderr: string }>;
}

function place(): Place {
  count += 1;
  const curator = textCurator(join(folder, String(count)));
  const recorded: string[] = [];
  const openDocuments: Services['openDocuments'] = async () => ({
    curator,
    words: WORDS.en,
    record: async (action, detail) => void recorded.push(`${action} ${detail}`),
  });
  return {
    recorded,
    async run(...commandLine) {
      const streams = memoryStreams();
      const exitCode = await runProgram(['documents', ...commandLine], {
        version: '1',
        streams,
        services: () => ({ ...UNUSED_SERVICES, openDocuments }),
      });
      return { exitCode, ...streams.written() };
    },
  };
}

describe('documents', () => {
  it('are added, each by itself, and those that can’t be are named with what to do', async () => {
    const { run, recorded } = place();
    const files = ['water.txt', 'scan.pdf', 'water.en.txt'].map((name) => join(FILES, name));
    const { exitCode, stdout, stderr } = await run('add', ...files);
    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      `${files[0]}: new of "water": ئاگاداری دەربارەی ئاو (2 paragraphs, 3 sentences, 10 words)\n${files[2]}: rendition of "water": ئاگاداری دەربارەی ئاو (2 paragraphs, 3 sentences, 13 words)\n`,
    );
    expect(stderr).toContain(`${files[1]}: ${WORDS.en.text('upload-refused-scanned')}`);
    expect(stderr).toContain('pirsyar index');
    expect(recorded).toEqual(['add water', 'translate water']);
    expect((await run('list')).stdout).toBe(
      'old\tکۆن\t1 passages\nwater\tئاگاداری دەربارەی ئاو\t2 passages, with rendition\n',
    );
  });

  it('are added also where others can’t be read, and none in the place of another of them', async () => {
    const { run } = place();
    const more = writeFiles(join(folder, 'more'), {
      'water (2).txt': `${WATER} سوپاس بۆ هەمووان.`,
      'huge.txt': 'ئ'.repeat(11 * 1024 * 1024),
    });
    execFileSync('mkfifo', [join(more, 'pipe.txt')]);
    const bad = [more, join(more, 'pipe.txt'), join(more, 'none.txt'), join(more, 'huge.txt')];
    const copy = join(more, 'water (2).txt');
    const { exitCode, stdout, stderr } = await run('add', ...bad, join(FILES, 'water.txt'), copy);
    expect([exitCode, stdout.split('\n').length]).toEqual([1, 2]);
    expect(stderr.split('\n')).toEqual([
      `${bad[0]}: it is not a file.`,
      `${bad[1]}: it is not a file.`,
      `${bad[2]}: it can't be read (ENOENT).`,
      `${bad[3]}: ${WORDS.en.text('upload-refused-too-large')}`,
      expect.stringMatching(/another file has just become "water": rename/u),
      expect.any(String),
      '',
    ]);
    expect((await run('add', copy)).stdout).toContain('replacement of "water"');
  });

  it('are only shown in a dry run', async () => {
    const { run } = place();
    const { exitCode, stdout } = await run('add', '--dry-run', '--json', join(FILES, 'water.txt'));
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ proposal: { kind: 'new', document: 'water' } });
    expect(JSON.parse((await run('list', '--json')).stdout)).toMatchObject([{ id: 'old' }]);
  });

  it('are removed, brought back and renamed', async () => {
    const { run, recorded } = place();
    expect((await run('remove', 'old')).stderr).toContain('the only document');
    await run('add', join(FILES, 'water.txt'));
    expect((await run('remove', 'old')).stderr).toContain('pirsyar documents restore old');
    expect((await run('list')).stdout).toMatch(/^water\t/u);
    expect((await run('restore', 'old')).exitCode).toBe(0);
    expect((await run('rename', 'old', 'New title')).exitCode).toBe(0);
    expect(recorded).toEqual(['add water', 'remove old', 'restore old', 'rename old']);
    expect((await run('rename', 'old', ' \n')).exitCode).toBe(2);
    await run('rename', 'old', `two\nlines ${'😀'.repeat(200)}`);
    const [{ title }] = JSON.parse((await run('list', '--json')).stdout);
    expect(title.en).toMatch(/^two lines (?:😀){123}$/u);
  });

  it.each([
    ['remove', ['remove', 'x']],
    ['restore', ['restore', 'old']],
    ['rename', ['rename', 'x', 'y']],
    ['add', ['add', '/nowhere.txt']],
  ])('that are not there are a failure: %s', async (_, commandLine) => {
    const { exitCode, stdout, stderr } = await place().run(...commandLine);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/u);
  });

  it('need a command and its arguments', async () => {
    for (const commandLine of [[], ['add'], ['remove'], ['unknown'], ['rename', 'old', ' ']]) {
      expect((await place().run(...commandLine)).exitCode).toBe(2);
    }
  });
});
