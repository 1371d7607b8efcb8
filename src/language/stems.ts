/**
 * A light stemmer for Sorani nouns and adjectives: takes off the endings that stack behind a word, from the outside in.
 *
 * The order is that of the grammar (Thackston, Sorani Kurdish, 2006, §§ 4–11): stem – plural – definiteness –
 * possessive – additive – circumposition. An ending comes off only where at least three letters stay, so that short
 * words (ئاو, نان) are left whole.
 */
const ENDINGS: readonly (readonly string[])[] = [
  // circumpositions: لە … ەوە, لە … دا
  ['ەوە', 'وە', 'دا', 'ڕا'],
  // additive: also, even
  ['یش', 'ش'],
  // izafe
  ['یی', 'ی'],
  // possessive and subject clitics
  ['مان', 'تان', 'یان'],
  // definite, and definite plural
  ['یەکان', 'ەکان', 'کان', 'یەکە', 'ەکە', 'کە'],
  // indefinite, demonstrative plural, and plural
  ['یەک', 'ێک', 'انە', 'ان'],
  // comparison
  ['ترین', 'تر'],
  // what a preverb leaves before a definite ending: کۆبوونەو(ە)ەکان
  ['ەو'],
];

/** The vowels that a stem may end in are written or not as its ending begins: بودجە, بودجەی, but بودجەکە. */
const FINAL_VOWELS = /(?<=.{3})[یە]+$/u;

const SHORTEST_STEM = 3;

/**
 * The stem of a normalised Sorani word; words in other letters and numbers come back unchanged.
 * Never longer than the word and never empty.
 */
export function stemSorani(word: string): string {
  if (!/^\p{Script=Arabic}/u.test(word)) return word;
  let stem = word;
  for (const group of ENDINGS) {
    const ending = group.find(
      (candidate) => stem.endsWith(candidate) && stem.length - candidate.length >= SHORTEST_STEM,
    );
    if (ending !== undefined) stem = stem.slice(0, stem.length - ending.length);
  }
  return stem.replace(FINAL_VOWELS, '');
}
