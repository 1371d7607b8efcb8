/**
 * Whether a text was typed in the style that writes ه and a zero-width non-joiner for ە ("هه‌ر") and has lost the
 * non-joiners: ه is in place of every ە, and nothing says which is which.
 */
export function hasLostNonJoiners(text: string): boolean {
  if (text.includes('\u200C')) return false;
  const count = (letter: RegExp): number => text.match(letter)?.length ?? 0;
  const sorani = count(/[ێۆڕڵ]/gu);
  const heh = count(/[هھ]/gu);
  return sorani > FEWEST_LETTERS && heh > sorani / 2 && count(/ە/gu) < heh * RARE_AE;
}

/** Letters that only Sorani has; fewer say nothing about how a text was typed. */
const FEWEST_LETTERS = 20;
/** In standard spelling ە is six times as frequent as ه. */
const RARE_AE = 0.1;
