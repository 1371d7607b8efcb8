import { estimateTokens } from './usage.ts';

/** What one request may hold: small local servers take no more. */
const MOST_TEXTS = 96;
const MOST_TOKENS = 6000;
/** The models read 8,191 tokens, and a Sorani letter is one. */
const MOST_UNITS = 8000;

/** A text as long as a model reads it, never cut within a letter. */
export function cutForModel(text: string): string {
  if (text.length <= MOST_UNITS) return text;
  const isSplit = /[\uD800-\uDBFF]/u.test(text.charAt(MOST_UNITS - 1));
  return text.slice(0, isSplit ? MOST_UNITS - 1 : MOST_UNITS);
}

/** Texts in order, in as few requests as may be; none is empty. */
export function inBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let room = 0;
  for (const text of texts) {
    const tokens = estimateTokens(text, 'embedding');
    const last = batches.at(-1);
    if (last === undefined || last.length === MOST_TEXTS || tokens > room) {
      batches.push([text]);
      room = MOST_TOKENS - tokens;
    } else {
      last.push(text);
      room -= tokens;
    }
  }
  return batches;
}
