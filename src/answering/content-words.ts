import { analyse } from '../language/analysis.ts';

/** The words of content of a text, in order, as folded stems. */
export function contentOf(text: string): string[] {
  return analyse(text).flatMap(({ folded, stopword }) => (stopword ? [] : [folded]));
}
