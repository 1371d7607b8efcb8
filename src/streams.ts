import type { Readable, Writable } from 'node:stream';

/** The standard streams of a command. */
export interface Streams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: Writable;
}

/** Writes and waits until the stream has taken it, so that a reader at the other end can answer. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}

/** A line longer than this is not kept; it is given as null. In UTF-16 code units. */
const LONGEST_LINE = 1_000_000;

/**
 * The lines of a stream as they arrive, without their line ends (LF or CRLF) and without a leading BOM. Only LF ends a
 * line: U+2028 may stand inside JSON.
 *
 * @yields a line; null for one too long to be meant, so that one bad line can't fill the memory.
 */
export async function* readLines(input: Readable): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let rest = '';
  let overflowing = false;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield overflowing || line.length > LONGEST_LINE ? null : line.replace(/\r$/u, '');
      overflowing = false;
    }
    if (rest.length > LONGEST_LINE) {
      overflowing = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (overflowing) yield null;
  else if (rest !== '') yield rest.replace(/\r$/u, '');
}
