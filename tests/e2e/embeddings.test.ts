import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  embeds,
  inputsOf,
  refusal,
  startOpenAIServer,
  vectorOfWords,
} from '../support/openai-server.ts';
import type { OpenAIServer } from '../support/openai-server.ts';
import { only, parseAnswer, parseLines } from '../support/printed.ts';
import type { PrintedSearch } from '../support/printed.ts';
import { createSmallCli } from '../support/run-cli.ts';
import type { CliRun } from '../support/run-cli.ts';
import { QUESTIONS, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const documents = writeSmallCorpus(temporaryFolder());
const state = temporaryFolder();
const cli = createSmallCli({ DOCUMENTS_DIR: documents, STATE_DIR: state });

let server: OpenAIServer;
beforeAll(async () => {
  server = await startOpenAIServer();
});
afterAll(() => server.stop());

/** Runs a command with the server's embeddings, and says what the server was asked to embed. */
async function run(
  commandLine: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<CliRun & { embedded: string[] }> {
  const before = server.requests.length;
  const result = await cli.run(commandLine, {
    settings: {
      EMBEDDINGS: 'openai',
      EMBEDDING_MODEL: 'test-embedding',
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: 'sk-secret',
      ...settings,
    },
  });
  return { ...result, embedded: server.requests.slice(before).flatMap(inputsOf) };
}

function hits({ stdout }: CliRun): string[] {
  return only(parseLines<PrintedSearch>(stdout)).hits.map(({ document }) => document);
}

// In this order: each goes on from the index that the one before left.
describe('the command line with the embeddings of a server', () => {
  it('answers while the server is down, before there is any index', async () => {
    const [asked, indexed] = [
      await run(['ask', '--json', QUESTIONS.school]),
      await run(['index', '--json']),
    ];
    expect(asked.exitCode).toBe(0);
    expect(parseAnswer(asked.stdout)).toMatchObject({
      status: 'answered',
      degraded: { cause: 'embeddings-missed' },
    });
    expect(asked.stderr).toMatch(/The local embeddings serve, from memory: .*answered 500\./u);
    expect(indexed).toMatchObject({ exitCode: 1, stdout: '' });
    expect(indexed.stderr).toContain('answered 500');
  });

  it('indexes each passage once, and questions as they are typed', async () => {
    server.replyWith(embeds(vectorOfWords, { tokens: 3 }));
    const indexed = await run(['index', '--json']);
    expect(indexed.exitCode).toBe(0);
    // One to learn the size of a vector, then five Sorani passages and three renditions.
    expect(indexed.embedded).toHaveLength(9);
    const searched = await run(['search', '--json', QUESTIONS.dams]);
    expect(searched.embedded).toEqual([QUESTIONS.dams]);
    expect(hits(searched)[0]).toBe('water');
    expect(searched.stderr).toBe('');
  });

  it('embeds nothing anew when it indexes again', async () => {
    const forced = await run(['index', '--force', '--json']);
    expect(forced).toMatchObject({ exitCode: 0, embedded: [] });
  });

  it('puts down what it took', () => {
    const [file = ''] = readdirSync(join(state, 'model-usage'));
    const lines = readFileSync(join(state, 'model-usage', file), 'utf8');
    expect(lines).toContain('"purpose":"embed","model":"test-embedding","promptTokens":3,');
    expect(lines).not.toMatch(/sk-secret|قوتابخانە/u);
  });

  it('ranks by words where a question has no vector, and says so', async () => {
    server.replyWith(refusal(429, { message: 'x' }, { 'retry-after': '60' }));
    const [searched, asked] = [
      await run(['search', '--json', QUESTIONS.school]),
      await run(['ask', '--json', QUESTIONS.school]),
    ];
    expect(hits(searched)[0]).toBe('school');
    expect(searched.stderr).toMatch(/^Questions are ranked by their words alone: .*429\.\n$/u);
    const { status, degraded } = parseAnswer(asked.stdout);
    expect(status).toBe('answered');
    expect(degraded?.cause).toBe('embeddings-missed');
  });

  it('serves the index of before where what is new can’t be embedded', async () => {
    writeFiles(documents, { 'new.ckb.txt': 'باخچەیەکی نوێ لە دهۆک کرایەوە.' });
    const searched = await run(['search', '--json', QUESTIONS.school]);
    expect(hits(searched)).toContain('school');
    expect(hits(searched)).not.toContain('new');
    expect(searched.stderr).toMatch(/The index of before serves on, .*429\./u);
    const indexed = await run(['index']);
    expect(indexed).toMatchObject({ exitCode: 1, stdout: '' });
    server.replyWith(embeds(vectorOfWords));
    const later = await run(['index', '--json']);
    expect(later).toMatchObject({ exitCode: 0, embedded: ['باخچەیەکی نوێ لە دهۆک کرایەوە.'] });
  });

  it('stops before it starts where neither key nor address is set', async () => {
    const settings = { OPENAI_BASE_URL: '', OPENAI_API_KEY: '' };
    const wrong = await run(['search', QUESTIONS.school], settings);
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/^Wrong setting: EMBEDDINGS is openai, .*\n$/u);
  });
});
