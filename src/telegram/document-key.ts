import { createHash } from 'node:crypto';

import type { DocumentListing } from '../answering/document-listing.ts';

/** Telegram takes 100 buttons, readers fewer; other documents can be named behind the command. */
export const MOST_BUTTONS = 30;

/** A document as a button names it: 16 hexadecimal digits, since the data of a button is at most 64 bytes and an id may be longer. */
export function documentKey(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16);
}

/** The document of a key; null where it is no longer served. */
export function documentOf(
  documents: readonly DocumentListing[],
  key: string,
): DocumentListing | null {
  return documents.find(({ id }) => documentKey(id) === key) ?? null;
}
