import { citationOf } from '../corpus/citation.ts';
import type { Citation } from '../corpus/citation.ts';
import type { Passage, Sentence, Span } from '../corpus/document.ts';
import type { Evidence } from './evidence.ts';
import type { Matcher } from './matcher.ts';
import { quoteSpan } from './quote.ts';

/**
 * A sentence of a passage as a citation, in the document's own spelling. `worth` tells what of a sentence that is too long to
 * quote is quoted; see quoteSpan.
 */
export function citeSentence(
  passage: Passage,
  sentence: Sentence,
  marker: number,
  worth: (span: Span) => number,
): Citation {
  return citationOf(passage, sentence, quoteSpan(sentence, worth), marker);
}

/** A ranked sentence as a citation; of one that is too long, the part that holds most of the question. */
export function citeEvidence(
  { hit, sentence, analysed }: Pick<Evidence, 'hit' | 'sentence' | 'analysed'>,
  marker: number,
  matcher: Matcher,
): Citation {
  return citeSentence(hit.passage, sentence, marker, ({ start, end }) => {
    const words = analysed.sorani.filter((_, word) => isWithin(analysed.starts[word], start, end));
    return matcher.match({ sorani: words, english: [] }).coverage;
  });
}

function isWithin(position: number | undefined, start: number, end: number): boolean {
  return position !== undefined && position >= start && position < end;
}
