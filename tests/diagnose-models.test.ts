import { afterAll, describe, expect, it } from 'vitest';

import { diagnoseModels } from '../src/diagnose-models.ts';
import { PirsyarError } from '../src/errors.ts';
import { smallCorpusParts } from './support/open-pirsyar.ts';
import { refusal, startOpenAIServer, WEB_PAGE } from './support/openai-server.ts';

const server = await startOpenAIServer();
afterAll(() => server.stop());

const SERVER = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-secret' };
const CONFIGURED = {
  'a chat model': smallCorpusParts({ ...SERVER, CHAT_MODEL: 'other' }),
  embeddings: smallCorpusParts({ ...SERVER, EMBEDDINGS: 'openai' }),
};

describe.each(Object.entries(CONFIGURED))('diagnoseModels, of %s', (_, parts) => {
  it.each([
    [refusal(401, { message: 'x' }), /answered 401: set OPENAI_API_KEY/u],
    [refusal(404, { message: 'x' }), /answered 404: look whether the server has the model/u],
    [WEB_PAGE, /web page: look at OPENAI_BASE_URL/u],
  ])('tells what to do, and never the key: %#', async (reply, message) => {
    server.replyWith(reply);
    const failure: unknown = await diagnoseModels(parts).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PirsyarError);
    expect(String(failure)).toMatch(message);
    expect(String(failure)).not.toContain(SERVER.OPENAI_API_KEY);
  });
});
