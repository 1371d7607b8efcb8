import { describe, expect, it } from 'vitest';

import { only, parseLines } from '../support/printed.ts';
import type { PrintedSearch } from '../support/printed.ts';
import { createCli } from '../support/run-cli.ts';
import { QUESTIONS, readSource, SCHOOL_TITLE, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const documents = writeSmallCorpus(temporaryFolder());
const cli = createCli({ DOCUMENTS_DIR: documents });
await cli.indexAhead();

describe('search --json', () => {
  it('prints ranked passages with exact offsets and nothing composed', async () => {
    const { stdout, exitCode } = await cli.run(['search', '--json', QUESTIONS.school]);
    expect(exitCode).toBe(0);
    const found = only(parseLines<PrintedSearch>(stdout));
    expect(Object.keys(found)).toEqual(['id', 'query', 'hits', 'elapsedMs']);
    expect(found).toMatchObject({ id: null, query: QUESTIONS.school });
    expect(found.hits[0]).toMatchObject({ document: 'school', title: SCHOOL_TITLE.ckb });
    for (const hit of found.hits) {
      expect(Object.keys(hit)).toEqual('document title passage start end score text'.split(' '));
      expect(readSource(documents, `${hit.document}.ckb.txt`).slice(hit.start, hit.end)).toBe(
        hit.text,
      );
      expect(hit.passage).toMatch(/^[\w-]{16,32}$/u);
    }
    const scores = found.hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(found.hits.map(({ passage }) => passage)).size).toBe(found.hits.length);
  });

  it('keeps to --top and --document', async () => {
    const [one, within, unknown] = await Promise.all([
      cli.run(['search', '--json', '--top', '1', QUESTIONS.dams]),
      cli.run(['search', '--json', '--top', '1000', '--document', 'water', QUESTIONS.dams]),
      cli.run(['search', '--document', 'nowhere', QUESTIONS.dams]),
    ]);
    expect(only(parseLines<PrintedSearch>(one.stdout)).hits).toHaveLength(1);
    const named = new Set(
      only(parseLines<PrintedSearch>(within.stdout)).hits.map((hit) => hit.document),
    );
    expect([...named]).toEqual(['water']);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toContain('roads, school, water');
  });

  it('without --json prints the passages, from a pipe too, and says where there is none', async () => {
    const [found, none] = await Promise.all([
      cli.run(['search', '--top', '1'], { input: `${QUESTIONS.director}\n` }),
      cli.run(['search', '؟!']),
    ]);
    expect(found.stdout).toContain('د. سارا ئەحمەد بەڕێوەبەری گشتیی سەرچاوەکانی ئاوە.');
    expect([found.exitCode, none.exitCode]).toEqual([0, 0]);
    expect(none.stdout).toBe('No passage.\n');
  });
});
