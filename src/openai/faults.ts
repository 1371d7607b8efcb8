import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';

import { ModelFailure } from '../answering/chat-model.ts';
import type { ModelFailureCause } from '../answering/chat-model.ts';
import { isJsonObject } from '../json.ts';

/** What went wrong with one request, in our words. */
export interface Fault {
  readonly reason: ModelFailureCause;
  /** What the log may tell: no body, no key, no prompt. */
  readonly message: string;
  /** The status of the answer; null where none came. */
  readonly status: number | null;
  /** Whether the same request may go well a little later. */
  readonly passing: boolean;
  readonly headers: Headers | null;
  /** Which parameter the server names, and its own words: to understand a refusal, not to be shown. */
  readonly param: string | null;
  readonly words: string;
}

/** Statuses that another try may mend, besides those of a failing server. */
const PASSING = new Set([408, 409, 429]);

/** Reads whatever a request has thrown. `host` is named in the message. */
export function readFault(error: unknown, host: string): Fault {
  if (error instanceof ModelFailure) return fault(error.reason, error.message);
  if (error instanceof APIConnectionTimeoutError) {
    return fault('time-out', `The connection to ${host} timed out.`);
  }
  if (error instanceof APIConnectionError) {
    const message = `${host} can't be reached${codeOf(error.cause)}.`;
    return { ...fault('unreachable', message), passing: true };
  }
  if (error instanceof APIError) return ofStatus(error, host);
  // Undici's "terminated", and a piece of a stream or a body that is no JSON.
  if (error instanceof TypeError || error instanceof SyntaxError) {
    return fault('cut-stream', `The reply of ${host} broke off.`);
  }
  return fault('unusable', `The reply of ${host} can't be read.`);
}

/** What a body says that is an error although its status is 200. */
export function errorInBody(body: unknown): APIError | null {
  if (!isJsonObject(body) || !isJsonObject(body['error'])) return null;
  return new APIError(undefined, body['error'], undefined, undefined);
}

function fault(reason: ModelFailureCause, message: string): Fault {
  return { reason, message, status: null, passing: false, headers: null, param: null, words: '' };
}

function ofStatus(error: APIError, host: string): Fault {
  const status = error.status ?? statusInWords(error);
  // OpenAI says 429 also of an account without money: no wait helps.
  const isPassing = PASSING.has(status) || (status >= 500 && status !== 501);
  return {
    reason: reasonOf(status),
    message: `${host} answered ${status}.`,
    status,
    passing: isPassing && error.code !== 'insufficient_quota',
    headers: error.headers ?? null,
    param: error.param ?? null,
    words: `${error.code ?? ''} ${error.message}`,
  };
}

function reasonOf(status: number): ModelFailureCause {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 408) return 'time-out';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status >= 400 ? 'refused' : 'unusable';
}

/** An error in mid-stream has no status, but a code or a type; some servers give the status as the code. */
function statusInWords({ code, type }: APIError): number {
  const number = Number(code);
  if (Number.isInteger(number) && number >= 400 && number < 600) return number;
  const words = `${code ?? ''} ${type ?? ''}`;
  if (/rate_limit|quota/u.test(words)) return 429;
  if (/auth|permission/u.test(words)) return 401;
  return /invalid_request/u.test(words) ? 400 : 500;
}

/** The system's code of a failed connection, such as ECONNREFUSED, in brackets. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return ` (${cause.code})`;
  return codeOf(cause.cause);
}
