import type { RoundReport } from './round.ts';
import type { Measured, TwoRounds } from './runs.ts';

/** A row of a Markdown table. */
export type Row = readonly string[];

export const SPEED_HEADER: Row = ['without faults', 'first round', 'second round', 'goal'];

export const TROUBLE_HEADER: Row = [
  'with troubles',
  'asked',
  'lost',
  'twice',
  'out of order',
  'p50 / p95 / p99 to the answer',
  'goal of p99',
];

/** A figure of both bots in one round. */
interface Figure {
  readonly name: string;
  readonly decimals: number;
  readonly goal?: string;
  readonly of: (ours: Measured, bare: Measured) => number;
}

const SIGN_GOAL = '≤ 150 ms';
const FIGURES: readonly Figure[] = [
  {
    name: 'answered a second, as a share of the bare bot',
    decimals: 2,
    goal: '≥ 0.5',
    of: (ours, bare) => rate(ours) / rate(bare),
  },
  { name: 'answered a second: ours', decimals: 0, of: (ours) => rate(ours) },
  { name: '… the bare bot', decimals: 0, of: (_, bare) => rate(bare) },
  timing('p50 to the first sign', 'toSign', 0.5),
  { ...timing('p95 to the first sign', 'toSign', 0.95), goal: SIGN_GOAL },
  timing('p50 to the answer', 'toAnswer', 0.5),
  timing('p95 to the answer', 'toAnswer', 0.95),
  timing('p99 to the answer', 'toAnswer', 0.99),
  { name: 'processor for an answer, ms: ours', decimals: 2, of: (ours) => cpu(ours) },
  { name: '… the bare bot', decimals: 2, of: (_, bare) => cpu(bare) },
  {
    name: '… the server with ours',
    decimals: 2,
    of: ({ serverCpuMs, answered }) => serverCpuMs / answered,
  },
];

/** What a share of the values is not above; NaN where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

/** Medians over all pairs with the smallest and the largest; a ratio is that of each pair. */
export function speedRows(pairs: readonly { ours: TwoRounds; bare: TwoRounds }[]): Row[] {
  return FIGURES.map(({ name, decimals, goal = '', of }) => {
    const cell = (round: keyof TwoRounds): string =>
      spread(
        pairs.map(({ ours, bare }) => of(ours[round], bare[round])),
        decimals,
      );
    return [name, cell('first'), cell('second'), goal];
  });
}

/** One round with troubles. */
export function troubleRow(name: string, report: RoundReport, goalP99Ms: number | null): Row {
  const times = [0.5, 0.95, 0.99].map((share) => percentile(report.toAnswer, share).toFixed(0));
  return [
    name,
    String(report.asked),
    String(report.asked - report.answered),
    String(report.twice),
    String(report.outOfOrder),
    `${times.join(' / ')} ms`,
    goalP99Ms === null ? '' : `≤ ${goalP99Ms} ms`,
  ];
}

/** What is wrong with a round, in words; nothing where nothing is. */
export function wrongs(
  {
    asked,
    answered,
    twice,
    outOfOrder,
  }: Pick<RoundReport, 'asked' | 'answered' | 'twice' | 'outOfOrder'>,
  mayAnswerTwice: boolean,
): string[] {
  return [
    ...(answered < asked ? [`${asked - answered} of ${asked} questions were lost`] : []),
    ...(twice > 0 && !mayAnswerTwice ? [`${twice} were answered twice`] : []),
    ...(outOfOrder > 0 ? [`${outOfOrder} were answered out of order`] : []),
  ];
}

function timing(name: string, times: 'toSign' | 'toAnswer', share: number): Figure {
  return { name: `${name}, ms`, decimals: 0, of: (ours) => percentile(ours[times], share) };
}

function rate({ answered, elapsedMs }: RoundReport): number {
  return (1000 * answered) / elapsedMs;
}

function cpu({ botCpuMs, answered }: Measured): number {
  return (botCpuMs ?? Number.NaN) / answered;
}

function spread(values: readonly number[], decimals: number): string {
  const [least, middle, most] = [0, 0.5, 1].map((share) =>
    percentile(values, Math.min(share, 1 - 1 / (2 * values.length))).toFixed(decimals),
  );
  return values.length > 1 ? `${middle} (${least} – ${most})` : String(middle);
}
