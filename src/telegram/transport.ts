import type { ApiClientOptions } from 'grammy';
import { Agent } from 'undici';

type Fetch = NonNullable<ApiClientOptions['fetch']>;

const CONNECTIONS = 128;
const KEPT_ALIVE_IN_MS = 30_000;

/**
 * What carries grammY's calls: undici's connections instead of node-fetch, at about half the time a call (docs/telegram.md). grammY's own
 * time-out bounds every call, reply and body included, so there is none here.
 *
 * Rejects as undici does where no reply comes; grammY makes an {HttpError} of that.
 */
export function createTransport(): Fetch {
  const agent = new Agent({
    connections: CONNECTIONS,
    keepAliveTimeout: KEPT_ALIVE_IN_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const send = async (
    url: string,
    { method, headers, body, signal }: Parameters<Agent['request']>[0],
  ): Promise<{ json: () => Promise<unknown> }> => {
    const { origin, pathname, search } = new URL(url);
    const path = `${pathname}${search}`;
    const request = { origin, path, method, headers: headers ?? null, body: body ?? null };
    const reply = await agent.request({ ...request, signal: signal ?? null });
    return { json: async () => reply.body.json() };
  };
  // All that grammY does with a reply is to read its JSON.
  return send;
}
