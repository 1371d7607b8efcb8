import { OpenAI } from 'openai';

import { baseUrlOf } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';

/** Longer than any call may take: the patience of a call is ours, and covers the body of a reply too. */
const TIMEOUT_IN_MS = 3_600_000;

/**
 * The client of one server. It takes nothing from the environment but OPENAI_CUSTOM_HEADERS, never tries again by itself, because its
 * waits can't be cancelled, and logs nothing, because it would log what readers wrote.
 */
export function createClient(endpoint: Endpoint): OpenAI {
  return new OpenAI({
    baseURL: baseUrlOf(endpoint),
    // The constructor wants one; without ours, no header goes out.
    apiKey: endpoint.apiKey ?? 'none',
    ...(endpoint.apiKey === null ? { defaultHeaders: { Authorization: null } } : {}),
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: TIMEOUT_IN_MS,
    logLevel: 'off',
  });
}
