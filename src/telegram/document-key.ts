import { createHash } from 'node:crypto';

/** Telegram takes 100 buttons, readers fewer; other documents can be named behind the command. */
export const MOST_BUTTONS = 30;

/** A document as a button names it: 16 hexadecimal digits, since the data of a button is at most 64 bytes and an id may be longer. */
export function documentKey(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16);
}

/** The document of a key; null where it is no longer there. */
export function documentOf<T extends { readonly id: string }>(
  documents: readonly T[],
  key: string,
): T | null {
  return documents.find(({ id }) => documentKey(id) === key) ?? null;
}
