import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

import type { Streams } from '../streams.ts';
import { parseCount } from './count-option.ts';
import type { GapsOptions } from './gaps-command.ts';
import type { PeriodOptions } from './insight-period.ts';
import type { OpenInsight, Services } from './services.ts';
import type { StatsOptions } from './stats-command.ts';

const DEFAULT_DAYS = 30;
const MOST_DAYS = 3650;
const DEFAULT_TOPICS = 10;

/** Adds what looks at the questions of a bot. Each command is loaded when it runs: most runs are of others. */
export function addInsightCommands(
  program: Command,
  { streams, services }: { streams: Streams; services: () => Services },
  finish: (exitCode: number) => void,
): void {
  const open = (): Promise<OpenInsight> => services().openInsight();
  addPeriodOptions(program.command('stats'))
    .description('how much readers asked the bot, and what came of it')
    .option('--json', 'print JSON')
    .option('--picture <file>', 'draw it as well, as a PNG')
    .addOption(
      new Option('--language <language>', 'the words in the picture')
        .choices(['ckb', 'en'])
        .default('en'),
    )
    .action(async (options: StatsOptions) => {
      const { statsCommand } = await import('./stats-command.ts');
      finish(await statsCommand(options, open, streams));
    });
  addPeriodOptions(program.command('gaps'))
    .description('what readers asked in vain: refused or voted down, by topic')
    .option('--json', 'print JSON')
    .addOption(
      new Option('--top <N>', 'how many topics').argParser(parseCount).default(DEFAULT_TOPICS),
    )
    .action(async (options: GapsOptions) => {
      const { gapsCommand } = await import('./gaps-command.ts');
      finish(await gapsCommand(options, open, streams));
    });
  addPeriodOptions(program.command('export'))
    .description('what readers asked, as CSV without identities')
    .action(async (options: PeriodOptions) => {
      const { exportCommand } = await import('./export-command.ts');
      finish(await exportCommand(options, open, streams));
    });
}

function addPeriodOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--days <N>', 'the last N days').argParser(parseDays).default(DEFAULT_DAYS),
    )
    .addOption(
      new Option('--since <day>', 'from this day on, such as 2026-11-22').conflicts('days'),
    )
    .option('--until <day>', 'up to this day, which counts too; default: today')
    .option('--time-zone <zone>', 'whose days, such as Asia/Baghdad', 'UTC');
}

function parseDays(value: string): number {
  const days = parseCount(value);
  if (days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`It must be at most ${MOST_DAYS}.`);
}
