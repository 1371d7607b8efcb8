import { citationOf, QUOTE_UNITS } from '../corpus/citation.ts';
import type { Citation } from '../corpus/citation.ts';
import type { Passage, Sentence, Span } from '../corpus/document.ts';

/** The citation of a span of a passage. One above 400 units is shown up to the last whole word that fits. */
export function citeSpan(passage: Passage, sentence: Sentence, { start, end }: Span): Citation {
  const units = fittingUnits(passage.text.slice(start - passage.start, end - passage.start));
  return citationOf(passage, sentence, { start, end: start + units }, 0);
}

function fittingUnits(text: string): number {
  if (text.length <= QUOTE_UNITS) return text.length;
  const words = Array.from(text.matchAll(/\S+/gu), ({ index, 0: word }) => index + word.length);
  const end = words.findLast((candidate) => candidate <= QUOTE_UNITS);
  if (end !== undefined) return end;
  // A "word" above 400 units is no word; it is never cut inside a surrogate pair.
  const isPair = /[\uD800-\uDBFF]/u.test(text.charAt(QUOTE_UNITS - 1));
  return isPair ? QUOTE_UNITS - 1 : QUOTE_UNITS;
}
