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
  ['ẍ', 'غ'],
  ['ḧ', 'ح'],
  ['ł', 'ڵ'],
  ['ř', 'ڕ'],
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

const LATIN_VOWEL = /^[aeêîouû]/u;
/** Two vowels in a row are kept apart by ئ: Fuad is فوئاد. */
const VOWEL_AT_END = /[\u0627\u06D5\u06CE\u06C6\u0648]$/u;
const VOWEL_AT_START = /^[\u0627\u06D5\u06CE\u06CC\u06C6]/u;

/** What chat spelling writes alike: `a` for ا and ە, `e` for ە and ێ, `i` for ی and the unwritten vowel, `o` for ۆ and وو, `x` for خ and غ. */
const AMBIGUOUS: ReadonlyMap<string, string> = new Map(
  Object.entries({ a: 'ae', e: 'eê', i: 'iî', o: 'oû', x: 'xẍ' }),
);
/** Ambiguous letters of a word that are read in every way; those behind them are read as they stand. */
const MOST_AMBIGUOUS = 7;

/**
 * A normalised Latin word in the Sorani letters it may stand for, the most literal first: `serokî` → `سەرۆکی`, `saroki` →
 * `ساڕۆکی`, `سەرۆکی`, … At most 128 readings.
 */
export function latinToSorani(word: string): string[] {
  let readings = [''];
  let ambiguous = 0;
  for (const letter of word) {
    const ways = ambiguous < MOST_AMBIGUOUS ? (AMBIGUOUS.get(letter) ?? letter) : letter;
    if (ways.length > 1) ambiguous += 1;
    readings = Array.from(ways).flatMap((way) => readings.map((reading) => reading + way));
  }
  return [...new Set(readings.map(transcribe))];
}

/** Letter by letter. A short `i` between consonants is not written in Arabic letters; at the end of a word it is ی. */
function transcribe(word: string): string {
  let arabic = '';
  let before = '';
  let rest = word;
  while (rest !== '') {
    const found = LATIN_LETTERS.find(([latin]) => rest.startsWith(latin));
    if (found !== undefined) {
      const isHiatus = LATIN_VOWEL.test(found[0]) && VOWEL_AT_END.test(arabic);
      // و from a w is a consonant: wezîr is وەزیر.
      if (isHiatus && before !== 'w') arabic += 'ئ';
      before = found[0];
      arabic += found[1];
      rest = rest.slice(found[0].length);
      continue;
    }
    if (rest.startsWith('i') && (rest.length === 1 || arabic === '')) arabic += 'ی';
    rest = rest.slice(1);
  }
  return VOWEL_AT_START.test(arabic) ? `ئ${arabic}` : arabic;
}
