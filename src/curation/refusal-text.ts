import type { Messages } from '../messages.ts';
import type { Refusal } from './proposal.ts';

/** Why an upload can't be added and what to do, in the words of documents.ftl. @param titleOf the title of a document that is there. */
export function refusalText(
  refusal: Refusal,
  words: Messages,
  titleOf: (document: string) => string,
): string {
  const key = `upload-refused-${refusal.reason}`;
  if (refusal.reason === 'misaligned') {
    const { paragraph, sentences, paragraphs } = refusal.mismatch;
    return words.text(key, {
      paragraph,
      documentSentences: sentences.document,
      renditionSentences: sentences.rendition,
      documentParagraphs: paragraphs.document,
      renditionParagraphs: paragraphs.rendition,
    });
  }
  if (!('document' in refusal)) return words.text(key);
  const { reason, document } = refusal;
  return words.text(key, { document: reason === 'duplicate' ? titleOf(document) : document });
}
