import { createHash } from 'node:crypto';

import type { DocumentId } from './document.ts';

const ID_LENGTH = 22;

/** What an id names. */
type IdKind = 'passage' | 'sentence';

/**
 * Gives ids to the passages or sentences of one document, in order: 22 characters of `[A-Za-z0-9_-]`, the first 132 bits
 * of a SHA-256 over kind, document, exact text, and which occurrence of that text it is. Neighbours and positions don't
 * enter, so an unchanged sentence keeps its id through every re-index.
 */
export function createIds(kind: IdKind, document: DocumentId): (text: string) => string {
  const occurrences = new Map<string, number>();
  return (text) => {
    const occurrence = occurrences.get(text) ?? 0;
    occurrences.set(text, occurrence + 1);
    return createHash('sha256')
      .update(JSON.stringify([kind, document, text, occurrence]))
      .digest('base64url')
      .slice(0, ID_LENGTH);
  };
}
