import type { Term } from './analysis.ts';
import { isCounting } from './answer-evidence.ts';
import { verbOf } from './verbs.ts';

/** Same stem, other ending. */
const SAME_STEM = 0.95;
/** Same stem but for letters that some keyboards lack. */
const SAME_FOLDED_STEM = 0.9;
/** Forms of one verb, which may differ in all but a letter (کوشت, دەکوژێت); low, because a verb alone tells little. */
const SAME_VERB = 0.45;
/** Words that share fewer of their letter groups than this are different words. */
const LEAST_OVERLAP = 0.5;

/** A word as similarity sees it: its term, and the bigrams and trigrams of its folded stem, sorted. */
export interface ComparableTerm extends Term {
  readonly grams: readonly string[];
  /** Whether other words can be like it: not like a stop word, nor like one that counts (چوارەم is no چوارشەممە). */
  readonly comparable: boolean;
  /** The verb that it is a form of, or null. */
  readonly verb: string | null;
}

/** Prepares a term for comparison; do it once for terms that are compared often. */
export function comparable(term: Term): ComparableTerm {
  const isComparable = !term.stopword && !isCounting(term.text);
  const verb = isComparable && term.script === 'arabic' ? verbOf(term.text) : null;
  return { ...term, grams: shortGrams(term.folded), comparable: isComparable, verb };
}

/** Letters that two stems must begin with alike to be forms of one word, and the share of the longer one that they must be. */
const LEAST_PREFIX = 4;
const LEAST_PREFIX_SHARE = 0.6;

/**
 * How alike two folded stems are that may be forms of one word, 0 to 1: the length of their common beginning as a share of the longer
 * one, 0 below four letters or six tenths. Stricter and faster than similarity: for words that nobody typed.
 */
export function stemSimilarity(left: string, right: string): number {
  if (left === right) return 1;
  const longer = Math.max(left.length, right.length);
  let shared = 0;
  while (shared < longer && left.charCodeAt(shared) === right.charCodeAt(shared)) shared += 1;
  const share = shared / longer;
  return shared < LEAST_PREFIX || share < LEAST_PREFIX_SHARE ? 0 : share;
}

/**
 * How alike two words are, 0 to 1: 1 for the same spelling, less for the same stem, and for the rest the Dice coefficient of
 * their bigrams and trigrams, which outlives endings, compounds and typing errors. Below one half it is 0, unless
 * both are forms of one verb. Numbers are the same or not.
 */
export function similarity(left: ComparableTerm, right: ComparableTerm): number {
  if (left.text === right.text) return 1;
  if (left.script !== right.script || left.script === 'number') return 0;
  if (left.stem === right.stem) return SAME_STEM;
  if (left.folded === right.folded) return SAME_FOLDED_STEM;
  if (!left.comparable || !right.comparable) return 0;
  return Math.max(gramSimilarity(left, right), verbSimilarity(left, right));
}

function gramSimilarity(left: ComparableTerm, right: ComparableTerm): number {
  const overlap = dice(left.grams, right.grams);
  return overlap < LEAST_OVERLAP ? 0 : overlap * SAME_FOLDED_STEM;
}

function verbSimilarity(left: ComparableTerm, right: ComparableTerm): number {
  return left.verb !== null && left.verb === right.verb ? SAME_VERB : 0;
}

/**
 * How many trigrams two words must share to be worth comparing, given the lengths of their folded stems: a quarter of them by the
 * Dice coefficient, a bound that hardly any pair above LEAST_OVERLAP misses and that needs no look at the letters.
 */
export function leastOverlap(left: number, right: number): number {
  return Math.max(1, ((left + right) * LEAST_OVERLAP) / 4);
}

function shortGrams(word: string): string[] {
  const marked = `_${word}_`;
  const grams: string[] = [];
  for (const size of [2, 3]) {
    for (let start = 0; start + size <= marked.length; start += 1) {
      grams.push(marked.slice(start, start + size));
    }
  }
  return grams.toSorted();
}

/** 2 · |A ∩ B| / (|A| + |B|) of two sorted lists. */
function dice(left: readonly string[], right: readonly string[]): number {
  let shared = 0;
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const a = left[l] ?? '';
    const b = right[r] ?? '';
    if (a === b) shared += 1;
    if (a <= b) l += 1;
    if (b <= a) r += 1;
  }
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}
