import { analyse } from '../language/analysis.ts';
import type { PlacedWord } from '../proof/compare-words.ts';

/** A word of an old text beside one of a new one, by their positions. */
export type Pair = readonly [old: number, now: number];

/** What joins others tells less than what has content. */
const JOINING = 0.2;

/** How much a word tells, beside others of its text. */
export function weightOf(word: string): number {
  return isJoining(word) ? JOINING : 1;
}

/** Whether a word only joins others. */
export function isJoining(word: string): boolean {
  return analyse(word).every(({ stopword }) => stopword);
}

type SameWords = (left: string, right: string) => boolean;

/** The words that two lists have in common, in the order of both, so that they weigh most; of several ways, the first. */
export function commonWords(
  old: readonly PlacedWord[],
  now: readonly PlacedWord[],
  isSame: SameWords,
): Pair[] {
  const common = new CommonWords(old, now, isSame);
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  while (left < old.length && right < now.length) {
    const step = common.step(left, right);
    if (step === 'both') pairs.push([left, right]);
    if (step !== 'now') left += 1;
    if (step !== 'old') right += 1;
  }
  return pairs;
}

/** What the words from two positions on have in common at most, by weight: the longest common subsequence, filled from the end. */
class CommonWords {
  readonly #width: number;
  readonly #most: Float64Array;
  /** What a pair of words weighs; 0 where they aren't the same. */
  readonly #pairs: Float64Array;

  constructor(old: readonly PlacedWord[], now: readonly PlacedWord[], isSame: SameWords) {
    this.#width = now.length + 1;
    this.#most = new Float64Array((old.length + 1) * this.#width);
    this.#pairs = new Float64Array(this.#most.length);
    for (let left = old.length - 1; left >= 0; left -= 1) {
      const text = old[left]?.text ?? '';
      const weight = weightOf(text);
      for (let right = now.length - 1; right >= 0; right -= 1) {
        const cell = left * this.#width + right;
        if (isSame(text, now[right]?.text ?? '')) this.#pairs[cell] = weight;
        this.#most[cell] = Math.max(this.#both(left, right), ...this.#skips(left, right));
      }
    }
  }

  /** Which word is gone on from: the pair, or the one that is skipped. */
  step(left: number, right: number): 'both' | 'old' | 'now' {
    const [skipsOld, skipsNow] = this.#skips(left, right);
    const both = this.#both(left, right);
    if (both > 0 && both >= skipsOld && both >= skipsNow) return 'both';
    return skipsOld >= skipsNow ? 'old' : 'now';
  }

  #both(left: number, right: number): number {
    const weight = this.#pairs[left * this.#width + right] ?? 0;
    return weight === 0 ? 0 : weight + this.#at(left + 1, right + 1);
  }

  #skips(left: number, right: number): [old: number, now: number] {
    return [this.#at(left + 1, right), this.#at(left, right + 1)];
  }

  #at(left: number, right: number): number {
    return this.#most[left * this.#width + right] ?? 0;
  }
}
