import { analyse } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';
import type { Lexicon } from '../language/lexicon.ts';

/** Two or more capitalised words in a row, with the small words that stand inside names. */
const CAPITALISED_RUN =
  /\p{Lu}[\p{L}'’-]+(?: (?:al-|el-|bin |ibn |de |von |van )?\p{Lu}[\p{L}'’-]+)+/gu;

/** Whether a Sorani text, given as its terms, names a person: two names side by side, such as فوئاد حوسێن. */
export function namesPersonInSorani(terms: readonly Term[], lexicon: Lexicon): boolean {
  return terms.some((term, index) => {
    const next = terms[index + 1];
    return (
      next?.start === term.end + 1 &&
      lexicon.isSoraniName(term.folded) &&
      lexicon.isSoraniName(next.folded)
    );
  });
}

/** Whether an English text names a person: capitalised words in a row, none of which is known as a common word. */
export function namesPersonInEnglish(text: string, lexicon: Lexicon): boolean {
  return Array.from(text.matchAll(CAPITALISED_RUN), ([run]) => analyse(run)).some((terms) =>
    terms.every(
      ({ stem, stopword }) =>
        !stopword && (lexicon.isEnglishName(stem) || lexicon.translations([stem]).length === 0),
    ),
  );
}
