import type { CorpusDocument, DocumentId } from '../corpus/document.ts';
import { tokenise } from '../language/tokens.ts';
import type { Citation } from './answer.ts';
import { QUOTE_UNITS } from './quote.ts';

/** What is about to be shown. */
interface Draft {
  readonly answer: string;
  readonly citations: readonly Citation[];
}

/**
 * Whether every claim of a draft is proven, checked against the documents themselves:
 * each quote stands in its document at the place it names; markers are 1, 2, … in the order they appear, each with a
 * citation; each number in the answer stands in what the answer cites.
 *
 * Fails closed: a draft that isn't proven must not be shown.
 */
export function isProven(
  draft: Draft,
  documents: ReadonlyMap<DocumentId, CorpusDocument>,
): boolean {
  return (
    draft.citations.length > 0 &&
    draft.citations.every((citation) => isVerbatim(citation, documents)) &&
    markersMatch(draft) &&
    numbersStandInCitations(draft, documents)
  );
}

/** Whether a quote is what its document says at the place it names, and no longer than a quote may be. */
export function isVerbatim(
  { document, start, end, quote }: Citation,
  documents: ReadonlyMap<DocumentId, CorpusDocument>,
): boolean {
  return (
    quote.length > 0 &&
    quote.length <= QUOTE_UNITS &&
    start >= 0 &&
    end - start === quote.length &&
    documents.get(document)?.source.slice(start, end) === quote
  );
}

const MARKER = /\[(\d+)\]/gu;

function markersMatch(draft: Draft): boolean {
  const markers = new Set(
    Array.from(ownWords(draft).matchAll(MARKER), (match) => Number(match[1])),
  );
  const expected = draft.citations.map(({ marker }) => marker);
  return (
    expected.every((marker, index) => marker === index + 1) &&
    [...markers].join() === expected.join()
  );
}

function numbersStandInCitations(
  draft: Draft,
  documents: ReadonlyMap<DocumentId, CorpusDocument>,
): boolean {
  const cited = new Set(
    draft.citations.flatMap(({ document, quote, rendition }) => [
      ...numbers(quote),
      ...numbers(rendition?.text ?? ''),
      ...numbers(documents.get(document)?.description.title.en ?? ''),
    ]),
  );
  return numbers(ownWords(draft).replaceAll(MARKER, ' ')).every((number) => cited.has(number));
}

/** The answer without the texts it cites: those may hold numbers and brackets of their own. */
function ownWords({ answer, citations }: Draft): string {
  return citations
    .flatMap(({ quote, rendition }) => [quote, rendition?.text ?? ''])
    .filter((text) => text !== '')
    .reduce((rest, text) => rest.replaceAll(text, ' '), answer);
}

function numbers(text: string): string[] {
  return tokenise(text)
    .filter((token) => token.script === 'number')
    .map((token) => token.text);
}
