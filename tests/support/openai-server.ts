import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

import { isJsonObject } from '../../src/json.ts';
import type { JsonObject } from '../../src/json.ts';

/** A request as it came. */
export interface OpenAIRequest {
  readonly method: string;
  /** Without the server's address, such as `/v1/chat/completions`. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The parsed body; empty where there was none. */
  readonly body: JsonObject;
}

/** What happens after the last byte of a reply. `cut` breaks the connection, `hang` leaves it open and silent. */
type Ending = 'end' | 'cut' | 'hang';

/** What a request gets: a reply, no reply (`hang`, before any header), or a broken connection. */
export type ScriptedReply =
  | {
      /** Default: 200. */
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Pieces are written one after the other, each when the one before has left. */
      readonly pieces: readonly Buffer[];
      /** Default: `end`. */
      readonly ending?: Ending;
    }
  | 'hang'
  | 'cut';

/** A reply, or what decides it when the request is there. */
export type Script = ScriptedReply | ((request: OpenAIRequest) => ScriptedReply);

/** An OpenAI-compatible server under control of a test. */
export interface OpenAIServer {
  /** What OPENAI_BASE_URL is to be set to. */
  readonly url: string;
  /** Every request, in order. */
  readonly requests: readonly OpenAIRequest[];
  /** Answers each request with the next of these, and when only one is left, all that follow with that one. */
  replyWith(...scripts: readonly Script[]): void;
  /** Requests whose connections are still open. */
  readonly open: number;
  /** Breaks every connection and stops listening. */
  stop(): Promise<void>;
}

