/** Two texts of one meaning as numbers of words, and how much the pair counts. */
export interface AlignedTexts {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly weight: number;
}

/** For each source word, the probability of each target word that it was seen with; they sum to at most 1. */
export type TranslationTable = readonly ReadonlyMap<number, number>[];

/** How an estimate is made. */
interface AlignmentOptions {
  /** Different source words. */
  readonly sources: number;
  /** Rounds of expectation and maximisation. */
  readonly rounds: number;
  /** How strongly words at the same share of both texts are preferred; 0 makes it IBM Model 1. */
  readonly diagonal: number;
}

/** The share of target words that translate nothing. */
const NULL_SHARE = 0.08;
/** Counts smaller than this are dropped: they would be most of the table and tell nothing. */
const LEAST_COUNT = 1e-4;
/** Added to each source word's total, so that a word seen once is no certain translation. */
const DISCOUNT = 0.3;
const UNSEEN = 1e-9;

/**
 * Estimates p(target word | source word) from texts that mean the same: IBM Model 1 (Brown et al., 1993) with a null word and the
 * diagonal preference of fast_align (Dyer et al., 2013), by expectation maximisation. Deterministic.
 */
export function estimateTranslations(
  pairs: readonly AlignedTexts[],
  { sources, rounds, diagonal }: AlignmentOptions,
): TranslationTable {
  let table: TranslationTable | null = null;
  for (let round = 0; round < rounds; round += 1) {
    // The last row is the null word's.
    const counts = Array.from({ length: sources + 1 }, () => new Map<number, number>());
    for (const pair of pairs) countPair(pair, counts, table, diagonal);
    table = counts.map(normalised);
  }
  return (table ?? []).slice(0, sources);
}

function countPair(
  { source, target, weight }: AlignedTexts,
  counts: readonly Map<number, number>[],
  table: TranslationTable | null,
  diagonal: number,
): void {
  const nothing = counts.length - 1;
  const probability = (from: number, to: number): number =>
    table === null ? 1 : (table[from]?.get(to) ?? UNSEEN);
  for (const [position, word] of target.entries()) {
    const place = (position + 0.5) / target.length;
    const nearness = source.map((_, index) =>
      Math.exp(-diagonal * Math.abs((index + 0.5) / source.length - place)),
    );
    const allNear = nearness.reduce((sum, near) => sum + near, 0);
    const shares = source.map(
      (from, index) =>
        ((1 - NULL_SHARE) * (nearness[index] ?? 0) * probability(from, word)) / allNear,
    );
    const ofNothing = NULL_SHARE * probability(nothing, word);
    const total = shares.reduce((sum, share) => sum + share, ofNothing);
    for (const [index, from] of source.entries()) {
      count(counts[from], word, (weight * (shares[index] ?? 0)) / total);
    }
    count(counts[nothing], word, (weight * ofNothing) / total);
  }
}

function count(row: Map<number, number> | undefined, word: number, amount: number): void {
  if (row !== undefined && amount > LEAST_COUNT) row.set(word, (row.get(word) ?? 0) + amount);
}

function normalised(row: ReadonlyMap<number, number>): Map<number, number> {
  let total = DISCOUNT;
  for (const amount of row.values()) total += amount;
  return new Map(Array.from(row, ([word, amount]) => [word, amount / total]));
}
