/** The mean of some numbers to three decimals; null where there are none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round(exactMean(values) * 1000) / 1000;
}

/** The mean of some numbers; NaN where there are none. */
export function exactMean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** The middle number, of an even count the upper one; 0 where there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
