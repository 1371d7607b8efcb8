import type { CorpusDocument, DocumentId, Passage } from '../corpus/document.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { placeOf } from './sentence-places.ts';

/** A sentence of a page; `[start, end)` are UTF-16 code units of the page's text. */
export interface PageSentence {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The aligned sentence of the English rendition; null without one. */
  readonly rendition: string | null;
}

/** One passage of a document, as a reader leafs through it. */
export interface Page {
  readonly document: string;
  /** From 0. */
  readonly number: number;
  /** How many pages the document has. */
  readonly count: number;
  /** The document's own words. */
  readonly text: string;
  /** In order; between them stands nothing but white space. */
  readonly sentences: readonly PageSentence[];
}

/** A sentence that is served. */
interface ServedSentence {
  readonly id: string;
  readonly document: string;
  readonly text: string;
  /** The aligned sentence of the English rendition; null without one. */
  readonly rendition: string | null;
}

/** Leafs through the documents that are served now. */
export interface DocumentReader {
  /** Null where there is no such document, or it has no such page. */
  page(document: string, number: number): Page | null;
  /** The page that a sentence stands on; null where no document has it any more. */
  pageOf(sentence: string): Page | null;
  /** Whether a document has the sentence. */
  has(sentence: string): boolean;
  /** Every sentence of every document, or of those that are named, in order, for going through once. */
  sentences(among?: ReadonlySet<DocumentId>): Iterable<ServedSentence>;
}

/** What leafing through needs of a snapshot. */
type ReadSnapshot = Pick<Snapshot, 'documents'>;

/** @param snapshot the snapshot to read, asked anew each time: a re-index swaps it. */
export function createDocumentReader(snapshot: () => ReadSnapshot): DocumentReader {
  return {
    page: (document, number) => pageAt(snapshot().documents.get(document), number),
    pageOf(sentence) {
      const { documents } = snapshot();
      const place = placeOf(documents, sentence);
      return place && pageAt(documents.get(place.document), place.number);
    },
    has: (sentence) => placeOf(snapshot().documents, sentence) !== null,
    sentences: (among) => sentencesIn(snapshot(), among),
  };
}

function pageAt(document: CorpusDocument | undefined, number: number): Page | null {
  const passage = document?.passages[number];
  if (document === undefined || passage === undefined) return null;
  return {
    document: document.id,
    number,
    count: document.passages.length,
    text: passage.text,
    sentences: passage.sentences.map(({ id, start, end, rendition }) => ({
      id,
      start: start - passage.start,
      end: end - passage.start,
      rendition: rendition?.text ?? null,
    })),
  };
}

function* sentencesIn(
  { documents }: ReadSnapshot,
  among?: ReadonlySet<DocumentId>,
): Iterable<ServedSentence> {
  for (const { id: document, passages } of documents.values()) {
    if (among?.has(document) === false) continue;
    for (const passage of passages) yield* servedFrom(document, passage);
  }
}

function servedFrom(document: DocumentId, { sentences }: Passage): ServedSentence[] {
  return sentences.map(({ id, text, rendition }) => ({
    id,
    document,
    text,
    rendition: rendition?.text ?? null,
  }));
}
