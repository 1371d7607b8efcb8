import { cardinals, OTHER_WORD, PART_ENDING } from '../number-words.ts';
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
/** The last of several words, with an ending: پەنجا و هەشتی, پێنج ملیۆنەکە; not پێنج سەدە, which are five centuries. */
const LAST = `(?: و |(?= ${anyOf(cardinals('sorani', 'scale'))}) )(?!${OTHER_WORD})${SORANI_WORD}(?=${PART_ENDING}${BEHIND})`;

/** A number in digits, in words, or in both (٥.٥ ملیۆن, بیست و پێنج, twenty-five); what may stand behind it is left to the reader. */
export const NUMBER = `${BEFORE}${ONE}(?:${BEHIND}${JOINT}${ONE}(?![\\p{L}\\p{N}]))*(?:${LAST})?`;

/** What may stand behind a Sorani number, the plural of what it stands for included: ٣٨ی, سێیان, دووان. */
export const NUMBER_ENDING = `(?:${PART_ENDING}|ان)?`;

const ONLY_ENDING = new RegExp(`^(?:${PART_ENDING})?$`, 'u');

/**
 * The value of a text that is one number, in digits, words or both, with an ending or none, and nothing else; null of any other. The text
 * is normalised.
 */
export function numberValue(text: string): number | null {
  const collective = COLLECTIVES.get(text);
  if (collective !== undefined) return collective;
  const [number, ...others] = numbersIn(text);
  if (number?.start !== 0 || number.ordinal || others.length > 0) return null;
  return ONLY_ENDING.test(text.slice(number.end)) ? number.value : null;
}
