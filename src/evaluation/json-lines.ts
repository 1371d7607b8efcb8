import { UsageError } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { readText } from './read-text.ts';

/** One line of a file, and where it stands, as `<file>:<line>`. */
export interface PlacedLine {
  readonly line: string;
  readonly place: string;
}

/**
 * The lines of a file of JSON lines that aren't blank. `what` says in messages what they hold, as in "questions".
 *
 * @throws {UsageError} naming the file where it can't be read or holds no line.
 */
export async function readLines(file: string, what: string): Promise<PlacedLine[]> {
  const text = await readText(
    file,
    `The ${what} ${file} can't be read: give a file of JSON lines.`,
  );
  if (text.trim() === '') throw new UsageError(`The ${what} ${file} hold no line.`);
  return text
    .split('\n')
    .map((line, index) => ({ line, place: `${file}:${index + 1}` }))
    .filter(({ line }) => line.trim() !== '');
}

/** @throws {UsageError} naming the place where the line is no JSON object. */
export function parseFields({ line, place }: PlacedLine): JsonObject {
  try {
    const value: unknown = JSON.parse(line);
    if (isJsonObject(value)) return value;
  } catch {
    // Falls through: no JSON is as bad as the wrong JSON.
  }
  throw new UsageError(`${place} is no JSON object.`);
}

/** @throws {UsageError} naming place and field where the value is no text, or an empty one. */
export function asText(value: unknown, place: string, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(`${place} has no "${name}".`);
}
