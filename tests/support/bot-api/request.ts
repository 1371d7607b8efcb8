import type { IncomingMessage } from 'node:http';

import { parseMultipart } from './multipart.ts';
import type { Upload } from './multipart.ts';
import { record } from './payload.ts';
import type { Payload } from './payload.ts';
import { refuse } from './refusal.ts';

/** A request to `/bot<token>/<method>` or `/file/bot<token>/<path>`. */
export interface Address {
  readonly kind: 'method' | 'file';
  readonly token: string;
  /** The method or the path of the file, as written. */
  readonly name: string;
  readonly query: string;
}

/** What a request brought. */
export interface Body {
  readonly payload: Payload;
  readonly files: ReadonlyMap<string, Upload>;
}

/** Telegram takes files of 50 MB; a little more than that is the form around them. */
const MAX_BYTES = 51 * 1024 * 1024;
const NO_FILES: ReadonlyMap<string, Upload> = new Map();

/** What a URL asks for; null where the Bot API has no such address. */
export function addressOf(url: string): Address | null {
  const [, file, token, name, query = ''] =
    /^\/(file\/)?bot([^/]+)\/([^?]+?)\/?(?:\?(.*))?$/u.exec(url) ?? [];
  if (token === undefined || name === undefined) return null;
  return { kind: file === undefined ? 'method' : 'file', token, name, query };
}

/**
 * Reads all that a request brings: the query, and a body of JSON or of either kind of form.
 *
 * @throws {Refusal} if it is too large or not what its type says.
 */
export async function bodyOf(request: IncomingMessage, query: string): Promise<Body> {
  const bytes = await bytesOf(request);
  const { payload, files } = parsed(bytes, request.headers['content-type'] ?? '');
  return {
    payload: query === '' ? payload : { ...fieldsOf(query), ...payload },
    files,
  };
}

function parsed(bytes: Buffer, type: string): Body {
  if (bytes.length === 0) return { payload: {}, files: NO_FILES };
  if (type.startsWith('application/json')) {
    return { payload: parsedJson(bytes.toString('utf8')), files: NO_FILES };
  }
  const [, boundary] = /boundary="?([^";]+)/u.exec(type) ?? [];
  if (type.startsWith('multipart/form-data') && boundary !== undefined) {
    const { fields, files } = parseMultipart(bytes, boundary);
    return { payload: fields, files };
  }
  return { payload: fieldsOf(bytes.toString('utf8')), files: NO_FILES };
}

function parsedJson(text: string): Payload {
  try {
    return record(JSON.parse(text));
  } catch {
    return refuse("Bad Request: can't parse the request as JSON");
  }
}

function fieldsOf(form: string): Payload {
  return Object.fromEntries(new URLSearchParams(form));
}

/** Reads to the end even of what is too large, so that the refusal reaches who is still sending. */
async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BYTES) chunks.push(chunk);
    });
    request.once('end', resolve);
    request.once('error', reject);
  });
  if (size > MAX_BYTES) refuse('Request Entity Too Large', 413);
  const [only, ...more] = chunks;
  return only !== undefined && more.length === 0 ? only : Buffer.concat(chunks);
}
