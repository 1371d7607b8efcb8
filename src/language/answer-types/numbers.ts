import { cardinals } from '../number-words.ts';
import { numbersIn } from '../numbers.ts';

/** Words for all of a few, and for twelve. */
const COLLECTIVES: ReadonlyMap<string, number> = new Map([
  ['هەردوو', 2],
  ['هەرسێ', 3],
  ['هەرچوار', 4],
  ['both', 2],
  ['dozen', 12],
]);

/** No letter or digit stands before … */
export const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
/** … or behind. */
export const BEHIND = '(?![\\p{L}\\p{M}\\p{N}])';

/** Digits of one number, whatever separates thousands and decimals. */
const DIGITS = '[0-9]+(?:[.,\u066B\u066C][0-9]+)*';

const SORANI_WORD = anyOf([...cardinals('sorani'), 'هەردوو', 'هەرسێ', 'هەرچوار']);
const ENGLISH_WORD = `${anyOf([...cardinals('english'), 'both', 'dozen'])}s?`;

/** Any of some words, the longest first. */
function anyOf(words: readonly string[]): string {
  return `(?:${words.toSorted((left, right) => right.length - left.length).join('|')})`;
}

/** Endings of a Sorani number, which are left to the reader: یەکێک, سێیان, دەی. */
const ENDED = `(?=(?:ی|ە|ان|یان|دا|یش|ش)?${BEHIND})`;

const ONE = `(?:${DIGITS}|${SORANI_WORD}${ENDED}|${ENGLISH_WORD}${BEHIND})`;
const JOINT = '(?: و |[ -]and |[ -])';

/** A number in digits, in words, or in both (٥.٥ ملیۆن, بیست و پێنج, twenty-five); what may stand behind it is left to the reader. */
export const NUMBER = `${BEFORE}${ONE}(?:${BEHIND}${JOINT}${ONE}(?![\\p{L}\\p{N}]))*`;

/** The value of a text that is one number, in digits, words or both, and nothing else; null of any other. The text is normalised. */
export function numberValue(text: string): number | null {
  const collective = COLLECTIVES.get(text);
  if (collective !== undefined) return collective;
  const [number, ...others] = numbersIn(text);
  const isAll = number?.start === 0 && number.end === text.length && others.length === 0;
  return isAll && !number.ordinal ? number.value : null;
}
