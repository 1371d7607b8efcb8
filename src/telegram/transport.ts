import { HttpError, InputFile } from 'grammy';
import type { Transformer } from 'grammy';
import { Pool } from 'undici';
import type { Dispatcher } from 'undici';

import type { GrammySignal } from './signals.ts';

const TELEGRAM = 'https://api.telegram.org';
const CONNECTIONS = 128;
const KEPT_ALIVE_IN_MS = 30_000;
const HEADERS = { 'content-type': 'application/json' };

/** Where calls go. */
interface Destination {
  readonly token: string;
  /** Without a slash at its end. Default: Telegram's own. */
  readonly apiRoot?: string | undefined;
  /** For how long a server may be silent, before its reply and within it, in milliseconds. */
  readonly silenceInMs: number;
}

/**
 * Carries the calls itself instead of grammY's client, at a third of the time a call (docs/telegram.md): straight over undici's connections,
 * as JSON. Files, which must go as a form, are left to that client.
 *
 * Rejects with an {HttpError}, as grammY's client does, where no reply comes or one that is no JSON.
 */
export function createTransport({
  token,
  apiRoot = TELEGRAM,
  silenceInMs,
}: Destination): Transformer {
  const { origin, pathname } = new URL(apiRoot);
  const prefix = `${pathname === '/' ? '' : pathname}/bot${token}/`;
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: KEPT_ALIVE_IN_MS,
    headersTimeout: silenceInMs,
    bodyTimeout: silenceInMs,
  });
  return async (previous, method, payload, signal) => {
    if (holdsFile(payload)) return previous(method, payload, signal);
    try {
      const path = `${prefix}${method}`;
      // What Telegram replies to a method is what the method is declared to give.
      return JSON.parse(await exchange(pool, { path, body: JSON.stringify(payload) }, signal));
    } catch (error) {
      // Without the address, which holds the token.
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
}

/** In itself, or in the media that it puts in the place of others. */
function holdsFile(payload: object): boolean {
  return Object.values(payload).some(
    (value) => value instanceof InputFile || value?.media instanceof InputFile,
  );
}

/** Posts a body and gives that of the reply, whatever its status: Telegram says in it what is wrong. */
async function exchange(
  pool: Pool,
  { path, body }: { readonly path: string; readonly body: string },
  signal: GrammySignal | undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    const abort = (): void => {
      const reason = new Error('The call was given up.');
      controller?.abort(reason);
      reject(reason);
    };
    if (signal?.aborted === true) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort);
    const chunks: Buffer[] = [];
    pool.dispatch(
      { path, method: 'POST', headers: HEADERS, body },
      {
        onRequestStart(begun) {
          controller = begun;
          if (signal?.aborted === true) abort();
        },
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd() {
          signal?.removeEventListener('abort', abort);
          resolve(textOf(chunks));
        },
        onResponseError(_, error) {
          signal?.removeEventListener('abort', abort);
          reject(error);
        },
      },
    );
  });
}

function textOf(chunks: readonly Buffer[]): string {
  const [only, ...more] = chunks;
  return (only !== undefined && more.length === 0 ? only : Buffer.concat(chunks)).toString('utf8');
}
