import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Chat, Message, User } from 'grammy/types';

import {
  acceptedText,
  checkCommands,
  checkKeyboard,
  foundEntities,
  record,
  Refusal,
  refuse,
  string,
} from './bot-api-rules.ts';
import type { Payload } from './bot-api-rules.ts';
import { createUpdateQueue } from './bot-api-updates.ts';

/** A call that the bot made; `payload` is what it sent, `error` the code it was refused with. */
export interface ApiCall {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: number;
}

/** What befalls the next call of a method: an error in Telegram's words, an HTML page, or a cut connection. */
export type Fault =
  | { readonly code: number; readonly description: string; readonly retryAfter?: number }
  | 'html'
  | 'cut';

/** Telegram's own faults, in its words. */
export const FAULTS = {
  tooManyRequests: (retryAfter: number): Fault => ({
    code: 429,
    description: `Too Many Requests: retry after ${retryAfter}`,
    retryAfter,
  }),
  badEntities: {
    code: 400,
    description: "Bad Request: can't parse entities: unsupported entity at byte offset 0",
  },
  blocked: { code: 403, description: 'Forbidden: bot was blocked by the user' },
  serverError: { code: 500, description: 'Internal Server Error' },
} as const satisfies Record<string, Fault | ((seconds: number) => Fault)>;

/** Who says it, where, and with what; by default reader 7 in their private chat, whose app is in Kurdish. */
interface Sending {
  readonly from?: number;
  readonly languageCode?: string;
  /** A negative number is a group. Default: the private chat of `from`. */
  readonly chat?: number;
  /** The id of the message replied to. */
  readonly replyTo?: number;
  /** Instead of text: `{ photo: […] }`, `{ sticker: … }` and so on. */
  readonly content?: Partial<Message>;
}

/** A Bot API server under control of a test. */
export interface BotApiServer {
  /** The only token that isn't refused. */
  readonly token: string;
  /** What TELEGRAM_API_ROOT is to be set to. */
  readonly root: string;
  readonly me: User;
  /** Every call but getUpdates that reached its turn, in order. */
  readonly calls: readonly ApiCall[];
  /** A person writes; the message as the bot will receive it. */
  userSends(text: string, sending?: Sending): Message;
  /** A person taps a button with this data below a message of the bot. */
  userTaps(data: string, sending?: Sending): void;
  /** Delivers the last update once more under its old id. */
  deliverAgain(): void;
  /** Makes the next call of a method fail; several faults are used up in order. */
  failNext(method: string, ...faults: readonly Fault[]): void;
  /** The first call of this method that was not yet asked for; waits for it, and rejects after 5 seconds. */
  nextCall(method: string): Promise<ApiCall>;
  /** Resolves once the bot waits in getUpdates and nothing is left to deliver. */
  idle(): Promise<void>;
  /** Ends all connections. */
  close(): Promise<void>;
}

const WAIT_IN_MS = 5000;
const DATE = 1_700_000_000;
const TOKEN = '1234567:TEST-token_of-the-fake-server-aaaaaaaaaa';

/**
 * Starts a server on a free port of 127.0.0.1 that speaks as much of the Bot API as the bot uses and refuses, in
 * Telegram's words, what Telegram would: long messages, entities outside the text, replies to nothing, long button
 * data, languages it doesn't know, a wrong token, a second program that polls. Polls are long, as Telegram's are:
 * they wait until something happens, so tests never sleep.
 */
