import type { Readable } from 'node:stream';

import { UsageError } from '../errors.ts';
import type { Streams } from '../streams.ts';

/** The longest question, query or text, in UTF-16 code units. */
export const LONGEST_TEXT = 10_000;
/** Where reading a pipe stops: nothing longer can be a question, whatever white space is round it. */
const LONGEST_INPUT = 1_000_000;

/** Why a text can't be asked, as a batch names it; null where it can. */
export function textProblem(
  text: string,
  what: string,
): { code: 'empty' | 'too-long'; message: string } | null {
  if (text.trim() === '') return { code: 'empty', message: `The ${what} is empty.` };
  if (text.length > LONGEST_TEXT) {
    return {
      code: 'too-long',
      message: `The ${what} has ${text.length} characters; ${LONGEST_TEXT} are the most.`,
    };
  }
  return null;
}

/**
 * The text of a command: its argument, or what comes through a pipe, without the white space round it.
 *
 * @throws {UsageError} if there is neither, or the text is empty or over 10,000 units.
 */
export async function readText(
  argument: string | undefined,
  what: string,
  streams: Streams,
): Promise<string> {
  if (argument === undefined && streams.input.isTTY === true) {
    throw new UsageError(`No ${what}: give it as an argument or through a pipe.`);
  }
  const text = argument ?? (await readAll(streams.input)).trim();
  const problem = textProblem(text, what);
  if (problem !== null) throw new UsageError(problem.message);
  return text;
}

async function readAll(input: Readable): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input as AsyncIterable<Buffer>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_INPUT) break;
  }
  return text + decoder.decode();
}
