import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { describe, expect, it, onTestFinished } from 'vitest';

import { createTransport } from '../../src/telegram/transport.ts';
import { held } from './fake-answerer.ts';

interface Origin {
  readonly root: string;
  /** How many connections were made to it. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** A server that replies as it is told; it ends with the test. */
async function origin(
  reply: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Origin> {
  let connections = 0;
  const server = createServer(reply).on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  return { root: `http://127.0.0.1:${port}`, connections: () => connections, close };
}

function json(response: ServerResponse, content: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}

describe('the transport', () => {
  it('sends what it is given to where it is given, below any path', async () => {
    const seen: unknown[] = [];
    const { root } = await origin((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        seen.push([request.method, request.url, request.headers['x-one'], body]);
        json(response, { ok: true, result: 'سڵاو 🙂' });
      });
    });
    const send = createTransport();
    const reply = await send(`${root}/telegram/api/bot1:x/getMe?a=1&b=%D8%A7`, {
      method: 'POST',
      headers: { 'x-one': '1' },
      body: '{"a":"ئا"}',
    });
    expect(await reply.json()).toEqual({ ok: true, result: 'سڵاو 🙂' });
    expect(seen).toEqual([['POST', '/telegram/api/bot1:x/getMe?a=1&b=%D8%A7', '1', '{"a":"ئا"}']]);
  });

  it('keeps its connections from call to call', async () => {
    const { root, connections } = await origin((request, response) => {
      request.resume().on('end', () => json(response, { ok: true }));
    });
    const send = createTransport();
    for (let call = 0; call < 20; call += 1) {
      await (await send(root, { method: 'POST', body: '{}' })).json();
    }
    // The second call may begin before the first has given its connection back.
    expect(connections()).toBeLessThanOrEqual(2);
  });

  it('rejects where the reply is no JSON, or ends too soon', async () => {
    const html = await origin((_request, response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
    });
    const send = createTransport();
    const reply = await send(html.root, { method: 'POST', body: '{}' });
    await expect(reply.json()).rejects.toThrow(SyntaxError);
    const short = await origin((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{');
      response.destroy();
    });
    const cut = async (): Promise<unknown> =>
      (await send(short.root, { method: 'POST', body: '{}' })).json();
    await expect(cut()).rejects.toBeInstanceOf(Error);
  });

  it('rejects where nobody is there, also after somebody was', async () => {
    const { root, close } = await origin((_request, response) => json(response, {}));
    const send = createTransport();
    await (await send(root, { method: 'POST', body: '{}' })).json();
    await close();
    await expect(send(root, { method: 'POST', body: '{}' })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  it('ends a call whose signal is aborted, before it and in the middle', async () => {
    const arrived = held<null>();
    const { root } = await origin(() => arrived.release(null));
    const send = createTransport();
    await expect(
      send(root, { method: 'POST', body: '{}', signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    const ending = new AbortController();
    const call = send(root, { method: 'POST', body: '{}', signal: ending.signal });
    await arrived.promise;
    ending.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});
