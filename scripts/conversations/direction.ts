const RIGHT_TO_LEFT_MARKS = '\u061B\u061E\u061F\u200F\u061C';
const RIGHT_TO_LEFT = new RegExp(
  `[${RIGHT_TO_LEFT_MARKS}]|(?=\\p{L})[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}]`,
  'u',
);
const LEFT_TO_RIGHT = /[\p{L}\u200E]/u;
const OPENS_ISOLATE = /[\u2066-\u2068]/u;
const CLOSES_ISOLATE = '\u2069';

/**
 * The direction in which a phone shows a paragraph: that of its first strong letter outside of isolates, and from left to right where it
 * has none (rules P2 and P3 of the Unicode bidirectional algorithm, as Android's layout follows them).
 */
export function directionOf(paragraph: string): 'ltr' | 'rtl' {
  let depth = 0;
  for (const letter of paragraph) {
    if (OPENS_ISOLATE.test(letter)) depth += 1;
    else if (letter === CLOSES_ISOLATE) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (RIGHT_TO_LEFT.test(letter)) return 'rtl';
    else if (LEFT_TO_RIGHT.test(letter)) return 'ltr';
  }
  return 'ltr';
}
