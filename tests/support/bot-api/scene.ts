import type { ApiResponse } from 'grammy/types';
import { onTestFinished } from 'vitest';

import { integer, record } from './payload.ts';
import { createBotApiServer } from './server.ts';
import type { BotApiServer, ServerOptions } from './server.ts';

/** A server that a person has written to, and a bot that calls it by hand. */
export interface Scene {
  readonly server: BotApiServer;
  /** What reader 7 wrote: `سڵاو 🙂 دنیا`. */
  readonly question: number;
  /** Calls a method as a bot does, with JSON. */
  readonly ask: (method: string, payload?: object) => Promise<ApiResponse<unknown>>;
  /** The id of a message that the bot sends to reader 7. */
  readonly sent: (payload: object) => Promise<number>;
}

/** Sets the scene; the server is closed after the test. */
export async function createScene(options: ServerOptions = {}): Promise<Scene> {
  const server = await createBotApiServer(options);
  onTestFinished(() => server.close());
  const { message_id: question } = server.userSends('سڵاو 🙂 دنیا');
  const ask = async (method: string, payload: object = {}): Promise<ApiResponse<unknown>> => {
    const response = await fetch(`${server.root}/bot${server.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    });
    return readResponse(await response.json());
  };
  return {
    server,
    question,
    ask,
    async sent(payload) {
      const response = await ask('sendMessage', { chat_id: 7, ...payload });
      if (!response.ok) throw new Error(response.description);
      return integer(record(response.result)['message_id']) ?? 0;
    },
  };
}

/** What a server answered, if it has the form of the Bot API. */
function readResponse(content: unknown): ApiResponse<unknown> {
  const { ok, result, error_code: code, description, parameters } = record(content);
  if (ok === true) return { ok, result };
  return {
    ok: false,
    error_code: integer(code) ?? 0,
    description: String(description),
    ...(parameters === undefined ? {} : { parameters: record(parameters) }),
  };
}
