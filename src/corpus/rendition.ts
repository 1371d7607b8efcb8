import { sentencesOf, splitParagraphs } from './segment.ts';
import type { AlignedRendition } from './segment.ts';

/** Where a rendition and its source part ways. */
export interface Mismatch {
  /** Counted from 1: the first that differs. */
  readonly paragraph: number;
  /** Sentences of that paragraph; 0 where there is no such paragraph. */
  readonly sentences: { readonly document: number; readonly rendition: number };
  readonly paragraphs: { readonly document: number; readonly rendition: number };
}

/** Either the rendition's sentences in the order of the source's, or where the two part ways. */
export type Alignment =
  | { readonly aligned: NonNullable<AlignedRendition> }
  | { readonly mismatch: Mismatch };

/**
 * Lays an English rendition beside its source, sentence by sentence: both must have the same paragraphs and, in each, the
 * same number of sentences. A mismatch is a result, not an error: the source can still be read without its rendition.
 */
export function alignRendition(source: string, rendition: string): Alignment {
  const inDocument = splitParagraphs(source).map((paragraph) => sentencesOf(source, paragraph));
  const rendered = splitParagraphs(rendition).map((paragraph) => sentencesOf(rendition, paragraph));
  const longest = inDocument.length > rendered.length ? inDocument : rendered;
  const differing = longest.findIndex(
    (_, place) => inDocument[place]?.length !== rendered[place]?.length,
  );
  if (differing !== -1) {
    return {
      mismatch: {
        paragraph: differing + 1,
        sentences: {
          document: inDocument[differing]?.length ?? 0,
          rendition: rendered[differing]?.length ?? 0,
        },
        paragraphs: { document: inDocument.length, rendition: rendered.length },
      },
    };
  }
  const aligned = rendered
    .flat()
    .map((sentence) => ({ text: rendition.slice(sentence.start, sentence.end), ...sentence }));
  return { aligned };
}

/** Says a mismatch as a clause, in English. */
export function describeMismatch({ paragraph, sentences, paragraphs }: Mismatch): string {
  const where = `paragraph ${paragraph} of the rendition has ${sentences.rendition} sentences where the document has ${sentences.document}`;
  return paragraphs.document === paragraphs.rendition
    ? where
    : `the rendition has ${paragraphs.rendition} paragraphs where the document has ${paragraphs.document}: ${where}`;
}
