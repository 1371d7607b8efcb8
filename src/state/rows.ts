import type { Row } from './database.ts';

/**
 * Selects columns of text, to be read by textIn. As bytes, because libsql 0.5.29 ends the process at text that isn't UTF-8, which is what a
 * bit that fell over on the disk leaves, and cuts off text at U+0000.
 */
export function textColumns(...columns: readonly string[]): string {
  return columns.map((column) => `cast(${column} as blob) as ${column}`).join(', ');
}

/** Selects columns of numbers, to be read by numberIn; text that a damaged row holds in their place would end the process as well. */
export function numberColumns(...columns: readonly string[]): string {
  return columns
    .map((column) => `iif(typeof(${column}) = 'text', null, ${column}) as ${column}`)
    .join(', ');
}

/** A number. @throws {TypeError} where the column holds something else. */
export function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`${column} holds no number`);
  return value;
}

/** A number or null. */
export function numberOrNullIn(row: Row, column: string): number | null {
  return row[column] === null ? null : numberIn(row, column);
}

/** Text that textColumns selected; what isn't UTF-8 in it becomes U+FFFD. @throws {TypeError} where the column holds something else. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  // libsql gives an ArrayBuffer, but a Buffer where there are no bytes.
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('utf8');
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  throw new TypeError(`${column} holds no text`);
}

/** Text or null. */
export function textOrNullIn(row: Row, column: string): string | null {
  return row[column] === null ? null : textIn(row, column);
}

/** A list that was kept as JSON. @throws {TypeError} or {SyntaxError} where the column holds something else. */
export function listIn<T>(
  row: Row,
  column: string,
  isItem: (value: unknown) => value is T,
): readonly T[] {
  const value: unknown = JSON.parse(textIn(row, column));
  if (!Array.isArray(value) || !value.every(isItem)) {
    throw new TypeError(`${column} holds another list`);
  }
  return value;
}
