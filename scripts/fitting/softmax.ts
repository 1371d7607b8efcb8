/** The sentences found for one question: the figures of each, and whether it proves the answer. */
export interface Choice {
  readonly figures: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const STEPS = 600;
const RATE = 0.1;
/** Pull towards 0, so that few questions don't make great weights. */
const DECAY = 0.0003;
/** How long gradients and their squares are remembered (Adam: Kingma & Ba, 2015). */
const MEMORY = { gradient: 0.9, square: 0.99 } as const;
/** Keeps a step finite. */
const TINY = 1e-8;

/** The weights by which the right sentences of the choices are likeliest, all right ones of a choice taken together. */
export function fitSoftmax(choices: readonly Choice[]): number[] {
  const learnable = choices.filter(({ right }) => right.includes(true));
  const size = learnable[0]?.figures[0]?.length ?? 0;
  let weights = Array.from({ length: size }, () => 0);
  let mean: readonly number[] = weights;
  let square: readonly number[] = weights;
  for (let step = 1; step <= STEPS; step += 1) {
    const slopes = slopesAt(weights, learnable);
    mean = blend(mean, slopes, MEMORY.gradient);
    square = blend(
      square,
      slopes.map((slope) => slope ** 2),
      MEMORY.square,
    );
    const steady = scale(mean, 1 / (1 - MEMORY.gradient ** step));
    const spread = scale(square, 1 / (1 - MEMORY.square ** step)).map((value) => Math.sqrt(value));
    weights = weights.map(
      (weight, index) => weight + (RATE * at(steady, index)) / (at(spread, index) + TINY),
    );
  }
  return weights;
}

function blend(old: readonly number[], fresh: readonly number[], memory: number): number[] {
  return old.map((value, index) => memory * value + (1 - memory) * at(fresh, index));
}

function scale(values: readonly number[], factor: number): number[] {
  return values.map((value) => factor * value);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

/** The gradient of the mean logarithm of the right sentences' likelihood, less the pull. */
function slopesAt(weights: readonly number[], choices: readonly Choice[]): number[] {
  const sums = weights.map(() => 0);
  for (const choice of choices) addGradient(sums, choice, weights);
  return sums.map((sum, index) => sum / choices.length - DECAY * at(weights, index));
}

/** Whether the likeliest of a choice is right; false where nothing was found. Ties: the first. */
export function choosesRight({ figures, right }: Choice, weights: readonly number[]): boolean {
  const scores = figures.map((values) => product(values, weights));
  return right[scores.indexOf(Math.max(...scores))] ?? false;
}

/** Adds the gradient of the logarithm of the right sentences' likelihood. */
function addGradient(
  gradient: number[],
  { figures, right }: Choice,
  weights: readonly number[],
): void {
  const scores = figures.map((values) => product(values, weights));
  const most = Math.max(...scores);
  const likelihoods = scores.map((score) => Math.exp(score - most));
  let all = 0;
  let good = 0;
  for (const [place, likelihood] of likelihoods.entries()) {
    all += likelihood;
    if (right[place] === true) good += likelihood;
  }
  for (const [place, values] of figures.entries()) {
    const likelihood = likelihoods[place] ?? 0;
    const pull = (right[place] === true ? likelihood / good : 0) - likelihood / all;
    for (let index = 0; index < values.length; index += 1) {
      gradient[index] = at(gradient, index) + pull * at(values, index);
    }
  }
}

function product(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    sum += at(values, index) * at(weights, index);
  }
  return sum;
}
