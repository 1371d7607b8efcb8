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

/** A word as similarity sees it: its term, and the letter groups of its folded stem with its edges marked. */
export interface ComparableTerm extends Term {
  /** The groups of two and of three as numbers (see packed), rising: words are compared by them, and numbers compare faster than texts. */
  readonly grams: Float64Array;
  /** The groups of three, sorted by code unit. */
  readonly trigrams: readonly string[];
  /** Whether other words can be like it: not like a stop word, nor like one that counts (چوارەم is no چوارشەممە). */
  readonly comparable: boolean;
  /** The verb that it is a form of, or null. */
  readonly verb: string | null;
}

/** Prepares a term for comparison; do it once for terms that are compared often. */
export function comparable(term: Term): ComparableTerm {
  const isComparable = !term.stopword && !isCounting(term.text);
  const verb = isComparable && term.script === 'arabic' ? verbOf(term.text) : null;
  const marked = `_${term.folded}_`;
  const trigrams = groupsOf(marked, 3).toSorted();
  const grams = Float64Array.from([...groupsOf(marked, 2), ...trigrams], packed).toSorted();
  return { ...term, grams, trigrams, comparable: isComparable, verb };
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

function groupsOf(marked: string, size: number): string[] {
  const groups: string[] = [];
  for (let start = 0; start + size <= marked.length; start += 1) {
    groups.push(marked.slice(start, start + size));
  }
  return groups;
}

/** Two or three code units as a number: each group has one of its own. */
function packed(group: string): number {
  let number = 0;
  for (let unit = 0; unit < group.length; unit += 1) {
    number = number * 0x10000 + group.charCodeAt(unit);
  }
  return number;
}

/** 2 · |A ∩ B| / (|A| + |B|) of two sorted lists. */
function dice(left: Float64Array, right: Float64Array): number {
  let shared = 0;
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const a = left[l] ?? 0;
    const b = right[r] ?? 0;
    if (a === b) shared += 1;
    if (a <= b) l += 1;
    if (b <= a) r += 1;
  }
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}
