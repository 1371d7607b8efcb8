import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import type { ApiCall, CallRecord } from './calls.ts';
import type { Fault, FaultPlan } from './faults.ts';
import type { Files } from './files.ts';
import type { Method } from './methods/table.ts';
import { Refusal, refuse } from './refusal.ts';
import { isSilence, sendRefusal, sendResult, spoil } from './replies.ts';
import { addressOf, bodyOf } from './request.ts';
import type { Address, Body } from './request.ts';
import type { Watch } from './watch.ts';

/** What answers requests. */
export interface HandlerParts {
  /** The only token that isn't refused. */
  readonly token: string;
  readonly methods: ReadonlyMap<string, Method>;
  readonly files: Files;
  readonly faults: FaultPlan;
  readonly calls: CallRecord;
  readonly watch: Watch;
}

/** Answers a request; never rejects. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers requests as Telegram does: the token is looked at first, then what is to go wrong, then the call. */
export function createHandler(parts: HandlerParts): Handler {
  return async (request, response) => {
    const address = addressOf(request.url ?? '');
    try {
      if (address === null) return sendRefusal(response, new Refusal(404, 'Not Found'));
      const body = await bodyOf(request, address.query);
      if (address.kind === 'file') await giveFile(parts, address, response);
      else await answer(parts, { address, body, response });
    } catch (error) {
      sendRefusal(response, error instanceof Refusal ? error : ownFault(error));
    }
  };
}

interface Request {
  readonly address: Address;
  readonly body: Body;
  readonly response: ServerResponse;
}

/** Carries out a call, or lets happen to it what was planned. */
async function answer(parts: HandlerParts, request: Request): Promise<void> {
  const { address, body, response } = request;
  const known = parts.methods.get(address.name.toLowerCase());
  const method = known?.name ?? address.name;
  const note = (outcome: Pick<ApiCall, 'result' | 'error'>): void => {
    if (method === 'getUpdates') return;
    const files = body.files.size === 0 ? {} : { files: body.files };
    parts.calls.add({ method, payload: body.payload, ...files, ...outcome });
  };
  try {
    checkToken(parts, address);
    const fault = parts.faults.next(method);
    if (isSilence(fault)) {
      note({ error: 0 });
      spoil(response, fault);
    } else {
      await endure(fault);
      const result = await carryOut(known, request);
      note(fault === 'cut-after' ? { result, error: 0 } : { result });
      if (fault === 'cut-after') response.destroy();
      else sendResult(response, result);
    }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : ownFault(error);
    note({ error: refusal.code });
    sendRefusal(response, refusal);
  }
  parts.watch.changed();
}

function checkToken({ token }: HandlerParts, address: Address): void {
  if (address.token !== token) refuse('Unauthorized', 401);
}

/** Waits, or refuses the call, as the fault says. */
async function endure(
  fault: Exclude<Fault, 'html' | 'not-json' | 'cut' | 'hang'> | undefined,
): Promise<void> {
  if (typeof fault !== 'object') return;
  if ('code' in fault) throw new Refusal(fault.code, fault.description, fault.retryAfter);
  await delay(fault.slow, undefined, { ref: false });
}

async function carryOut(known: Method | undefined, { body, response }: Request): Promise<unknown> {
  if (known === undefined) return refuse('Not Found: method not found', 404);
  return known.run(body.payload, {
    files: body.files,
    onClose: (listener) => void response.once('close', listener),
  });
}

/** Gives a file, or lets happen what was planned for `file`, which is no method. */
async function giveFile(
  parts: HandlerParts,
  address: Address,
  response: ServerResponse,
): Promise<void> {
  const fault = parts.faults.next('file');
  if (isSilence(fault)) {
    spoil(response, fault);
    return;
  }
  await endure(fault);
  sendFile(parts, address, response);
}

function sendFile(
  { token, files }: HandlerParts,
  address: Address,
  response: ServerResponse,
): void {
  const bytes = address.token === token ? files.at(decodeURIComponent(address.name)) : undefined;
  if (bytes === undefined) refuse('Not Found', 404);
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
}

/** A fault of this server, not one that it plays. */
function ownFault(error: unknown): Refusal {
  return new Refusal(500, `The server of the tests failed: ${String(error)}`);
}
