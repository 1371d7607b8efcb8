/** Letter groups of chat spelling, longest first, then the Hawar alphabet (Bedirxan, 1932, as used for Sorani). */
const LATIN_LETTERS: readonly (readonly [latin: string, arabic: string])[] = [
  ['sh', 'ش'],
  ['ch', 'چ'],
  ['zh', 'ژ'],
  ['kh', 'خ'],
  ['gh', 'غ'],
  ['ph', 'ف'],
  ['aa', 'ا'],
  ['ee', 'ی'],
  ['oo', 'وو'],
  ['ou', 'وو'],
  ['uu', 'وو'],
  ['ll', 'ڵ'],
  ['rr', 'ڕ'],
  ['a', 'ا'],
  ['b', 'ب'],
  ['c', 'ج'],
  ['ç', 'چ'],
  ['d', 'د'],
  ['e', 'ە'],
  ['ê', 'ێ'],
  ['f', 'ف'],
  ['g', 'گ'],
  ['h', 'ه'],
  ['î', 'ی'],
  ['j', 'ژ'],
  ['k', 'ک'],
  ['l', 'ل'],
  ['m', 'م'],
  ['n', 'ن'],
  ['o', 'ۆ'],
  ['p', 'پ'],
  ['q', 'ق'],
  ['r', 'ر'],
  ['s', 'س'],
  ['ş', 'ش'],
  ['t', 'ت'],
  ['u', 'و'],
  ['û', 'وو'],
  ['v', 'ڤ'],
  ['w', 'و'],
  ['x', 'خ'],
  ['y', 'ی'],
  ['z', 'ز'],
];

const VOWEL_AT_START = /^[\u0627\u06D5\u06CE\u06CC\u06C6]/u;

/**
 * A normalised Latin word in Sorani letters, as near as letters alone can tell: `serokî` → `سەرۆکی`, `shandi` → `شاندی`.
 * A short `i` between consonants is not written in Arabic letters; at the end of a word it is ی.
 */
export function latinToSorani(word: string): string {
  let arabic = '';
  let rest = word;
  while (rest !== '') {
    const found = LATIN_LETTERS.find(([latin]) => rest.startsWith(latin));
    if (found !== undefined) {
      arabic += found[1];
      rest = rest.slice(found[0].length);
      continue;
    }
    if (rest.startsWith('i') && (rest.length === 1 || arabic === '')) arabic += 'ی';
    rest = rest.slice(1);
  }
  return VOWEL_AT_START.test(arabic) ? `ئ${arabic}` : arabic;
}
