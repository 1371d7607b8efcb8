import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { embeds, json, says, startOpenAIServer, vectorOfWords } from '../support/openai-server.ts';
import type { OpenAIRequest, OpenAIServer, ScriptedReply } from '../support/openai-server.ts';
import { only, parseLines } from '../support/printed.ts';
import { createCli } from '../support/run-cli.ts';
import { writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const cli = createCli({ DOCUMENTS_DIR: writeSmallCorpus(temporaryFolder()) });

let server: OpenAIServer;
beforeAll(async () => {
  server = await startOpenAIServer();
});
afterAll(() => server.stop());

interface Printed {
  readonly checks: readonly {
    readonly name: string;
    readonly status: string;
    readonly detail: string;
  }[];
}

/** What doctor says of the model; the key must not stand anywhere. */
async function modelCheck(
  settings: Readonly<Record<string, string>>,
): Promise<Printed['checks'][number]> {
  const { stdout, stderr } = await cli.run(['doctor', '--json'], {
    settings: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-secret', ...settings },
  });
  expect(stdout + stderr).not.toContain('sk-secret');
  const found = only(parseLines<Printed>(stdout)).checks.find(({ name }) => name === 'model');
  if (found === undefined) throw new Error('The model was not looked at.');
  return found;
}

/** A server with a list of models, a chat model and embeddings. */
function everything(request: OpenAIRequest): ScriptedReply {
  if (request.path.endsWith('/models')) return json({ data: [{ id: 'listed' }] });
  const script = request.path.endsWith('/embeddings') ? embeds(vectorOfWords) : says('OK');
  return typeof script === 'function' ? script(request) : script;
}

/** What it tells of each failure is in tests/diagnose-models.test.ts. */
describe('doctor', () => {
  it('finds a model in the list of the server, at no cost', async () => {
    server.replyWith(everything);
    const before = server.requests.length;
    const found = await modelCheck({ CHAT_MODEL: 'listed' });
    expect(found).toMatchObject({ status: 'ok', detail: expect.stringContaining('"listed"') });
    expect(server.requests.slice(before).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/models',
    ]);
  });

  it('asks a model that is not in the list, and embeddings', async () => {
    server.replyWith(everything);
    const found = await modelCheck({ CHAT_MODEL: 'other', EMBEDDINGS: 'openai' });
    expect(found).toMatchObject({
      status: 'ok',
      detail: expect.stringMatching(/"other" answers; .* text-embedding-3-large 32/u),
    });
  });

  it('tells that a key is missing', async () => {
    const found = await modelCheck({ CHAT_MODEL: 'm', OPENAI_BASE_URL: '', OPENAI_API_KEY: '' });
    expect(found).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('OPENAI_API_KEY'),
    });
  });
});
