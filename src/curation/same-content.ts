import { createHash } from 'node:crypto';

import { splitParagraphs } from '../corpus/segment.ts';

/** A document that is there, as far as a duplicate of it is looked for. */
interface KnownText {
  readonly id: string;
  readonly source: string;
}

/** What two files of one text may differ in: white space, marks, joiners and the forms of a few letters. */
const NOT_CONTENT = /[^\p{L}\p{N}]/gu;
/** Longer or shorter texts than this share of a text can't be the same content. */
const LENGTH_SHARE = 0.5;

/** A SHA-256 over the letters and digits of a text alone. */
function contentHash(text: string): string {
  const content = text.normalize('NFKC').replaceAll(NOT_CONTENT, '').toLowerCase();
  return createHash('sha256').update(content).digest('hex');
}

/** Whether two texts have the same letters and digits. */
export function hasSameContent(left: string, right: string): boolean {
  return contentHash(left) === contentHash(right);
}

/** Whether two texts have the same paragraphs, word for word and mark for mark. */
export function isSameText(left: string, right: string): boolean {
  return paragraphsOf(left) === paragraphsOf(right);
}

function paragraphsOf(text: string): string {
  return splitParagraphs(text)
    .map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/gu, ' '))
    .join('\n\n');
}

/** The first document with the same letters and digits; null where there is none. */
export function findDuplicate(text: string, documents: Iterable<KnownText>): string | null {
  const hash = contentHash(text);
  for (const { id, source } of documents) {
    const [least, most] = [text.length, source.length].toSorted((left, right) => left - right);
    if ((least ?? 0) < (most ?? 0) * LENGTH_SHARE) continue;
    if (contentHash(source) === hash) return id;
  }
  return null;
}
