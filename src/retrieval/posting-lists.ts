import { findString } from '../language/string-table.ts';
import type { Steps } from './slices.ts';

/** Numbers by key in compressed-row form: `rows[k]` to `rows[k + 1]` are those of key `k`, in the order they were added. */
export interface PostingLists {
  /** Sorted by code unit. */
  readonly keys: readonly string[];
  readonly rows: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Where something went that was numbered before: its number now by the one it had, or GONE. */
export type Renumbering = Uint32Array;

/** In a renumbering, what is no longer there. */
export const GONE = 0xff_ff_ff_ff;

/** Keys looked at between two steps. */
const STEP = 2048;

export const NO_POSTINGS: PostingLists = {
  keys: [],
  rows: Uint32Array.of(0),
  numbers: new Uint32Array(0),
};

/** The numbers of a key, as a view; none where the key isn't known. */
export function postingsOf({ keys, rows, numbers }: PostingLists, key: string): Uint32Array {
  const row = findString(keys, key);
  return row === -1 ? new Uint32Array(0) : numbers.subarray(rows[row], rows[row + 1]);
}

/** Collects numbers by key, to be compressed once they are all there. */
export class PostingListsBuilder {
  readonly #lists = new Map<string, number[]>();

  add(key: string, number: number): void {
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, [number]);
    else list.push(number);
  }

  build(): PostingLists {
    const keys = [...this.#lists.keys()].toSorted();
    const rows = new Uint32Array(keys.length + 1);
    const lists = keys.map((key) => this.#lists.get(key) ?? []);
    for (const [row, list] of lists.entries()) rows[row + 1] = (rows[row] ?? 0) + list.length;
    const numbers = new Uint32Array(rows[keys.length] ?? 0);
    for (const [row, list] of lists.entries()) numbers.set(list, rows[row]);
    return { keys, rows, numbers };
  }
}

/** Lists that were brought up to date. */
export interface MergedPostings {
  readonly lists: PostingLists;
  /** Where the keys of before went; those without a number left are gone. */
  readonly keys: Renumbering;
}

/**
 * The lists that a builder would give that had got all numbers anew in rising order: those of before, renumbered, and those added.
 *
 * @param before lists of rising numbers, one number as often as it was added.
 * @param added lists of rising numbers, none of which `renumbering` gives.
 */
export function* mergePostings(
  before: PostingLists,
  renumbering: Renumbering,
  added: PostingLists,
): Steps<MergedPostings> {
  const most = before.numbers.length + added.numbers.length;
  const merge = new PostingMerge(renumbering, new Uint32Array(most));
  const keysAfter = new Uint32Array(before.keys.length).fill(GONE);
  let one = 0;
  let other = 0;
  while (one < before.keys.length || other < added.keys.length) {
    if ((one + other) % STEP === 0) yield;
    const [key, order] = lesser(before.keys[one], added.keys[other]);
    const number = merge.add(
      key,
      order <= 0 ? listAt(before, one) : NONE,
      order >= 0 ? listAt(added, other) : NONE,
    );
    if (order <= 0) keysAfter[one] = number;
    if (order <= 0) one += 1;
    if (order >= 0) other += 1;
  }
  return { lists: merge.finish(), keys: keysAfter };
}

const NONE = new Uint32Array(0);

function listAt({ rows, numbers }: PostingLists, row: number): Uint32Array {
  return numbers.subarray(rows[row], rows[row + 1]);
}

/** The key that comes first by code unit, and which of the two it is: below 0 the one, above 0 the other, 0 both. */
function lesser(one: string | undefined, other: string | undefined): readonly [string, number] {
  if (one === undefined) return [other ?? '', 1];
  if (other === undefined || one < other) return [one, -1];
  return one === other ? [one, 0] : [other, 1];
}

class PostingMerge {
  readonly #renumbering: Renumbering;
  readonly #numbers: Uint32Array;
  readonly #keys: string[] = [];
  readonly #ends: number[] = [0];
  #end = 0;

  constructor(renumbering: Renumbering, numbers: Uint32Array) {
    this.#renumbering = renumbering;
    this.#numbers = numbers;
  }

  /** The number that the key has now; GONE where nothing is left of it. */
  add(key: string, before: Uint32Array, added: Uint32Array): number {
    const start = this.#end;
    const isRising = this.#keep(before);
    if (added.length > 0) this.#weave(start, added);
    if (!isRising) this.#numbers.subarray(start, this.#end).sort();
    if (this.#end === start) return GONE;
    this.#ends.push(this.#end);
    return this.#keys.push(key) - 1;
  }

  /** Appends what is left of a list; says whether it still rises. */
  #keep(before: Uint32Array): boolean {
    const numbers = this.#numbers;
    const renumbering = this.#renumbering;
    let end = this.#end;
    let last = -1;
    let isRising = true;
    // Indexed, because there are millions of them.
    for (let index = 0; index < before.length; index += 1) {
      const number = renumbering[before[index] ?? 0] ?? GONE;
      if (number === GONE) continue;
      if (number < last) isRising = false;
      last = number;
      numbers[end] = number;
      end += 1;
    }
    this.#end = end;
    return isRising;
  }

  /** Puts rising numbers among the rising ones from `start`, from the end so that none is overwritten before it was moved. */
  #weave(start: number, added: Uint32Array): void {
    const numbers = this.#numbers;
    let kept = this.#end - 1;
    let next = added.length - 1;
    this.#end += added.length;
    for (let place = this.#end - 1; next >= 0; place -= 1) {
      const number = added[next] ?? 0;
      const other = kept >= start ? (numbers[kept] ?? 0) : -1;
      if (other > number) {
        numbers[place] = other;
        kept -= 1;
      } else {
        numbers[place] = number;
        next -= 1;
      }
    }
  }

  finish(): PostingLists {
    const numbers =
      this.#end === this.#numbers.length ? this.#numbers : this.#numbers.slice(0, this.#end);
    return { keys: this.#keys, rows: Uint32Array.from(this.#ends), numbers };
  }
}
