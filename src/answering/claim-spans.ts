import type { Span } from '../corpus/document.ts';
import type { Answer, Citation } from './answer.ts';

/** What an answer says of one of its citations, marker included: a span of `answer`, in UTF-16 code units. */
export interface ClaimSpan extends Span {
  readonly citation: Citation;
  /** The citation's quote within the answer, with the signs that the frame puts round it; null where the rendition stands for it. */
  readonly quoted: Span | null;
}

/**
 * An answer made of the documents' own sentences, claim by claim: the spans follow one another from its beginning to its end. Empty for
 * any other answer.
 */
export function claimSpans({ answer, citations, composer, status }: Answer): ClaimSpan[] {
  if (composer !== 'extractive' || status !== 'answered') return [];
  const spans: ClaimSpan[] = [];
  let start = 0;
  for (const citation of citations) {
    const said = saidOf(citation, answer, start);
    const marker = `[${citation.marker}]`;
    const end = said === null ? -1 : answer.indexOf(marker, said.end);
    if (said === null || end === -1) return [];
    spans.push({ citation, start, end: end + marker.length, quoted: said.isQuote ? said : null });
    // Behind the line's end.
    start = end + marker.length + 1;
  }
  return start > answer.length ? spans : [];
}

/** Where an answer has a citation's words: in a frame, or as its last words before the marker. */
function saidOf(
  { quote, rendition, marker }: Citation,
  answer: string,
  from: number,
): (Span & { readonly isQuote: boolean }) | null {
  const framed = `\u201C${quote}\u201D`;
  const ways = [
    { text: framed, behind: '', isQuote: true },
    { text: quote, behind: ` [${marker}]`, isQuote: true },
    { text: rendition?.text ?? framed, behind: ` [${marker}]`, isQuote: false },
  ];
  for (const { text, behind, isQuote } of ways) {
    const start = answer.indexOf(`${text}${behind}`, from);
    if (start !== -1) return { start, end: start + text.length, isQuote };
  }
  return null;
}