export async function createBotApiServer({ token = TOKEN } = {}): Promise<BotApiServer> {
  const me: User & { username: string } = {
    id: 42,
    is_bot: true,
    first_name: 'Pirsyar',
    username: 'pirsyar_bot',
  };
  const calls: ApiCall[] = [];
  const taken = new Map<string, number>();
  const faults = new Map<string, Fault[]>();
  const messages = new Map<string, Message>();
  const chats = new Map<number, Chat>();
  const taps = new Set<string>();
  const watchers = new Set<() => void>();
  let lastId = 100;

  function changed(): void {
    for (const watcher of watchers) watcher();
  }

  const updates = createUpdateQueue(changed);

  async function until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(watcher);
        const seen = calls.map(({ method }) => method).join(', ');
        reject(new Error(`${what} did not come within ${WAIT_IN_MS} ms; calls so far: ${seen}`));
      }, WAIT_IN_MS);
      const watcher = (): void => {
        const value = look();
        if (value !== undefined) {
          clearTimeout(timer);
          watchers.delete(watcher);
          resolve(value);
        }
      };
      watchers.add(watcher);
      watcher();
    });
  }

  function chatOf(id: number): Chat {
    const chat = chats.get(id);
    return chat ?? refuse('Bad Request: chat not found');
  }

  function open(id: number): Chat.PrivateChat | Chat.SupergroupChat {
    const chat: Chat.PrivateChat | Chat.SupergroupChat =
      id < 0
        ? { id, type: 'supergroup', title: 'گرووپ' }
        : { id, type: 'private', first_name: 'خوێنەر' };
    chats.set(id, chat);
    return chat;
  }

  function keep<Kept extends Message>(message: Kept): Kept {
    messages.set(`${message.chat.id}:${message.message_id}`, message);
    return message;
  }

  const methods: Readonly<Record<string, (payload: Payload) => unknown>> = {
    getMe: () => ({
      ...me,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    }),
    deleteWebhook: () => true,
    sendMessage(payload) {
      const chat = chatOf(Number(payload['chat_id']));
      const text = acceptedText(payload);
      checkKeyboard(payload['reply_markup']);
      const answered = record(payload['reply_parameters']);
      const target = messages.get(`${chat.id}:${String(answered['message_id'])}`);
      if (
        'message_id' in answered &&
        target === undefined &&
        answered['allow_sending_without_reply'] !== true
      ) {
        refuse('Bad Request: message to be replied not found');
      }
      return keep({ message_id: ++lastId, date: DATE, chat, from: me, text });
    },
    editMessageText(payload) {
      const key = `${String(payload['chat_id'])}:${String(payload['message_id'])}`;
      const message = messages.get(key);
      if (message?.from?.id !== me.id) return refuse('Bad Request: message to edit not found');
      const text = acceptedText(payload);
      if (message.text === text) {
        refuse(
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        );
      }
      return keep({ ...message, text });
    },
    sendChatAction(payload) {
      chatOf(Number(payload['chat_id']));
      return (
        payload['action'] === 'typing' || refuse('Bad Request: wrong parameter action in request')
      );
    },
    answerCallbackQuery(payload) {
      if (!taps.delete(String(payload['callback_query_id']))) {
        refuse('Bad Request: query is too old and response timeout expired or query ID is invalid');
      }
      return string(payload['text']).length <= 200 || refuse('Bad Request: MESSAGE_TOO_LONG');
    },
    setMyCommands(payload) {
      checkCommands(payload);
      const scope = record(payload['scope']);
      if (scope['type'] === 'chat') chatOf(Number(scope['chat_id']));
      return true;
    },
  };

  async function perform(
    method: string,
    payload: Payload,
    request: IncomingMessage,
  ): Promise<unknown> {
    const fault = faults.get(method)?.shift();
    if (typeof fault === 'object')
      throw new Refusal(fault.code, fault.description, fault.retryAfter);
    if (fault !== undefined) return fault;
    if (method === 'getUpdates') {
      const closed = new AbortController();
      request.socket.once('close', () => closed.abort());
      return updates.poll(payload, closed.signal);
    }
    return (methods[method] ?? (() => refuse('Not Found: method not found', 404)))(payload);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, givenToken, method = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
    const payload = await body(request);
    const note = (outcome: Partial<ApiCall>): void => {
      if (method !== 'getUpdates') calls.push({ method, payload, ...outcome });
    };
    try {
      if (givenToken !== token) refuse('Unauthorized', 401);
      const result = await perform(method, payload, request);
      if (spoil(result, response)) {
        note({ error: 0 });
      } else {
        note({ result });
        respond(response, 200, { ok: true, result });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      note({ error: error.code });
      respondRefusal(response, error);
    }
    changed();
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    root: `http://127.0.0.1:${port}`,
    token,
    me,
    calls,
    userSends(text, sending = {}) {
      const from = person(sending);
      const chat = open(sending.chat ?? from.id);
      const target = messages.get(`${chat.id}:${sending.replyTo ?? 0}`);
      const entities = foundEntities(text);
      const written = entities.length > 0 ? { text, entities } : { text };
      const base = { message_id: ++lastId, date: DATE, chat, from } satisfies Message;
      const replied: object = target === undefined ? {} : { reply_to_message: target };
      const content: object = sending.content ?? written;
      const message = keep(Object.assign(base, content, replied));
      updates.add({ update_id: ++lastId, message });
      return message;
    },
    userTaps(data, sending = {}) {
      const from = person(sending);
      const chat = open(sending.chat ?? from.id);
      const message = [...messages.values()].findLast(
        (sent) => sent.chat.id === chat.id && sent.from?.id === me.id,
      );
      const id = String(++lastId);
      taps.add(id);
      const tap = { id, from, chat_instance: '1', data, ...(message ? { message } : {}) };
      updates.add({ update_id: ++lastId, callback_query: tap });
    },
    deliverAgain() {
      updates.addAgain();
    },
    failNext(method, ...next) {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    async nextCall(method) {
      const index = taken.get(method) ?? 0;
      taken.set(method, index + 1);
      return until(method, () => calls.filter((call) => call.method === method)[index]);
    },
    async idle() {
      await until('an idle poll', () => (updates.idle ? true : undefined));
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function person({ from = 7, languageCode = 'ku' }: Sending): User {
  return { id: from, is_bot: false, first_name: 'خوێنەر', language_code: languageCode };
}

async function body(request: IncomingMessage): Promise<Payload> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : record(JSON.parse(text));
}

function respond(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}

function respondRefusal(response: ServerResponse, { code, message, retryAfter }: Refusal): void {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  respond(response, code, { ok: false, error_code: code, description: message, ...parameters });
}

/** Does to a connection what the fault says; false where it says nothing of connections. */
function spoil(fault: unknown, response: ServerResponse): boolean {
  if (fault === 'cut') response.socket?.destroy();
  if (fault === 'html')
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502</html>');
  return fault === 'cut' || fault === 'html';
}
