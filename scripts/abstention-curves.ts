import type { Sample } from './confidence-samples.ts';

/** A point for each threshold, from the one that answers everything on: `[across, up]`, each 0 to 1. */
export type Curve = readonly (readonly [across: number, up: number])[];

/** The share of answerable questions that are refused (across), and that of unanswerable ones (up), as the threshold rises. */
export function refusalCurve(samples: readonly Sample[]): Curve {
  return thresholdsOf(samples).map((threshold) => refusalsAt(samples, threshold));
}

/** One point of the curve of refusals. */
export function refusalsAt(samples: readonly Sample[], threshold: number): [number, number] {
  const refused = (answerable: boolean): number =>
    share(
      samples.filter((sample) => sample.answerable === answerable),
      ({ confidence }) => confidence < threshold,
    );
  return [refused(true), refused(false)];
}

/**
 * The share of questions that get an answer (across), and the share of the answers that are wrong (up): to a question that has none, or
 * with another sentence than the evidence.
 */
export function riskCurve(samples: readonly Sample[]): Curve {
  return thresholdsOf(samples).map((threshold) => riskAt(samples, threshold));
}

/** One point of the curve of risk; no answers are no risk. */
export function riskAt(samples: readonly Sample[], threshold: number): [number, number] {
  const answered = samples.filter(({ confidence }) => confidence >= threshold);
  return [
    samples.length === 0 ? 0 : answered.length / samples.length,
    share(answered, ({ evidenceRight }) => !evidenceRight),
  ];
}

/** Each confidence once, rising, and one above them all. */
function thresholdsOf(samples: readonly Sample[]): number[] {
  const levels = [...new Set(samples.map(({ confidence }) => confidence))];
  return [...levels.toSorted((left, right) => left - right), 2];
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
