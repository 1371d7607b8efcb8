import { ModelFailure } from '../answering/chat-model.ts';
import { isJsonObject } from '../json.ts';
import { Call } from './call.ts';
import { createClient } from './client.ts';
import { hostOf, lacksKey } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { readFault } from './faults.ts';

/**
 * The models that a server lists, which costs nothing; null where it has no such list.
 *
 * @throws {ModelFailure} where it can't be reached, or refuses us.
 */
export async function listModels(
  endpoint: Endpoint,
  patienceInMs: number,
): Promise<string[] | null> {
  if (lacksKey(endpoint)) throw new ModelFailure('unauthorised', 'OPENAI_API_KEY is not set.');
  const host = hostOf(endpoint);
  const call = new Call({ patienceInMs, idleInMs: patienceInMs, host });
  try {
    const options = { signal: call.signal };
    const response = await createClient(endpoint).get('/models', options).asResponse();
    return idsIn(JSON.parse(await response.text()));
  } catch (error) {
    call.signal.throwIfAborted();
    if (error instanceof SyntaxError) return null;
    const { reason, message } = readFault(error, host);
    if (reason === 'refused') return null;
    throw new ModelFailure(reason, message);
  } finally {
    call.end();
  }
}

function idsIn(body: unknown): string[] | null {
  const data: unknown = isJsonObject(body) ? body['data'] : null;
  if (!Array.isArray(data)) return null;
  return data.flatMap((one: unknown) =>
    isJsonObject(one) && typeof one['id'] === 'string' ? [one['id']] : [],
  );
}
