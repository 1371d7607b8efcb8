/**
 * A light stemmer for Sorani nouns and adjectives: takes off the endings that stack behind a word, from the outside in.
 *
 * The order is that of the grammar (Thackston, Sorani Kurdish, 2006, §§ 4–11): stem – plural – definiteness –
 * possessive – additive – circumposition. An ending comes off only where at least three letters stay, so that short
 * words (ئاو, نان) are left whole.
 */
const ENDINGS: readonly RegExp[] = [
  // circumpositions: لە … ەوە, لە … دا
  /(?:ە?وە|دا|ڕا)$/u,
  // additive: also, even
  /ی?ش$/u,
  // izafe
  /یی?$/u,
  // possessive and subject clitics; behind a consonant تان is more often the plural of a word in ت, and م and ت are its own
  /(?:مان|یان|(?<=[ەی])تان|(?<=ەکە|ەکان)[مت])$/u,
  // definite, and definite plural; کە and کان behind vowels only: پزیشکان is the plural of پزیشک
  /(?:ی?ەکان|ی?ەکە|(?<=[اەێ])ک(?:ان|ە))$/u,
  // indefinite, demonstrative plural, and plurals
  /(?:یەک|ێک|انە|گەل|ان)$/u,
  // comparison
  /تر(?:ین)?$/u,
  // what a preverb leaves before a definite ending: کۆبوونەو(ە)ەکان
  /ەو$/u,
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
  for (;;) {
    const shorter = stemOnce(stem);
    if (shorter === stem) return stem;
    stem = shorter;
  }
}

function stemOnce(word: string): string {
  let stem = word;
  for (const ending of ENDINGS) {
    const bare = stem.replace(ending, '');
    if (bare.length >= SHORTEST_STEM) stem = bare;
  }
  return stem.replace(FINAL_VOWELS, '');
}
