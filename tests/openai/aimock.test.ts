import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createOpenAIEmbeddings } from '../../src/openai/embeddings.ts';
import { keptLog } from '../support/kept-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { chatAt, failureOf, openAccount, REQUEST, SAID } from './fixtures.ts';

// A server that was not written for us: what works here doesn't rest on our own idea of the protocol.
const mock = new LLMock({ port: 0 });
const cacheDirectory = temporaryFolder();
beforeAll(async () => {
  mock.onMessage(REQUEST.user, { content: SAID });
  mock.onMessage('cut', { content: SAID, finishReason: 'length' });
  await mock.start();
});
afterEach(() => void mock.clearChaos());
afterAll(() => mock.stop());

describe('a chat model of another server', () => {
  it('streams its reply, and states what it took', async () => {
    const { account, settled } = openAccount();
    const seen: string[] = [];
    const text = await chatAt(`${mock.url}/v1`, { account }).complete(REQUEST, {
      onText: (soFar) => seen.push(soFar),
    });
    expect(text).toBe(SAID);
    expect(seen.at(-1)).toBe(SAID);
    expect(settled).toMatchObject([{ outcome: 'ok', completionTokens: expect.any(Number) }]);
  });

  it('is sent the shape of the reply', async () => {
    mock.prependFixture({
      match: { userMessage: REQUEST.user, responseFormat: 'json_schema' },
      response: { content: '{"answer":"بەغدا"}' },
    });
    const shape = { name: 'answer', schema: { type: 'object' } };
    const text = await chatAt(`${mock.url}/v1`).complete({ ...REQUEST, shape });
    expect(JSON.parse(text)).toEqual({ answer: 'بەغدا' });
  });

  it('is asked again after one failure', async () => {
    mock.nextRequestError(503, { message: 'overloaded' });
    await expect(chatAt(`${mock.url}/v1`).complete(REQUEST)).resolves.toBe(SAID);
  });

  it.each([
    ['rate-limited', { rateLimitRate: 1 }],
    ['server-error', { dropRate: 1 }],
  ])('fails as %s with %j', async (reason, chaos) => {
    mock.setChaos(chaos);
    expect(await failureOf(chatAt(`${mock.url}/v1`).complete(REQUEST))).toMatchObject({ reason });
  });

  it.each([{ malformedRate: 1 }, { disconnectRate: 1 }])(
    'fails as a model with %j',
    async (chaos) => {
      mock.setChaos(chaos);
      const failure = await failureOf(chatAt(`${mock.url}/v1`).complete(REQUEST));
      expect(['cut-stream', 'unusable', 'unreachable']).toContain(failure.reason);
    },
  );

  it('is given up when it is too late', async () => {
    mock.setChaos({ latencyMs: 500 });
    const model = chatAt(`${mock.url}/v1`, { patienceInMs: 30 });
    expect(await failureOf(model.complete(REQUEST))).toMatchObject({ reason: 'time-out' });
  });

  it('is not believed where it was cut', async () => {
    const failure = await failureOf(chatAt(`${mock.url}/v1`).complete({ ...REQUEST, user: 'cut' }));
    expect(failure).toMatchObject({ reason: 'cut-stream' });
  });

  it('refuses what it was not prepared for', async () => {
    const failure = await failureOf(chatAt(`${mock.url}/v1`).complete({ ...REQUEST, user: '?' }));
    expect(failure).toMatchObject({ reason: 'refused' });
  });
});

describe('embeddings of another server', () => {
  it('are whole, although it ignores the encoding that the client would ask for', async () => {
    const { account, settled } = openAccount();
    const embeddings = await createOpenAIEmbeddings({
      endpoint: { baseUrl: `${mock.url}/v1`, apiKey: 'k' },
      model: 'text-embedding-3-small',
      dimensions: null,
      share: 0.2,
      cacheDirectory,
      account,
      log: keptLog().log,
      questionPatienceInMs: 5000,
    });
    expect(embeddings.dimensions).toBe(1536);
    const vectors = await embeddings.embedDocuments([SAID, REQUEST.user]);
    expect(vectors.map((vector) => Math.hypot(...vector))).toEqual([
      expect.closeTo(1, 5),
      expect.closeTo(1, 5),
    ]);
    expect(await embeddings.embedQuery(SAID)).not.toEqual(
      await embeddings.embedQuery(REQUEST.user),
    );
    expect(settled.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok']);
    mock.nextRequestError(500);
    await expect(embeddings.embedQuery('یەکێکی دیکە')).resolves.toHaveLength(1536);
  });
});
