import type { Span } from './document.ts';
import { sentencesOf, splitParagraphs } from './segment.ts';
import type { AlignedRendition } from './segment.ts';

/** Either the rendition's sentences in the order of the source's, or where the two part ways. */
export type Alignment =
  | { readonly aligned: NonNullable<AlignedRendition> }
  | { readonly problem: string };

/**
 * Lays an English rendition beside its source, sentence by sentence: both must have the same paragraphs and, in each, the
 * same number of sentences. A mismatch is a result, not an error: the source can still be read without its rendition.
 */
export function alignRendition(source: string, rendition: string): Alignment {
  const paragraphs = splitParagraphs(source);
  const rendered = splitParagraphs(rendition);
  if (paragraphs.length !== rendered.length) {
    return {
      problem: `the rendition has ${rendered.length} paragraphs where the document has ${paragraphs.length}`,
    };
  }
  const aligned: (Span & { text: string })[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const sentences = sentencesOf(rendition, rendered[index] ?? paragraph);
    const expected = sentencesOf(source, paragraph).length;
    if (sentences.length !== expected) {
      return {
        problem: `paragraph ${index + 1} of the rendition has ${sentences.length} sentences where the document has ${expected}`,
      };
    }
    for (const sentence of sentences) {
      aligned.push({ text: rendition.slice(sentence.start, sentence.end), ...sentence });
    }
  }
  return { aligned };
}
