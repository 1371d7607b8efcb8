import { isJsonObject } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import { claimsOf } from '../../proof/markers.ts';
import type { MarkedClaim } from '../../proof/markers.ts';
import type { ReplyShape } from '../chat-model.ts';
import { bodyOf, parseBeginning, parseWhole } from './reply-body.ts';

/** Where a model says the proof of a sentence stands. */
export interface ClaimedQuote {
  /** The number of a passage as it was given; any number may come. */
  readonly passage: number;
  /** The words said to stand there; null where only the passage is named. */
  readonly quote: string | null;
}

/** One sentence as a model wrote it. Nothing of it has been checked. */
export interface ClaimedSentence {
  /** Its words, markers taken out; several where more sentences came than one. At least one. */
  readonly parts: readonly string[];
  readonly quotes: readonly ClaimedQuote[];
}

/** What the model is asked to reply with. */
export const REPLY_SHAPE: ReplyShape = {
  name: 'answer',
  schema: {
    type: 'object',
    properties: {
      found: { type: 'boolean' },
      sentences: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            text: { type: 'string' },
            quotes: {
              type: 'array',
              items: {
                type: 'object',
                properties: { passage: { type: 'integer' }, quote: { type: 'string' } },
                required: ['passage', 'quote'],
                additionalProperties: false,
              },
            },
          },
          required: ['text', 'quotes'],
          additionalProperties: false,
        },
      },
    },
    required: ['found', 'sentences'],
    additionalProperties: false,
  },
};

/** Sentences read of one reply, at most: an answer is short. */
const MOST_SENTENCES = 12;
/** What is longer is no answer, in UTF-16 code units; a reply that thinks aloud before it may be. */
const LONGEST_BODY = 20_000;

/**
 * The sentences of a whole reply: of the JSON that was asked for, or of plain text with markers such as `[1]`, as
 * servers that know no shapes give it. Empty where the model found nothing; null where the reply can't be used.
 *
 * @param passages how many passages the model was given.
 */
export function readReply(text: string, passages: number): readonly ClaimedSentence[] | null {
  const body = bodyOf(text);
  if (body.length > LONGEST_BODY) return null;
  if (body.startsWith('{')) {
    const value = parseWhole(body);
    return value === null ? null : readObject(value, passages);
  }
  if (OTHER_JSON.test(body)) return null;
  const read = readPlainText(body, passages);
  return read.length === 0 ? null : read;
}

/** The sentences that are whole already in the beginning of a reply; what may still grow is left out. */
export function readBeginning(soFar: string, passages: number): readonly ClaimedSentence[] {
  const body = bodyOf(soFar);
  if (!body.startsWith('{')) {
    return OTHER_JSON.test(body) ? [] : readPlainText(body, passages).slice(0, -1);
  }
  const value = parseBeginning(body);
  if (value === null || value['found'] !== true || !Array.isArray(value['sentences'])) return [];
  return readSentences(value['sentences'].slice(0, -1), passages);
}

/** A list, or the beginning of one. */
const OTHER_JSON = /^\[\s*[{["]/u;

function readObject(value: JsonObject, passages: number): readonly ClaimedSentence[] | null {
  if (value['found'] === false) return [];
  const { sentences, answer } = value;
  const read = Array.isArray(sentences)
    ? readSentences(sentences, passages)
    : // Some servers know JSON but no shapes.
      readPlainText(typeof answer === 'string' ? answer : '', passages);
  // Something was found, it says, and tells nothing: that is no refusal.
  return read.length === 0 ? null : read;
}

function readSentences(values: readonly unknown[], passages: number): readonly ClaimedSentence[] {
  return values.flatMap((one) => readSentence(one, passages)).slice(0, MOST_SENTENCES);
}

function readSentence(value: unknown, passages: number): readonly ClaimedSentence[] {
  if (!isJsonObject(value) || typeof value['text'] !== 'string') return [];
  const quotes = Array.isArray(value['quotes']) ? value['quotes'].flatMap(readQuote) : [];
  const claims = claimsIn(value['text'], passages);
  // What it points to besides quotes is no proof, but what there isn't keeps it from being proven.
  const pointed = claims.flatMap((claim) =>
    quotes.length === 0 ? namedPassages(claim) : claim.dangling.map(toPassage),
  );
  const parts = claims.map(({ text }) => text);
  return parts.length === 0 ? [] : [{ parts, quotes: [...quotes, ...pointed] }];
}

function readQuote(value: unknown): ClaimedQuote[] {
  if (typeof value === 'string') return readQuote({ quote: value });
  if (!isJsonObject(value)) return [];
  const passage = Number(value['passage']);
  const quote = typeof value['quote'] === 'string' ? value['quote'].trim() : '';
  return [{ passage, quote: quote === '' ? null : quote }];
}

function readPlainText(text: string, passages: number): readonly ClaimedSentence[] {
  return claimsIn(text, passages)
    .slice(0, MOST_SENTENCES)
    .map((claim) => ({ parts: [claim.text], quotes: namedPassages(claim) }));
}

/** Markdown's marks for bold letters, headings and lists, which nobody asked for. */
const MARKUP = /\*\*|^[ \t]*(?:#{1,6}|[-*\u2022]|\d{1,2}[.)])[ \t]+/gmu;

function claimsIn(text: string, passages: number): MarkedClaim[] {
  const claims = claimsOf(text.replaceAll(MARKUP, ''), passages);
  return claims.filter((claim) => /[\p{L}\p{N}]/u.test(claim.text));
}

/** Passages that a sentence points to; numbers of passages that there are none of among them, so that it can't be proven. */
function namedPassages({ markers, dangling }: MarkedClaim): ClaimedQuote[] {
  return [...markers, ...dangling].map(toPassage);
}

function toPassage(passage: number): ClaimedQuote {
  return { passage, quote: null };
}
