/** One case to learn from. */
export interface Case {
  readonly features: readonly number[];
  readonly isPositive: boolean;
  /** How much it counts, above 0. */
  readonly weight: number;
}

/** Newton's steps: the fit is convex and stands still after about eight. */
const STEPS = 25;

/**
 * The weights of a logistic regression, one for each feature and the intercept last.
 *
 * @param pull how strongly weights are drawn to 0 (L2, in cases), so that few cases don't make great weights.
 */
export function fitLogistic(cases: readonly Case[], pull: number): number[] {
  const size = (cases[0]?.features.length ?? 0) + 1;
  let weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, place) => (place < size - 1 ? -pull * weight : 0));
    const curvature = weights.map((_, row) =>
      weights.map((__, column) => (row === column && row < size - 1 ? pull : 1e-9)),
    );
    for (const one of cases) learn(one, weights, gradient, curvature);
    const change = solve(curvature, gradient);
    weights = weights.map((weight, place) => weight + (change[place] ?? 0));
  }
  return weights;
}

/** The probability of a case, 0 to 1. */
export function probability(weights: readonly number[], features: readonly number[]): number {
  const sum = [...features, 1].reduce(
    (total, value, place) => total + value * (weights[place] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

function learn(
  { features, isPositive, weight }: Case,
  weights: readonly number[],
  gradient: number[],
  curvature: number[][],
): void {
  const values = [...features, 1];
  const likely = probability(weights, features);
  const error = weight * ((isPositive ? 1 : 0) - likely);
  const bend = weight * likely * (1 - likely);
  for (const [row, value] of values.entries()) {
    gradient[row] = (gradient[row] ?? 0) + error * value;
    const line = curvature[row] ?? [];
    for (const [column, other] of values.entries()) {
      line[column] = (line[column] ?? 0) + bend * value * other;
    }
  }
}

/** Solves `matrix · x = right` for a symmetric positive matrix by Gauss–Jordan elimination; both are used up. */
function solve(matrix: number[][], right: number[]): number[] {
  for (const [pivot, line] of matrix.entries()) {
    const scale = line[pivot] ?? 1;
    for (const [row, other] of matrix.entries()) {
      if (row === pivot) continue;
      const factor = (other[pivot] ?? 0) / scale;
      for (const [column, value] of line.entries()) {
        other[column] = (other[column] ?? 0) - factor * value;
      }
      right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  return right.map((value, row) => value / (matrix[row]?.[row] ?? 1));
}
