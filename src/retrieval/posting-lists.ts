import { findString } from '../language/string-table.ts';

/** Numbers by key in compressed-row form: `rows[k]` to `rows[k + 1]` are those of key `k`, in the order they were added. */
export interface PostingLists {
  /** Sorted by code unit. */
  readonly keys: readonly string[];
  readonly rows: Uint32Array;
  readonly numbers: Uint32Array;
}

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
