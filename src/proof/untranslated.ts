import { datesIn } from '../language/dates.ts';
import { numbersIn } from '../language/numbers.ts';
import type { Dictionary } from '../retrieval/dictionary.ts';
import { namesIn } from './names.ts';
import { unproven } from './unproven.ts';
import type { WordDifference } from './word-difference.ts';

/**
 * How an English text differs from a Sorani sentence that no rendition puts into English: by its numbers, dates, names and denials,
 * which can be compared; other words can't. Null where none of its numbers, dates and names stands in the sentence: then nothing shows
 * that the sentence is meant.
 */
export function differenceInFacts(
  text: string,
  sentence: string,
  dictionary: Dictionary,
): WordDifference[] | null {
  const other = unproven(text, [sentence], dictionary);
  const facts = new Set(
    [...datesIn(text), ...numbersIn(text), ...namesIn(text, dictionary.lexicon)].map(
      ({ start, end }) => text.slice(start, end),
    ),
  );
  const isMeant = Array.from(facts).some((fact) => other.every((one) => !one.text.includes(fact)));
  if (!isMeant) return null;
  const values = new Set(numbersIn(text).map(({ value }) => value));
  const left = numbersIn(sentence)
    .filter(({ value }) => !values.has(value))
    .map(({ start, end }) => sentence.slice(start, end));
  return other.map(({ kind, text: said }) => {
    const document = kind === 'number' ? (left.shift() ?? '') : '';
    return { op: document === '' ? 'insert' : 'replace', said, document };
  });
}
