import type { TextSpan } from '../language/text-span.ts';

/** The file name without `.ckb.txt`. */
export type DocumentId = string;
/** A hash of document, text and occurrence; see ids.ts. */
export type PassageId = string;
/** A hash of document, text and occurrence; see ids.ts. */
export type SentenceId = string;

/** A span of a source text. */
export type Span = TextSpan;

/** One sentence of a document; `text === source.slice(start, end)`. */
export interface Sentence extends Span {
  readonly id: SentenceId;
  readonly text: string;
  /** The aligned sentence of the English rendition, its offsets in the rendition's source; null without one. */
  readonly rendition: (Span & { readonly text: string }) | null;
}

/**
 * What is retrieved: one paragraph, or a part of one at sentence ends, of at most 150 words.
 * `text === source.slice(start, end)`; passages don't overlap and never cross a paragraph.
 */
export interface Passage extends Span {
  readonly id: PassageId;
  readonly document: DocumentId;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** A title in the languages it is known in. */
export interface Title {
  readonly ckb: string;
  readonly en: string;
}

/** What `<id>.json` says of a document; every field has a default. */
export interface DocumentDescription {
  readonly title: Title;
  readonly date: string | null;
  readonly source: string | null;
  readonly licence: string | null;
  /** How the English rendition stands to the Sorani, for instance "unofficial". */
  readonly rendition: string | null;
  /** Questions that the document answers, to try first; none by default. */
  readonly examples: { readonly ckb: readonly string[]; readonly en: readonly string[] };
}

/** A document, read and cut; `source` is the file decoded as UTF-8 without a leading BOM, otherwise unchanged. */
export interface CorpusDocument {
  readonly id: DocumentId;
  readonly description: DocumentDescription;
  readonly source: string;
  /** SHA-256 in hex over the bytes of all of the document's files. */
  readonly hash: string;
  readonly passages: readonly Passage[];
}
