import type { DocumentId } from '../corpus/document.ts';
import type { Answer, Citation } from './answer.ts';
import { claimSpans } from './claim-spans.ts';
import type { ClaimSpan } from './claim-spans.ts';
import { namesTitle } from './own-words.ts';

/**
 * An answer as plain text: the answer, each quote on lines of its own, verbatim and unbroken, behind its marker and
 * document (`•` where the sentence is only near), then a blank line. Of an answer made of the documents' own sentences each quote
 * stands in its place; no quote and no title is written twice.
 */
export function formatAnswer(answer: Answer, title: (document: DocumentId) => string): string {
  const claims = claimSpans(answer);
  if (claims.length > 0) {
    const lines = claims.flatMap((claim) => claimLines(claim, answer, title));
    return `${lines.join('\n')}\n\n`;
  }
  const quotes = answer.citations.flatMap((citation) => [
    label(citation, answer, title),
    citation.quote,
  ]);
  return `${[answer.answer, ...quotes].join('\n')}\n\n`;
}

/** What is said before a quote, its marker and document, the quote, and what is said behind it. */
function claimLines(
  { citation, start, end, quoted }: ClaimSpan,
  answer: Answer,
  title: (document: DocumentId) => string,
): string[] {
  const marker = `[${citation.marker}]`;
  const before = answer.answer.slice(start, quoted?.start ?? end).trimEnd();
  const behind = quoted === null ? '' : answer.answer.slice(quoted.end, end - marker.length).trim();
  const isIntroduced = quoted !== null && before.includes(title(citation.document));
  const head = isIntroduced ? [`${before} ${marker}`] : [before, label(citation, answer, title)];
  return [...head, citation.quote, behind].filter((line) => line !== '');
}

/** The marker of a quote, and the document where nothing has named it. */
function label(
  { marker, document }: Citation,
  answer: Answer,
  title: (document: DocumentId) => string,
): string {
  const mark = marker === 0 ? '•' : `[${marker}]`;
  const name = title(document);
  return namesTitle(answer, name) ? mark : `${mark} ${name}:`;
}
