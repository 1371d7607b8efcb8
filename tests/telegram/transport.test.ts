import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { Api, GrammyError, HttpError, InputFile } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';

import { grammySignal } from '../../src/telegram/signals.ts';
import { createTransport } from '../../src/telegram/transport.ts';

const TOKEN = '1234567:secret';
const REFUSED = { ok: false, error_code: 400, description: 'left to others' } as const;

/** An API whose calls a server answers as it is told; `below` is the path under which it stands. */
async function apiOn(
  reply: (request: IncomingMessage, response: ServerResponse, body: string) => unknown,
  { below = '', silenceInMs = 5000 } = {},
): Promise<Api> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => reply(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const api = new Api(TOKEN);
  const apiRoot = `http://127.0.0.1:${port}${below}`;
  api.config.use(createTransport({ token: TOKEN, apiRoot, silenceInMs }));
  return api;
}

describe('the transport', () => {
  it('posts what a call is given as JSON, and gives the result', async () => {
    const seen: unknown[] = [];
    const api = await apiOn((request, response, body) => {
      seen.push([request.method, request.url, request.headers['content-type'], JSON.parse(body)]);
      // In pieces that cut a letter in two.
      const text = Buffer.from('{"ok":true,"result":"سڵاو"}');
      response.write(text.subarray(0, 22));
      setTimeout(() => response.end(text.subarray(22)), 5);
    });
    expect(await api.sendMessage(7, 'کێ؟', {})).toBe('سڵاو');
    const path = `/bot${TOKEN}/sendMessage`;
    expect(seen).toEqual([['POST', path, 'application/json', { chat_id: 7, text: 'کێ؟' }]]);
  });

  it('finds a server that stands below a path', async () => {
    const api = await apiOn(
      ({ url }, response) => response.end(JSON.stringify({ ok: true, result: url })),
      { below: '/below/here' },
    );
    expect(await api.getMe()).toBe(`/below/here/bot${TOKEN}/getMe`);
  });

  it('leaves files to grammY’s client, also those that take the place of others', async () => {
    const api = new Api(TOKEN);
    const left: string[] = [];
    api.config.use(async (_, method) => {
      left.push(method);
      return REFUSED;
    });
    const apiRoot = 'http://127.0.0.1:9';
    api.config.use(createTransport({ token: TOKEN, apiRoot, silenceInMs: 1000 }));
    const file = new InputFile(Buffer.from('x'), 'x.png');
    const media = { type: 'photo', media: file } as const;
    await expect(api.sendPhoto(7, file)).rejects.toThrow('left to others');
    await expect(api.editMessageMedia(7, 1, media)).rejects.toThrow('left to others');
    expect(left).toEqual(['sendPhoto', 'editMessageMedia']);
  });

  it('passes on what Telegram refuses', async () => {
    const refusal = { ok: false, error_code: 429, description: 'Too Many Requests' };
    const api = await apiOn((_, response) => {
      response.statusCode = 429;
      response.end(JSON.stringify({ ...refusal, parameters: { retry_after: 3 } }));
    });
    const failure: unknown = await api.getMe().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GrammyError);
    expect(failure).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
  });

  it.each([
    ['no JSON comes', (_: IncomingMessage, response: ServerResponse) => response.end('<html>')],
    ['nothing comes', (_: IncomingMessage, response: ServerResponse) => response.destroy()],
    [
      'it ends in the middle',
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 100 }).write('{"ok":');
        setTimeout(() => response.destroy(), 5);
      },
    ],
  ])('fails without the token where %s', async (_case, reply) => {
    const api = await apiOn((request, response) => reply(request, response));
    const failure: unknown = await api.getMe().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HttpError);
    expect(String(failure)).toBe("HttpError: Network request for 'getMe' failed!");
  });

  it('gives up a server that stays silent', async () => {
    const api = await apiOn(() => undefined, { silenceInMs: 100 });
    await expect(api.getMe()).rejects.toMatchObject({ error: { code: 'UND_ERR_HEADERS_TIMEOUT' } });
  });

  it('gives up a call that is no longer wanted, before it is made and after', async () => {
    let [calls, ended] = [0, 0];
    const api = await apiOn((_, response) => {
      calls += 1;
      response.on('close', () => {
        ended += 1;
      });
      giving.abort();
    });
    const giving = new AbortController();
    await expect(api.getMe(grammySignal(giving.signal))).rejects.toBeInstanceOf(HttpError);
    await expect(api.getMe(grammySignal(giving.signal))).rejects.toBeInstanceOf(HttpError);
    await expect.poll(() => ended).toBe(1);
    expect(calls).toBe(1);
  });
});
