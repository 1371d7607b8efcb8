import type { Answer } from '../../src/answering/answer.ts';

/** A line of `ask --json`. */
export type PrintedAnswer = Answer & { readonly id: unknown; readonly elapsedMs: number };

/** A line of `search --json`. */
export interface PrintedSearch {
  readonly id: unknown;
  readonly query: string;
  readonly hits: readonly {
    readonly document: string;
    readonly title: string;
    readonly passage: string;
    readonly start: number;
    readonly end: number;
    readonly score: number;
    readonly text: string;
  }[];
  readonly elapsedMs: number;
}

/** A line in place of a bad one. */
export interface PrintedError {
  readonly id: unknown;
  readonly line: number;
  readonly error: { readonly code: string; readonly message: string };
}

/** The JSON lines of an output, which must end with a line end; `Line` is what the test expects of each. */
export function parseLines<Line>(output: string): Line[] {
  if (output !== '' && !output.endsWith('\n')) throw new Error('The last line has no end.');
  return output
    .split('\n')
    .slice(0, -1)
    .map((line): Line => JSON.parse(line));
}

/** The only JSON line of an `ask --json`. */
export function parseAnswer(output: string): PrintedAnswer {
  return only(parseLines<PrintedAnswer>(output));
}

/** The only one of a list. */
export function only<Item>(items: readonly Item[]): Item {
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) throw new Error(`Not one, but ${items.length}.`);
  return item;
}

/** An output with its only variable part put to rest. */
export function withoutTime(output: string): string {
  return output.replaceAll(/"elapsedMs":[\d.]+/gu, '"elapsedMs":0');
}
