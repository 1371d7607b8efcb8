import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';

import type { LanguageChoice } from '../answering/answer.ts';
import { UsageError } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { readLines, write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { LONGEST_TEXT, textProblem } from './text-input.ts';

/** One line of a batch that can be answered. */
export interface BatchItem {
  /** As it came; the line number where it had none. */
  readonly id: unknown;
  readonly text: string;
  readonly history: readonly string[];
  readonly language: LanguageChoice | undefined;
  readonly document: string | undefined;
}

/** What names the text in a line. */
export type BatchField = 'question' | 'query' | 'text';

/** Why a line can't be answered. */
type BatchErrorCode = 'not-json' | 'missing-field' | 'empty' | 'too-long';

class BatchError extends Error {
  readonly code: BatchErrorCode;
  readonly id: unknown;
  constructor(code: BatchErrorCode, message: string, id: unknown = null) {
    super(message);
    this.code = code;
    this.id = id;
  }
}

/**
 * Answers a stream of JSON lines one by one, in order, each written before the next is awaited. `field` names the text in
 * a line. A bad line gets an error object in its place. Resolves to the exit code: 1 where any line was bad, else 0.
 *
 * @throws {UsageError} if the file can't be read.
 */
export async function runBatch(
  file: string,
  field: BatchField,
  streams: Streams,
  answer: (item: BatchItem) => Promise<object>,
): Promise<number> {
  const input = file === '-' ? streams.input : await openFile(file);
  let number = 0;
  let exitCode = 0;
  for await (const line of readLines(input)) {
    number += 1;
    if (line?.trim() === '') continue;
    const result = await answerLine(line, number, field, answer);
    if ('error' in result) exitCode = 1;
    await write(streams.output, `${JSON.stringify(result)}\n`);
  }
  return exitCode;
}

async function openFile(file: string): Promise<Readable> {
  const stats = await stat(file).catch((error: unknown) => {
    throw new UsageError(`The batch file ${file} can't be read: give a file of JSON lines, or -.`, {
      cause: error,
    });
  });
  if (stats.isDirectory()) throw new UsageError(`The batch file ${file} is a directory.`);
  return createReadStream(file);
}

async function answerLine(
  line: string | null,
  number: number,
  field: BatchField,
  answer: (item: BatchItem) => Promise<object>,
): Promise<object> {
  let id: unknown = null;
  try {
    const item = parseItem(line, number, field);
    id = item.id;
    return await answer(item);
  } catch (error) {
    if (error instanceof BatchError) {
      return { id: error.id, line: number, error: { code: error.code, message: error.message } };
    }
    // What the line asked for doesn't exist (an unknown document): the line is bad, not the run.
    if (error instanceof UsageError) {
      return { id, line: number, error: { code: 'missing-field', message: error.message } };
    }
    throw error;
  }
}

function parseItem(line: string | null, number: number, field: string): BatchItem {
  if (line === null)
    throw new BatchError('too-long', `The ${field} is over ${LONGEST_TEXT} characters.`);
  const value = parseJson(line);
  if (!isJsonObject(value)) {
    throw new BatchError('missing-field', `The line is no JSON object with a "${field}".`);
  }
  const id = value['id'] === undefined ? number : value['id'];
  const text = value[field];
  if (typeof text !== 'string') {
    throw new BatchError('missing-field', `The line has no "${field}" that is a text.`, id);
  }
  const problem = textProblem(text, field);
  if (problem !== null) throw new BatchError(problem.code, problem.message, id);
  return {
    id,
    text,
    history: readHistory(value['history'], id),
    language: readLanguage(value['language'], id),
    document: readDocument(value['document'], id),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BatchError('not-json', `The line is not JSON: ${String(error)}`);
  }
}

function readHistory(value: unknown, id: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw new BatchError('missing-field', '"history" is no list of texts.', id);
}

function readLanguage(value: unknown, id: unknown): LanguageChoice | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === 'auto' || value === 'ckb' || value === 'en') return value;
  throw new BatchError('missing-field', '"language" is none of auto, ckb, en.', id);
}

function readDocument(value: unknown, id: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new BatchError('missing-field', '"document" is no text.', id);
}
