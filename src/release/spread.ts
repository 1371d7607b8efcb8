/** Some of many, evenly from first to last, the same ones each time. */
export function spread<T>(all: readonly T[], most: number): T[] {
  const count = Math.min(most, all.length);
  return Array.from({ length: count }, (_, index) => {
    const place = Math.floor((index * all.length) / count);
    return all.slice(place, place + 1);
  }).flat();
}
