import type { DocumentId, Passage, PassageId, Sentence, SentenceId, Span } from './document.ts';

/** The longest quote, in UTF-16 code units. */
export const QUOTE_UNITS = 400;

/**
 * A verbatim quote from a document.
 *
 * `quote === source.slice(start, end)`, offsets in UTF-16 code units of the document's source; at most 400 units.
 * `marker` is the number that stands in the answer as `[1]`, or 0 where it stands in none: the sentence is only the nearest one,
 * or was found for a text that was checked. Offsets of the rendition are those of its own source.
 */
export interface Citation {
  readonly marker: number;
  readonly document: DocumentId;
  readonly passage: PassageId;
  readonly sentence: SentenceId;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly rendition: Sentence['rendition'];
}

/** The citation of a span of a passage's source; the caller sees to it that the span lies in the passage and is no longer than a quote. */
export function citationOf(
  passage: Passage,
  sentence: Sentence,
  { start, end }: Span,
  marker: number,
): Citation {
  return {
    marker,
    document: passage.document,
    passage: passage.id,
    sentence: sentence.id,
    quote: passage.text.slice(start - passage.start, end - passage.start),
    start,
    end,
    rendition: sentence.rendition,
  };
}
