import { Lexicon } from './lexicon.ts';
import type { LexiconEntry, Links } from './lexicon.ts';
import { findString } from './string-table.ts';

/** How much less usual each following equivalent of a headword is than the one before. */
const RANK_DISCOUNT = 0.15;

/** Links by the phrase they come from, then by the one they go to; the weight is the link's. */
type LinkMap = Map<string, Map<string, number>>;

/**
 * A lexicon of entries. Headwords and equivalents that stand in several entries count once, with the best weight they have:
 * 1 for a headword's first equivalent, less for each that follows.
 */
export function buildLexicon(entries: Iterable<LexiconEntry>): Lexicon {
  const fromEnglish: LinkMap = new Map();
  const fromSorani: LinkMap = new Map();
  const common = new Set<string>();
  for (const { english, name, sorani } of entries) {
    const headword = english.join(' ');
    for (const [rank, stems] of sorani.entries()) {
      const equivalent = stems.join(' ');
      const weight = 1 / (1 + RANK_DISCOUNT * rank);
      strengthen(fromEnglish, headword, equivalent, weight);
      strengthen(fromSorani, equivalent, headword, weight);
      if (!name) common.add(equivalent);
    }
  }
  const english = [...fromEnglish.keys()].toSorted();
  const sorani = [...fromSorani.keys()].toSorted();
  return new Lexicon({
    english,
    sorani,
    fromEnglish: compress(fromEnglish, english, sorani),
    fromSorani: compress(fromSorani, sorani, english),
    names: Uint16Array.from(sorani, (phrase) => (common.has(phrase) ? 0 : 1)),
  });
}

function strengthen(links: LinkMap, from: string, to: string, weight: number): void {
  const known = links.get(from) ?? new Map<string, number>();
  known.set(to, Math.max(known.get(to) ?? 0, weight));
  links.set(from, known);
}

function compress(links: LinkMap, from: readonly string[], to: readonly string[]): Links {
  const rows = new Uint32Array(from.length + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  for (const [row, phrase] of from.entries()) {
    for (const [target, weight] of links.get(phrase) ?? []) {
      targets.push(findString(to, target));
      weights.push(weight);
    }
    rows[row + 1] = targets.length;
  }
  return { rows, targets: Uint32Array.from(targets), weights: Float32Array.from(weights) };
}
