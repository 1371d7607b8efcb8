/**
 * The position of a string in a list that is sorted by code unit, as `toSorted()` does; −1 where it isn't there. Needs no map,
 * whose building would cost more than all look-ups of a short run.
 */
export function findString(sorted: readonly string[], wanted: string): number {
  const place = placeOf(sorted, wanted);
  return sorted[place] === wanted ? place : -1;
}

/** Whether any string of such a list begins with some letters. */
export function hasBeginning(sorted: readonly string[], letters: string): boolean {
  return sorted[placeOf(sorted, letters)]?.startsWith(letters) === true;
}

/** The position of the first string that is not before `wanted`; the length of the list where all are. */
function placeOf(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
