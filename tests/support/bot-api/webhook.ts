import { setTimeout as delay } from 'node:timers/promises';

import type { WebhookInfo } from 'grammy/types';

import { flag, integer, string } from './payload.ts';
import type { Payload } from './payload.ts';
import { refuse } from './refusal.ts';
import type { UpdateQueue } from './updates.ts';

/** The delivery of updates by POST: one at a time, in order, each again until it is answered 2xx. */
export interface Webhook {
  /** Whether updates go to a URL, so that nobody may poll. */
  readonly active: boolean;
  /** Begins to deliver to the URL given; an empty one ends it. */
  set(given: Payload): void;
  remove(): void;
  info(): WebhookInfo;
  /** Where the requests for a host go instead, such as `http://127.0.0.1:3000`; without it only this machine is known. */
  route(host: string, origin: string): void;
  /** An update was queued. */
  added(): void;
}

/** What a webhook needs of its server. */
export interface WebhookParts {
  readonly updates: UpdateQueue;
  /** Seconds since 1970. */
  readonly clock: { readonly now: number };
  /** Is told of each delivery, and of each failed one. */
  readonly changed: () => void;
}

const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token';
const FIRST_DELAY_IN_MS = 20;
const MAX_DELAY_IN_MS = 1000;
const TIMEOUT_IN_MS = 60_000;
const THIS_MACHINE = new Set(['127.0.0.1', 'localhost', '[::1]']);
const PORTS = new Set(['', '80', '88', '443', '8443']);

interface Target {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
  readonly removed: AbortController;
}

/** A webhook that isn't set. It never leaves this machine. */
export function createWebhook({ updates, clock, changed }: WebhookParts): Webhook {
  const routes = new Map<string, string>();
  let target: Target | null = null;
  let busy = false;
  let failure: { readonly at: number; readonly message: string } | null = null;

  /** Where requests for this URL really go. */
  function destination(url: string): string {
    const parsed = URL.canParse(url)
      ? new URL(url)
      : refuse('Bad Request: bad webhook: Invalid URL');
    const origin = routes.get(parsed.hostname);
    if (THIS_MACHINE.has(parsed.hostname)) return url;
    if (parsed.protocol !== 'https:') {
      refuse('Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
    }
    if (!PORTS.has(parsed.port)) {
      refuse('Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
    }
    if (origin === undefined) {
      return refuse('Bad Request: bad webhook: Failed to resolve host: Name or service not known');
    }
    return new URL(`${parsed.pathname}${parsed.search}`, origin).href;
  }

  /** What is wrong with the delivery; null where the bot took the update. */
  async function post({ url, secret, removed }: Target, update: object): Promise<string | null> {
    try {
      const response = await fetch(destination(url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === '' ? {} : { [SECRET_HEADER]: secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([removed.signal, AbortSignal.timeout(TIMEOUT_IN_MS)]),
      });
      await response.arrayBuffer();
      return response.ok
        ? null
        : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError'
        ? 'Read timeout expired'
        : 'Connection refused';
    }
  }

  async function deliver(to: Target): Promise<void> {
    let delayInMs = FIRST_DELAY_IN_MS;
    for (let update = updates.first(); update !== undefined; update = updates.first()) {
      const wrong = await post(to, update);
      if (to.removed.signal.aborted) return;
      if (wrong === null) {
        updates.confirm(update);
        delayInMs = FIRST_DELAY_IN_MS;
      } else {
        failure = { at: clock.now, message: wrong };
        await delay(delayInMs, undefined, { signal: to.removed.signal }).catch(() => undefined);
        if (to.removed.signal.aborted) return;
        delayInMs = Math.min(2 * delayInMs, MAX_DELAY_IN_MS);
      }
      changed();
    }
  }

  function added(): void {
    if (target === null || busy) return;
    const to = target;
    busy = true;
    void deliver(to).finally(() => {
      if (target === to) busy = false;
    });
  }

  function remove(): void {
    target?.removed.abort();
    target = null;
    busy = false;
    failure = null;
  }

  return {
    get active() {
      return target !== null;
    },
    set(given) {
      const url = string(given['url']);
      const secret = string(given['secret_token']);
      if (url !== '') destination(url);
      if (secret.length > 256) refuse('Bad Request: secret token is too long');
      if (!/^[\w-]*$/u.test(secret)) {
        refuse('Bad Request: secret token contains unallowed characters');
      }
      updates.allow(given['allowed_updates']);
      remove();
      if (flag(given['drop_pending_updates'])) updates.drop();
      if (url === '') return;
      const maxConnections = integer(given['max_connections']) ?? 40;
      target = { url, secret, maxConnections, removed: new AbortController() };
      updates.endPoll('Conflict: terminated by setWebhook request');
      added();
    },
    remove,
    info: () => ({
      url: target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending,
      ...(target === null ? {} : { max_connections: target.maxConnections }),
      ...(updates.allowed.length === 0 ? {} : { allowed_updates: [...updates.allowed] }),
      ...(failure === null
        ? {}
        : { last_error_date: failure.at, last_error_message: failure.message }),
    }),
    route(host, origin) {
      routes.set(host, origin);
    },
    added,
  };
}
