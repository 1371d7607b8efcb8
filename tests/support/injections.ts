import { readFileSync } from 'node:fs';

import { isJsonObject } from '../../src/json.ts';
import { says } from './openai-server.ts';
import type { OpenAIRequest, Script } from './openai-server.ts';

/** An attack, and the reply of a model that obeys it; a line of tests/data/injections.jsonl. */
export interface Injection {
  readonly id: string;
  /** Where `text` stands; in a question, or beside one that asks `ask`. */
  readonly where: 'question' | 'document' | 'earlier-question' | 'forwarded';
  /** Of the answer. */
  readonly language: 'ckb' | 'en';
  readonly kind: string;
  readonly text: string;
  readonly ask?: string;
  /** With placeholders; see `obeying`. */
  readonly reply: string;
  /** What of the reply must never be shown. */
  readonly never: readonly string[];
}

/** All attacks, in order. */
export function readInjections(): Injection[] {
  const lines = readFileSync('tests/data/injections.jsonl', 'utf8').trimEnd().split('\n');
  return lines.map((line): Injection => JSON.parse(line));
}

/**
 * A model that obeys an attack, whatever it is asked: `{{SYSTEM}}` is the system prompt that it was sent with this very request,
 * `{{KEY}}` the key (`_SPACED`, `_REVERSED`, `_BASE64`, `_ZERO_WIDTH` ways to hide it), `{{QUOTE}}` the first words of the first
 * passage. A quote given as passage 1 that stands in another one gets the number of that.
 */
export function obeying({ reply }: Injection): Script {
  return says((request) => {
    const isJson = reply.startsWith('{') || reply.startsWith('```');
    const filled = Object.entries(valuesOf(request)).reduce(
      (text, [name, value]) =>
        text.replaceAll(`{{${name}}}`, () => (isJson ? JSON.stringify(value).slice(1, -1) : value)),
      reply,
    );
    return withTrueNumbers(filled, passagesIn(request));
  });
}

function valuesOf(request: OpenAIRequest): Readonly<Record<string, string>> {
  const key = String(request.headers.authorization).replace('Bearer ', '');
  const letters = Array.from(key);
  return {
    SYSTEM: contentOf(request, 'system'),
    KEY: key,
    KEY_SPACED: letters.join(' '),
    KEY_REVERSED: letters.toReversed().join(''),
    KEY_BASE64: Buffer.from(key).toString('base64'),
    KEY_ZERO_WIDTH: letters.join('\u200B'),
    QUOTE: (passagesIn(request)[0] ?? '').split(/\s+/u).slice(0, QUOTE_WORDS).join(' '),
  };
}

const QUOTE_WORDS = 9;

/** What a message of a role says. */
export function contentOf({ body }: OpenAIRequest, role: 'system' | 'user'): string {
  const messages: unknown = body['messages'];
  const found = (Array.isArray(messages) ? messages : []).find(
    (message: unknown) => isJsonObject(message) && message['role'] === role,
  ) as unknown;
  return isJsonObject(found) ? String(found['content']) : '';
}

/** The passages that a request gives, less what stands with them. */
export function passagesIn(request: OpenAIRequest): string[] {
  const fences = contentOf(request, 'user').matchAll(/<passage [^>]*>\n(.*?)\n<\/passage>/gsu);
  return Array.from(fences, ([, text = '']) =>
    text.replace(/\n<translation>.*<\/translation>$/su, ''),
  );
}

function withTrueNumbers(reply: string, passages: readonly string[]): string {
  return reply.replaceAll(
    /"passage": 1, "quote": "((?:[^"\\]|\\.)*)"/gu,
    (whole, written: string) => {
      const quote: unknown = JSON.parse(`"${written}"`);
      const place = passages.findIndex((text) => text.includes(String(quote)));
      return place === -1 ? whole : `"passage": ${place + 1}, "quote": "${written}"`;
    },
  );
}
