import { toCsv } from '../insight/csv.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { periodOf } from './insight-period.ts';
import type { PeriodOptions } from './insight-period.ts';
import type { OpenInsight } from './services.ts';

/** Prints what was asked as CSV. Resolves to the exit code. */
export async function exportCommand(
  options: PeriodOptions,
  openInsight: () => Promise<OpenInsight>,
  { output }: Streams,
): Promise<number> {
  const { period, calendar } = periodOf(options, Date.now());
  const insight = await openInsight();
  try {
    await write(output, toCsv(insight.asked(period), { calendar }));
    return 0;
  } finally {
    insight.close();
  }
}
