import type { Passage, Sentence, Span } from '../corpus/document.ts';
import type { ProofSnapshot } from './near-sentences.ts';
import type { CheckCitation } from './quote-check.ts';

/** The longest quote, in UTF-16 code units. */
const QUOTE_UNITS = 400;

/** The citation of a span of a document. One above 400 units is shown up to the last whole word that fits. */
export function citeSpan(
  { documents }: Pick<ProofSnapshot, 'documents'>,
  passage: Passage,
  sentence: Sentence,
  span: Span,
): CheckCitation {
  const source = documents.get(passage.document)?.source ?? '';
  const quote = bounded(source.slice(span.start, span.end));
  return {
    marker: 0,
    document: passage.document,
    passage: passage.id,
    sentence: sentence.id,
    quote,
    start: span.start,
    end: span.start + quote.length,
    rendition: sentence.rendition,
  };
}

function bounded(text: string): string {
  if (text.length <= QUOTE_UNITS) return text;
  const words = Array.from(text.matchAll(/\S+/gu), ({ index, 0: word }) => index + word.length);
  const end = words.findLast((candidate) => candidate <= QUOTE_UNITS);
  if (end !== undefined) return text.slice(0, end);
  // A "word" above 400 units is no word; it is never cut inside a surrogate pair.
  const isPair = /[\uD800-\uDBFF]/u.test(text.charAt(QUOTE_UNITS - 1));
  return text.slice(0, isPair ? QUOTE_UNITS - 1 : QUOTE_UNITS);
}
