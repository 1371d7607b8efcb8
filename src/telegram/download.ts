import { setTimeout as delay } from 'node:timers/promises';

import { GrammyError, HttpError } from 'grammy';
import type { Context } from 'grammy';
import type { File } from 'grammy/types';
import { request } from 'undici';

const TELEGRAM = 'https://api.telegram.org';

/** What Telegram lets bots download. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** Where files lie. */
interface FileServer {
  readonly token: string;
  /** Default: Telegram's own. */
  readonly apiRoot?: string | undefined;
}

/** For how long a server may be silent before a file is given up and asked for once more. */
const SILENCE_IN_MS = 45_000;
/** Waits before a file is asked for once more. */
const DELAYS_IN_MS = [300, 1500];

/**
 * Fetches a file that was sent to the bot; null where it is larger than 20 MiB.
 *
 * @throws {GrammyError} where Telegram doesn't give it, {HttpError} where it can't be reached or doesn't come whole; without the address,
 *   which holds the token.
 */
export async function downloadFile(
  api: Pick<Context['api'], 'getFile'>,
  fileId: string,
  { token, apiRoot = TELEGRAM }: FileServer,
): Promise<Uint8Array | null> {
  const { file_path: path, file_size: size = 0 } = await found(api, fileId);
  if (path === undefined || size > MOST_BYTES) return null;
  const address = `${apiRoot.replace(/\/+$/u, '')}/file/bot${token}/${encodeURI(path)}`;
  for (const delayInMs of DELAYS_IN_MS) {
    try {
      return await fetchOnce(address, size);
    } catch {
      await delay(delayInMs);
    }
  }
  try {
    return await fetchOnce(address, size);
  } catch (error) {
    throw new HttpError('Network request for a file failed!', error);
  }
}

/** Where a file lies; nowhere, where it is larger than Telegram gives to bots. */
async function found(api: Pick<Context['api'], 'getFile'>, fileId: string): Promise<Partial<File>> {
  try {
    return await api.getFile(fileId);
  } catch (error) {
    if (error instanceof GrammyError && error.description.includes('file is too big')) return {};
    throw error;
  }
}

/** @param size what Telegram says; 0 where it doesn't. */
async function fetchOnce(address: string, size: number): Promise<Uint8Array | null> {
  const { statusCode, body } = await request(address, {
    headersTimeout: SILENCE_IN_MS,
    bodyTimeout: SILENCE_IN_MS,
  });
  if (statusCode !== 200) {
    await body.dump();
    throw new Error(`status ${statusCode}`);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MOST_BYTES) {
      body.destroy();
      return null;
    }
    chunks.push(bytes);
  }
  if (length < size) throw new Error(`${length} of ${size} bytes`);
  return Buffer.concat(chunks);
}
