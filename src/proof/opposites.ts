import { analyse } from '../language/analysis.ts';
import { isOfSide, oppositePairs } from '../language/opposites.ts';

/** A word of a claim, and the word that stands for its opposite in what the claim cites; both as they are written. */
export interface Opposition {
  readonly said: string;
  readonly stands: string;
}

/**
 * What a claim says where the texts say the opposite; null where there is nothing. A text that says both sides of a pair may mean either.
 */
export function oppositionOf(claim: string, texts: readonly string[]): Opposition | null {
  const ours = analyse(claim);
  const theirs = texts.flatMap((text) =>
    analyse(text).map((term) => ({ term, word: text.slice(term.start, term.end) })),
  );
  for (const [left, right] of oppositePairs()) {
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const said = ours.find((term) => isOfSide(term, side));
      if (said === undefined || theirs.some(({ term }) => isOfSide(term, side))) continue;
      const stands = theirs.find(({ term }) => isOfSide(term, other));
      if (stands !== undefined) {
        return { said: claim.slice(said.start, said.end), stands: stands.word };
      }
    }
  }
  return null;
}
