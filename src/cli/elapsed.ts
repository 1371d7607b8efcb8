/** Milliseconds since `started` (of `performance.now()`), to a tenth. */
export function elapsedSince(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}