/** Starts a server on a free port of this machine. Until `replyWith` is called, it answers 500. */
export async function startOpenAIServer(): Promise<OpenAIServer> {
  const requests: OpenAIRequest[] = [];
  const open = new Set<ServerResponse>();
  let scripts: readonly Script[] = [refusal(500, { message: 'nothing is scripted' })];
  const server = createServer((incoming, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    void receive(incoming).then((request) => {
      requests.push(request);
      const [script = 'cut'] = scripts;
      if (scripts.length > 1) scripts = scripts.slice(1);
      return send(response, typeof script === 'function' ? script(request) : script);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    replyWith: (...next) => (scripts = next),
    get open() {
      return open.size;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<OpenAIRequest> {
  let text = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) text += String(chunk);
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    body: isJsonObject(body) ? body : {},
  };
}

async function send(response: ServerResponse, reply: ScriptedReply): Promise<void> {
  if (reply === 'hang') return;
  if (reply === 'cut') {
    response.destroy();
    return;
  }
  response.writeHead(reply.status ?? 200, reply.headers);
  response.flushHeaders();
  for (const piece of reply.pieces) {
    await new Promise((resolve) => response.write(piece, resolve));
  }
  if (reply.ending === 'cut') response.destroy();
  else if (reply.ending !== 'hang') response.end();
}

/** How a chat model's text is sent. */
export interface ChatReplyOptions {
  /** Default: what the request asks for. */
  readonly stream?: boolean;
  /** Default: `stop`; null: none comes. */
  readonly finishReason?: string | null;
  /** Stated only where it is given. */
  readonly usage?: { readonly prompt: number; readonly completion: number };
  /** A stream is cut into pieces of so many bytes, even inside a letter. Default: one event a piece. */
  readonly bytesPerPiece?: number;
  /** How many pieces of the stream are sent. Default: all. */
  readonly pieces?: number;
  readonly ending?: Ending;
  /** Default: what belongs to the reply. */
  readonly contentType?: string;
}

/** A chat model that says this, as a stream of a few letters an event, or as one JSON object. */
export function says(
  text: string | ((request: OpenAIRequest) => string),
  options: ChatReplyOptions = {},
): Script {
  return (request) => {
    const said = typeof text === 'function' ? text(request) : text;
    const isStream = options.stream ?? request.body['stream'] === true;
    return isStream ? streamed(said, options) : json(completion(said, options), 200, options);
  };
}

const UNITS_PER_EVENT = 5;

function streamed(text: string, options: ChatReplyOptions): ScriptedReply {
  const parts = text.match(new RegExp(`[^]{1,${UNITS_PER_EVENT}}`, 'gu')) ?? [];
  const finish = options.finishReason === undefined ? 'stop' : options.finishReason;
  const events: unknown[] = [
    { choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] },
    ...parts.map((content) => ({
      choices: [{ index: 0, delta: { content }, finish_reason: null }],
    })),
  ];
  if (finish !== null) events.push({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });
  if (options.usage !== undefined) events.push({ choices: [], usage: usageOf(options.usage) });
  return eventStream([...events, '[DONE]'], options);
}

/** A stream of events: objects as JSON, strings as they are. */
export function eventStream(
  events: readonly unknown[],
  { bytesPerPiece, pieces, ending, contentType }: ChatReplyOptions = {},
): ScriptedReply {
  const written = events.map((event) =>
    Buffer.from(`data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`),
  );
  const cut = bytesPerPiece === undefined ? written : cutAt(Buffer.concat(written), bytesPerPiece);
  return {
    headers: { 'content-type': contentType ?? 'text/event-stream; charset=utf-8' },
    pieces: cut.slice(0, pieces),
    ...(ending === undefined ? {} : { ending }),
  };
}

function cutAt(bytes: Buffer, size: number): Buffer[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, piece) =>
    bytes.subarray(piece * size, (piece + 1) * size),
  );
}

function completion(content: string, { finishReason, usage }: ChatReplyOptions): unknown {
  const finish = finishReason === undefined ? 'stop' : finishReason;
  return {
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
    ...(usage === undefined ? {} : { usage: usageOf(usage) }),
  };
}

function usageOf({
  prompt,
  completion: completed,
}: NonNullable<ChatReplyOptions['usage']>): unknown {
  return {
    prompt_tokens: prompt,
    completion_tokens: completed,
    total_tokens: prompt + completed,
  };
}

/** Any JSON, in one piece, or the first bytes of it. */
export function json(
  body: unknown,
  status = 200,
  { ending, bytes, contentType = 'application/json' }: JsonOptions = {},
): ScriptedReply {
  return {
    status,
    headers: { 'content-type': contentType },
    pieces: [Buffer.from(JSON.stringify(body)).subarray(0, bytes)],
    ...(ending === undefined ? {} : { ending }),
  };
}

interface JsonOptions {
  readonly ending?: Ending;
  /** How many bytes are sent. Default: all. */
  readonly bytes?: number;
  readonly contentType?: string;
}

/** An error as OpenAI words it. */
export function refusal(
  status: number,
  error: {
    readonly message: string;
    readonly code?: string;
    readonly param?: string;
    readonly type?: string;
  },
  headers: Readonly<Record<string, string>> = {},
): ScriptedReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    pieces: [Buffer.from(JSON.stringify({ error }))],
  };
}

/** A web page with status 200, as captive portals and wrong addresses give. */
export const WEB_PAGE: ScriptedReply = {
  headers: { 'content-type': 'text/html; charset=utf-8' },
  pieces: [Buffer.from('<!doctype html><title>Welcome</title>')],
};

/** What an embeddings request asks for. */
export function inputsOf({ body }: OpenAIRequest): string[] {
  const input = body['input'];
  return (Array.isArray(input) ? input : [input]).map(String);
}

/** Embeddings of every input, in the given order of indexes where one is wanted. */
export function embeds(
  vectorOf: (text: string) => readonly number[],
  { reversed = false, tokens }: { reversed?: boolean; tokens?: number } = {},
): Script {
  return (request) => {
    const data = inputsOf(request).map((text, index) => ({
      object: 'embedding',
      index,
      embedding: vectorOf(text),
    }));
    return json({
      object: 'list',
      data: reversed ? data.toReversed() : data,
      ...(tokens === undefined ? {} : { usage: { prompt_tokens: tokens, total_tokens: tokens } }),
    });
  };
}

/** A vector for tests that search: texts that share words are near each other. Never all zeros. */
export function vectorOfWords(text: string, dimensions = 32): number[] {
  const vector: number[] = Array.from({ length: dimensions }, () => 0.1);
  for (const word of text.split(/[\s.،؟:؛!"]+/u).filter((piece) => piece !== '')) {
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
    const axis = hash % dimensions;
    vector[axis] = (vector[axis] ?? 0) + 1;
  }
  return vector;
}
