import { describe, expect, it } from 'vitest';

import { eventStream, json, refusal, says, WEB_PAGE } from '../support/openai-server.ts';
import type { Script } from '../support/openai-server.ts';
import {
  chatAt,
  failureAt,
  failureOf,
  openAccount,
  REQUEST,
  requestsDuring,
  SAID,
  serverOfFile,
} from './fixtures.ts';

const server = await serverOfFile();

const SHAPE = { name: 'answer', schema: { type: 'object' } };

describe('a chat model', () => {
  it('sends the model, the messages and the wish to stream, and nothing that was not set', async () => {
    server.replyWith(says(SAID));
    const [request] = await requestsDuring(server, () => chatAt(server.url).complete(REQUEST));
    expect(request).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
    expect(request?.headers.authorization).toBe('Bearer sk-secret');
    expect(request?.body).toEqual({
      model: 'test-model',
      messages: [
        { role: 'system', content: REQUEST.system },
        { role: 'user', content: REQUEST.user },
      ],
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('sends what was set, and the shape of the reply', async () => {
    server.replyWith(says(SAID));
    const settings = { reasoningEffort: 'low', maxCompletionTokens: 300, temperature: 0 };
    const [request] = await requestsDuring(server, () =>
      chatAt(server.url, settings).complete({ ...REQUEST, shape: SHAPE }),
    );
    expect(request?.body).toMatchObject({
      reasoning_effort: 'low',
      max_completion_tokens: 300,
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { ...SHAPE, strict: true } },
    });
    expect(request?.body).not.toHaveProperty('max_tokens');
  });

  it('sends no key where there is none, and asks nothing of OpenAI without one', async () => {
    server.replyWith(says(SAID));
    const keyless = { baseUrl: server.url, apiKey: null };
    const [request] = await requestsDuring(server, () =>
      chatAt(server.url, { endpoint: keyless }).complete(REQUEST),
    );
    expect(request?.headers).not.toHaveProperty('authorization');
    const nowhere = chatAt(server.url, { endpoint: { baseUrl: null, apiKey: null } });
    expect(await failureOf(nowhere.complete(REQUEST))).toMatchObject({ reason: 'unauthorised' });
  });

  it.each([1, 2, 3, 7, 64])('reads a stream cut every %i bytes', async (bytesPerPiece) => {
    server.replyWith(says(SAID, { bytesPerPiece }));
    const seen: string[] = [];
    const text = await chatAt(server.url).complete(REQUEST, {
      onText: (soFar) => seen.push(soFar),
    });
    expect(text).toBe(SAID);
    expect(seen.at(-1)).toBe(SAID);
    expect(seen.every((soFar, index) => SAID.startsWith(soFar) && soFar !== seen[index + 1])).toBe(
      true,
    );
  });

  it.each<[string, Script]>([
    ['all at once', says(SAID, { stream: false })],
    ['as a stream that has another content type', says(SAID, { contentType: 'text/plain' })],
    [
      'without [DONE]',
      eventStream([{ choices: [{ delta: { content: SAID }, finish_reason: 'stop' }] }]),
    ],
  ])('reads a reply that comes %s', async (_, script) => {
    server.replyWith(script);
    const seen: string[] = [];
    const onText = (soFar: string): void => void seen.push(soFar);
    expect(await chatAt(server.url).complete(REQUEST, { onText })).toBe(SAID);
    expect(seen.at(-1)).toBe(SAID);
  });

  it.each([
    ['as the server says', says(SAID, { usage: { prompt: 90, completion: 8 } }), 90, 8],
    [
      'as the server says, all at once',
      says(SAID, { stream: false, usage: { prompt: 90, completion: 8 } }),
      90,
      8,
    ],
    ['by estimate', says(SAID), 15, 18],
  ])('puts tokens down %s', async (_, script, promptTokens, completionTokens) => {
    server.replyWith(script);
    const { account, settled } = openAccount();
    await chatAt(server.url, { account }).complete(REQUEST);
    expect(settled).toEqual([
      { purpose: 'compose', outcome: 'ok', promptTokens, completionTokens },
    ]);
  });

  it('refuses a prompt that is too long for a call, without asking', async () => {
    const model = chatAt(server.url, { tokensPerCall: 14 });
    const requests = await requestsDuring(server, async () => {
      expect(await failureOf(model.complete(REQUEST))).toMatchObject({ reason: 'too-long' });
    });
    expect(requests).toEqual([]);
    server.replyWith(says(SAID));
    await expect(chatAt(server.url, { tokensPerCall: 15 }).complete(REQUEST)).resolves.toBe(SAID);
  });
});

describe('a reply that can’t be used', () => {
  const stop = { finish_reason: 'stop' };
  it.each<[string, string, Script]>([
    ['has no end', 'cut-stream', says(SAID, { finishReason: null })],
    ['is cut at its length', 'cut-stream', says(SAID, { finishReason: 'length' })],
    ['is cut off the line', 'cut-stream', says(SAID, { pieces: 3, ending: 'cut' })],
    ['holds a piece that is no JSON', 'cut-stream', eventStream(['{"choices":[{"del', '[DONE]'])],
    ['is half a JSON object', 'cut-stream', json({ choices: [] }, 200, { bytes: 9 })],
    ['is blank', 'empty', says(' \n')],
    ['is blank at once', 'empty', says('', { stream: false })],
    ['is withheld', 'empty', says('ئا', { finishReason: 'content_filter' })],
    ['is a refusal', 'empty', eventStream([{ choices: [{ delta: { refusal: 'No.' }, ...stop }] }])],
    ['is a web page', 'unusable', WEB_PAGE],
    ['is JSON of another kind', 'unusable', json({ ok: true })],
    ['is JSON of no kind', 'unusable', json([1])],
    ['is a stream of other things', 'unusable', eventStream([{ ping: 1 }, 'null', '[DONE]'])],
    ['is an error at once', 'server-error', json({ error: { message: 'overloaded' } })],
    ['has an error in it', 'server-error', eventStream([{ error: { message: 'overloaded' } }])],
    ['has a limit in it', 'rate-limited', eventStream([{ error: { message: 'slow', code: 429 } }])],
    ['never ends', 'unusable', says('ئا'.repeat(60_000), { stream: false })],
  ])('because it %s', async (_, reason, script) => {
    server.replyWith(script);
    const { account, settled } = openAccount();
    const failure = await failureAt(server.url, { account });
    expect(failure.reason).toBe(reason);
    expect(settled).toMatchObject([{ outcome: reason }]);
  });
});

describe('a parameter that a server refuses', () => {
  const request = { ...REQUEST, shape: SHAPE };
  const settings = { reasoningEffort: 'low', maxCompletionTokens: 300, temperature: 0 };
  it.each([
    [
      'response_format',
      400,
      { message: "'response_format' of type 'json_schema' is not supported" },
    ],
    ['response_format', 422, { message: 'body.response_format: extra fields not permitted' }],
    ['response_format', 501, { message: 'json_schema is not implemented' }],
    ['response_format', 404, { message: 'No endpoints found that support structured output' }],
    ['response_format', 400, { message: 'Unsupported parameter' }],
    ['stream_options', 400, { message: 'Unknown parameter: stream_options' }],
    ['reasoning_effort', 400, { message: 'No.', param: 'reasoning_effort' }],
    ['temperature', 400, { message: 'Unsupported value', param: 'temperature' }],
  ])('(%s, %i, %j) is left out from then on', async (name, status, error) => {
    const model = chatAt(server.url, settings);
    server.replyWith(refusal(status, error), says(SAID));
    const requests = await requestsDuring(server, async () => {
      await model.complete(request);
      await model.complete(request);
    });
    expect(requests.map(({ body }) => name in body)).toEqual([true, false, false]);
    expect(Object.keys(requests[1]?.body ?? {})).toHaveLength(
      Object.keys(requests[0]?.body ?? {}).length - 1,
    );
  });

  it('is sent under its old name where it has one', async () => {
    server.replyWith(refusal(400, { message: 'No.', param: 'max_completion_tokens' }), says(SAID));
    const [, second] = await requestsDuring(server, () =>
      chatAt(server.url, settings).complete(request),
    );
    expect(second?.body).toMatchObject({ max_tokens: 300 });
  });

  it('may be the stream itself', async () => {
    const error = {
      message: 'Your organization must be verified to stream this model.',
      param: 'stream',
    };
    server.replyWith(refusal(400, error), says(SAID));
    const [, second] = await requestsDuring(server, async () =>
      expect(await chatAt(server.url).complete(REQUEST)).toBe(SAID),
    );
    expect(second?.body).not.toHaveProperty('stream');
    expect(second?.body).not.toHaveProperty('stream_options');
  });

  it('may be one after the other, and then the refusal is of the request', async () => {
    server.replyWith(refusal(400, { message: 'Unsupported parameter' }));
    const requests = await requestsDuring(server, async () => {
      const failure = await failureOf(chatAt(server.url).complete(request));
      expect(failure.reason).toBe('refused');
    });
    expect(requests).toHaveLength(4);
  });
});
