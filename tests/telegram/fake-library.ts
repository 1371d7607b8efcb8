import type { DocumentListing } from '../../src/answering/document-listing.ts';
import type { Page, PageSentence } from '../../src/answering/document-reader.ts';
import type { Library } from '../../src/telegram/parts.ts';
import { libraryOf } from './bot-harness.ts';

/** A document that is leafed through: its pages, each the sentences on it by their ids. */
export interface FakeDocument extends DocumentListing {
  readonly pages: readonly Readonly<Record<string, string>>[];
  /** English of sentences. */
  readonly renditions?: Readonly<Record<string, string>>;
}

/** A library of documents with pages, asked anew each time, so that a test may change them. */
export function pagedLibrary(
  documents: () => readonly FakeDocument[],
  changes: Partial<Library> = {},
): Library {
  const pages = (): readonly Page[] => documents().flatMap(pagesOf);
  return libraryOf({
    documents,
    reader: {
      page: (document, number) =>
        pages().find((page) => page.document === document && page.number === number) ?? null,
      pageOf: (id) =>
        pages().find(({ sentences }) => sentences.some((sentence) => sentence.id === id)) ?? null,
      has: (id) => documents().some((one) => one.pages.some((page) => id in page)),
      sentences: () => [],
    },
    ...changes,
  });
}

function pagesOf({ id: document, pages, renditions = {} }: FakeDocument): readonly Page[] {
  return pages.map((page, number) => {
    const sentences: PageSentence[] = [];
    let text = '';
    for (const [id, sentence] of Object.entries(page)) {
      if (text !== '') text += ' ';
      const start = text.length;
      text += sentence;
      sentences.push({ id, start, end: text.length, rendition: renditions[id] ?? null });
    }
    return { document, number, count: pages.length, text, sentences };
  });
}
