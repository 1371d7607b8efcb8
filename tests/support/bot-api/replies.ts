import type { ServerResponse } from 'node:http';

import type { Fault } from './faults.ts';
import type { Refusal } from './refusal.ts';

/** Faults that leave the bot without a readable reply, before its call is carried out. */
type Silence = Exclude<Fault, object | 'cut-after'>;

/** Sends the result of a call. */
export function sendResult(response: ServerResponse, result: unknown): void {
  sendJson(response, 200, { ok: true, result });
}

/** Sends a refusal as Telegram words it. */
export function sendRefusal(
  response: ServerResponse,
  { code, message, retryAfter }: Pick<Refusal, 'code' | 'message' | 'retryAfter'>,
): void {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  sendJson(response, code, { ok: false, error_code: code, description: message, ...parameters });
}

/** Whether the bot gets no readable reply, and its call isn't carried out. */
export function isSilence(fault: Fault | undefined): fault is Silence {
  return typeof fault === 'string' && fault !== 'cut-after';
}

/** Does to a connection what the fault says. */
export function spoil(response: ServerResponse, fault: Silence): void {
  switch (fault) {
    case 'cut':
      response.destroy();
      break;
    case 'html':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502</html>');
      break;
    case 'not-json':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"result":');
      break;
    case 'hang':
      break;
  }
}

function sendJson(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}
