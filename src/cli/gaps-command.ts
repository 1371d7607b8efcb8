import { formatGaps } from '../insight/format-gaps.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { periodOf, printedPeriod } from './insight-period.ts';
import type { PeriodOptions } from './insight-period.ts';
import type { OpenInsight } from './services.ts';

/** The options of `gaps`. */
export interface GapsOptions extends PeriodOptions {
  readonly json?: true;
  readonly top: number;
}

/** Prints what was refused or voted down, by topic. Resolves to the exit code. */
export async function gapsCommand(
  options: GapsOptions,
  openInsight: () => Promise<OpenInsight>,
  { output }: Streams,
): Promise<number> {
  const { period, calendar } = periodOf(options, Date.now());
  const insight = await openInsight();
  try {
    const gaps = await insight.gaps(insight.asked(period), calendar);
    const text =
      options.json === true
        ? JSON.stringify({
            period: printedPeriod(period, calendar),
            topics: gaps.length,
            gaps: gaps.slice(0, options.top),
          })
        : formatGaps(gaps, insight.words.en, { most: options.top, title: (document) => document });
    await write(output, `${text}\n`);
    return 0;
  } finally {
    insight.close();
  }
}
