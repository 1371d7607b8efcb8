import { ModelFailure } from '../answering/chat-model.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { errorInBody } from './faults.ts';
import { readUsage } from './usage.ts';
import type { Usage } from './usage.ts';

/** No answer is so long: a model that repeats itself without end is left. */
const MOST_UNITS = 100_000;

/** Puts a reply together from what a server sends: pieces of a stream, or all at once. */
export class ReplyReader {
  readonly #host: string;
  /** All of the text so far. */
  text = '';
  /** What the server says it has cost; null until it does. */
  usage: Usage | null = null;
  #finish: string | null = null;
  #hasChoice = false;

  constructor(host: string) {
    this.#host = host;
  }

  /** One piece of a stream; anything may come. Whether it brought text. @throws {ModelFailure} if the text has no end. */
  takePiece(piece: unknown): boolean {
    return this.#take(piece, 'delta');
  }

  /** A whole reply; anything may come. @throws {APIError} if it is an error, {ModelFailure} if it is no reply. */
  takeWhole(body: unknown): void {
    const error = errorInBody(body);
    if (error !== null) throw error;
    this.#take(body, 'message');
  }

  /** The text, when nothing more comes. @throws {ModelFailure} if it is cut, blank, withheld, or no reply at all. */
  finish(): string {
    if (!this.#hasChoice) {
      throw this.#failure('unusable', 'sent something that is no reply of a chat model');
    }
    if (this.#finish === null || this.#finish === 'length') {
      throw this.#failure('cut-stream', 'sent a reply that broke off');
    }
    if (this.#finish === 'content_filter') {
      throw this.#failure('empty', 'withheld its reply');
    }
    if (this.text.trim() === '') throw this.#failure('empty', 'sent an empty reply');
    return this.text;
  }

  #take(piece: unknown, key: 'delta' | 'message'): boolean {
    if (!isJsonObject(piece)) return false;
    this.usage = readUsage(piece['usage']) ?? this.usage;
    const choice = firstChoice(piece);
    if (choice === null) return false;
    this.#hasChoice = true;
    const finish = choice['finish_reason'];
    if (typeof finish === 'string' && finish !== '') this.#finish = finish;
    const more = contentOf(choice[key]);
    this.text += more;
    if (this.text.length > MOST_UNITS) {
      throw this.#failure('unusable', `sent more than ${MOST_UNITS} characters`);
    }
    return more !== '';
  }

  #failure(reason: 'unusable' | 'cut-stream' | 'empty', what: string): ModelFailure {
    return new ModelFailure(reason, `${this.#host} ${what}.`);
  }
}

function firstChoice(piece: JsonObject): JsonObject | null {
  const choices: unknown = piece['choices'];
  const first: unknown = Array.isArray(choices) ? choices[0] : null;
  return isJsonObject(first) ? first : null;
}

function contentOf(holder: unknown): string {
  const content = isJsonObject(holder) ? holder['content'] : null;
  return typeof content === 'string' ? content : '';
}
