import { writeFile } from 'node:fs/promises';

import type { AnswerLanguage } from '../answering/answer.ts';
import { PirsyarError } from '../errors.ts';
import { formatStats } from '../insight/format-stats.ts';
import { drawStats } from '../insight/picture/draw-stats.ts';
import { summarise } from '../insight/stats.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { periodOf, printedPeriod } from './insight-period.ts';
import type { PeriodOptions } from './insight-period.ts';
import type { OpenInsight } from './services.ts';

/** The options of `stats`. */
export interface StatsOptions extends PeriodOptions {
  readonly json?: true;
  readonly picture?: string;
  /** Of the words in the picture. */
  readonly language: AnswerLanguage;
}

/** Prints how much was asked and what came of it, and draws it where that is wanted. Resolves to the exit code. */
export async function statsCommand(
  options: StatsOptions,
  openInsight: () => Promise<OpenInsight>,
  { output }: Streams,
): Promise<number> {
  const { period, calendar } = periodOf(options, Date.now());
  const insight = await openInsight();
  try {
    const stats = summarise(insight.asked(period), { ...period, calendar });
    if (options.picture !== undefined) {
      const { language } = options;
      const picture = await drawStats(stats, insight.words[language], { language });
      if (picture === null) throw new PirsyarError(NO_PICTURES);
      await writeFile(options.picture, picture);
    }
    const { total, shares, medianPerDay, days, languages } = stats;
    const printed = {
      period: printedPeriod(period, calendar),
      total,
      shares,
      medianPerDay,
      days,
      languages,
    };
    const text =
      options.json === true ? JSON.stringify(printed) : formatStats(stats, insight.words.en);
    await write(output, `${text}\n`);
    return 0;
  } finally {
    insight.close();
  }
}

const NO_PICTURES =
  "Pictures can't be drawn here: @napi-rs/canvas or its fonts can't be loaded. Leave --picture out.";
