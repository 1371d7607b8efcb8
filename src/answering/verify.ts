import { QUOTE_UNITS } from '../corpus/citation.ts';
import type { CorpusDocument, DocumentId } from '../corpus/document.ts';
import { unprovenValues } from '../proof/unproven.ts';
import type { Citation } from './answer.ts';
import { ownWords } from './own-words.ts';

/** What is about to be shown. */
interface Draft {
  readonly answer: string;
  readonly citations: readonly Citation[];
}

/**
 * Whether every claim of a draft is proven, checked against the documents themselves:
 * each quote stands in its document at the place it names; markers are 1, 2, … in the order they appear, each with a
 * citation; each number and date in the answer's own words stands, by value, in what the answer cites or in the title or date of a
 * document that is cited.
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
    valuesStandInCitations(draft, documents)
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

/** Piece by piece: what stands on both sides of a quote or title, or on two lines, is never one number or date. */
function valuesStandInCitations(
  draft: Draft,
  documents: ReadonlyMap<DocumentId, CorpusDocument>,
): boolean {
  const described = draft.citations.flatMap(({ document }) => {
    const { title, date } = documents.get(document)?.description ?? {};
    return [title?.ckb ?? '', title?.en ?? '', date ?? ''].filter((text) => text !== '');
  });
  const cited = draft.citations.flatMap(({ quote, rendition }) => [quote, rendition?.text ?? '']);
  return described
    .reduce((rest, text) => rest.replaceAll(text, '\n'), ownWords(draft))
    .replaceAll(MARKER, ' ')
    .split('\n')
    .every((piece) => unprovenValues(piece, [...cited, ...described]).length === 0);
}
