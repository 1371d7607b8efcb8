/**
 * The position of a string in a list that is sorted by code unit, as `toSorted()` does; −1 where it isn't there. Needs no map,
 * whose building would cost more than all look-ups of a short run.
 */
export function findString(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? '';
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
