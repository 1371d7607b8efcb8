import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';

import { GrammyError, HttpError } from 'grammy';
import { expect, it, onTestFinished } from 'vitest';

import { downloadFile } from '../../src/telegram/download.ts';

const TOKEN = '1:secret';

type Reply = (response: ServerResponse) => void;

const whole: Reply = (response) => void response.end('whole');
const cut: Reply = (response) => {
  response.write('wh');
  setTimeout(() => response.destroy(), 20);
};

const endless: Reply = (response) => void response.end(Buffer.alloc(21 * 1024 * 1024));

/** Downloads a file of 5 bytes from a server that gives these replies, and the last of them from then on. */
async function download(replies: readonly Reply[], size = 5): Promise<Uint8Array | null> {
  let count = 0;
  const server = createServer((_, response) =>
    replies[Math.min(count++, replies.length - 1)]?.(response),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  const file = { file_id: 'f', file_unique_id: 'f', file_path: 'a b.txt', file_size: size };
  const api = { getFile: async () => file };
  return downloadFile(api, 'f', { token: TOKEN, apiRoot: `http://127.0.0.1:${portOf(server)}/` });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it.each<[string, readonly Reply[]]>([
  ['whole', [whole]],
  ['cut once', [cut, whole]],
  ['ended early', [(response) => void response.end('wh'), whole]],
  ['refused twice', [(response) => void response.writeHead(502).end('x'), cut, whole]],
])('a file that comes %s is fetched', async (_, replies) => {
  expect(Buffer.from((await download(replies)) ?? []).toString()).toBe('whole');
});

it.each<[string, readonly Reply[]]>([
  ['never comes whole', [cut]],
  ['has expired', [(response) => void response.writeHead(404).end('gone')]],
])('a file that %s is a failure without the address', async (_, replies) => {
  const failure: unknown = await download(replies).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(HttpError);
  expect(String(failure)).not.toContain(TOKEN);
});

it('a file that is larger than was said, or than Telegram gives, is none', async () => {
  expect(await download([endless])).toBeNull();
  const description = 'Bad Request: file is too big';
  const refusal = { ok: false, error_code: 400, description } as const;
  const getFile = async (): Promise<never> => {
    throw new GrammyError('x', refusal, 'getFile', {});
  };
  expect(await downloadFile({ getFile }, 'f', { token: TOKEN })).toBeNull();
});
