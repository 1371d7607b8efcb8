import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { parseAnswer, withoutTime } from '../support/printed.ts';
import { createCli, createSmallCli } from '../support/run-cli.ts';
import type { Cli, CliRun } from '../support/run-cli.ts';

/** As if hnswlib-node had never been installed. */
const WITHOUT = {
  NODE_OPTIONS: `--import ${new URL('../support/without-hnswlib.mjs', import.meta.url).href}`,
};
const MISSING = 'hnswlib-node is missing: the exact vector index serves.\n';
const QUESTION = 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟';

const hnswlib = await loadHnswlib();
const source = readFileSync(
  new URL('../../data/documents/statement.ckb.txt', import.meta.url),
  'utf8',
);

function ask(cli: Cli, settings: Readonly<Record<string, string>>): Promise<CliRun> {
  return cli.run(['ask', '--json', QUESTION], { settings });
}

describe('the command line without hnswlib-node', () => {
  const cli = createSmallCli();

  it('builds an index and answers with the right quote, and says so in one line', async () => {
    const { stdout, stderr, exitCode } = await ask(cli, WITHOUT);
    expect(exitCode).toBe(0);
    expect(stderr).toBe(`${MISSING}Building the index, because there is none yet.\n`);
    const { status, citations } = parseAnswer(stdout);
    expect(status).toBe('answered');
    expect(citations[0]?.quote).toContain('فوئاد حوسێن');
    for (const { quote, start, end } of citations) expect(source.slice(start, end)).toBe(quote);
  });

  it('serves from that index the next time, with the same line', async () => {
    const { stderr, exitCode } = await ask(cli, WITHOUT);
    expect({ stderr, exitCode }).toEqual({ stderr: MISSING, exitCode: 0 });
  });

  it('tells the doctor', async () => {
    const { stdout, exitCode } = await cli.run(['doctor', '--json'], { settings: WITHOUT });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('exact search (hnswlib-node is missing)');
  });
});

describe('an index that was built with hnswlib-node', () => {
  const cli = createCli();

  it('serves without it, with the same answer', async (context) => {
    context.skip(hnswlib === null, "hnswlib-node can't be loaded here");
    await cli.indexAhead();
    const before = await ask(cli, {});
    const after = await ask(cli, WITHOUT);
    expect(after.stderr).toBe(MISSING);
    expect(withoutTime(after.stdout)).toBe(withoutTime(before.stdout));
  });
});
