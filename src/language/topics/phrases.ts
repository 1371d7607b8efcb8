import type { AnswerableText } from '../answer-types/answerable-text.ts';
import type { Run } from '../answer-types/noun-phrases.ts';
import type { Lexicon } from '../lexicon.ts';
import { isAdjacent } from './runs.ts';

/** The longest phrase that is looked up, in words. */
const LONGEST = 4;

/** The phrases of several words that the lexicon has, none of them grammar; at each word the longest. */
export function knownPhrases(text: AnswerableText, lexicon: Lexicon): Run[] {
  return text.terms.flatMap((_, first) => {
    let last = first + longestRun(first, text) - 1;
    while (last > first && !isKnown({ first, last }, text, lexicon)) last -= 1;
    return last > first ? [{ first, last }] : [];
  });
}

/** How many words of content stand side by side from a word on. */
function longestRun(first: number, text: AnswerableText): number {
  let length = 0;
  while (length < LONGEST && text.terms[first + length]?.stopword === false) {
    length += 1;
    if (!isAdjacent(first + length - 1, text)) break;
  }
  return length;
}

function isKnown({ first, last }: Run, text: AnswerableText, lexicon: Lexicon): boolean {
  const words = text.terms.slice(first, last + 1);
  return words[0]?.script === 'latin'
    ? lexicon.translations(words.map(({ stem }) => stem)).length > 0
    : lexicon.knowsSorani(words.map(({ folded }) => folded).join(' '));
}
