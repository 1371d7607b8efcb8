import { analyse } from './analysis.ts';
import type { Term } from './analysis.ts';
import { gloss } from './glossary.ts';
import type { Headwords } from './glossary.ts';
import type { Lexicon } from './lexicon.ts';
import { romanise } from './romanise.ts';

/** Forms of address in front of a name. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['د', 'Dr'],
  ['دکتۆر', 'Dr'],
  ['پ', 'Prof.'],
]);

/** What a Sorani phrase is called in English, as the term table writes it; null where it doesn't have the whole of it. */
export function knownInEnglish(
  text: string,
  lexicon: Lexicon,
  headwords: Headwords,
): string | null {
  const phrase = analyse(text).map(({ folded }) => folded);
  const [best] = lexicon.inEnglish(phrase.join(' '));
  return best === undefined ? null : headwords.written(best.stems);
}

/** A Sorani person's name: as the term table writes names, else word by word as it sounds. */
export function personInEnglish(text: string, lexicon: Lexicon, headwords: Headwords): string {
  return gloss(text, lexicon, headwords)
    .map(({ start, end, english }) => {
      const terms = analyse(text.slice(start, end));
      const isName = terms.every(({ folded }) => lexicon.isSoraniName(folded));
      return isName ? english : terms.map(asItSounds).join(' ');
    })
    .join(' ');
}

function asItSounds({ text, stem, script }: Term): string {
  if (script !== 'arabic') return text;
  const word = TITLES.get(text) ?? romanise(stem);
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
