/** Letters that never join the next one, so that no ligature has them but at its end. */
const NEVER_JOINS_NEXT =
  /^[\u0622-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671\u0691\u0692\u0695\u0698\u06C6\u06C7\u06CB\u06D5]/u;
const ARABIC_LETTER = /^\p{Script=Arabic}/u;

/**
 * Whether the letters of one shape stand in the wrong order. Alef never joins the letter after it, so a shape that stands
 * for ا and ل is لا, whichever comes first: no list of words is needed, and سال, whose letters are shapes of their own, is
 * safe. Where the letters don't tell, they are taken to be turned: PDFium turns right-to-left text as a whole, the letters
 * within a shape included.
 */
export function isReversedLigature(letters: readonly string[]): boolean {
  if (letters.length < 2 || !letters.every((letter) => ARABIC_LETTER.test(letter))) return false;
  const endsFirst = NEVER_JOINS_NEXT.test(letters[0] ?? '');
  const endsLast = NEVER_JOINS_NEXT.test(letters.at(-1) ?? '');
  return endsFirst || !endsLast;
}
