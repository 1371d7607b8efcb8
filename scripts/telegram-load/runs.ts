import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Chances } from '../../tests/support/bot-api/faults.ts';
import { bareBot, ourBot } from './bots.ts';
import type { BotStarter, RunningBot } from './bots.ts';
import type { Round, RoundReport } from './round.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

/** What all runs have in common. */
export interface RunParts {
  /** What is asked in each chat. */
  readonly questions: readonly (readonly string[])[];
  readonly indexDirectory: string;
  /** Where processor profiles of our bot go; null: nowhere. */
  readonly profile: string | null;
}

/** A round, and what the bot computed in it, in milliseconds; null where the system doesn't say. */
export interface Measured extends RoundReport {
  readonly botCpuMs: number | null;
}

/** The same questions twice: to a bot that has just begun, and to one that has answered them before. */
export interface TwoRounds {
  readonly first: Measured;
  readonly second: Measured;
}

const WITHOUT_FAULTS = { atOnce: 1, replies: true, faults: null, milestones: [] } as const;

/** Asks our bot and the bare one, the one after the other. */
export async function raceOnce(
  parts: RunParts,
  isBareFirst: boolean,
): Promise<{ ours: TwoRounds; bare: TwoRounds }> {
  const race = async (isBare: boolean): Promise<TwoRounds> =>
    onStage(parts, { isBare }, async (stage, start) => {
      const bot = start();
      await stage.botWaits();
      const round = { ...WITHOUT_FAULTS, questions: parts.questions, replies: !isBare };
      const first = await measured(stage, bot, round);
      return { first, second: await measured(stage, bot, round) };
    });
  if (isBareFirst) {
    const bare = await race(true);
    return { bare, ours: await race(false) };
  }
  const ours = await race(false);
  return { ours, bare: await race(true) };
}

/** Asks our bot while calls fail. */
export async function askWithFaults(
  parts: RunParts,
  { faults, atOnce }: { readonly faults: Chances; readonly atOnce: number },
): Promise<RoundReport> {
  return onStage(parts, {}, async (stage, start) => {
    start();
    await stage.botWaits();
    return stage.play({ ...WITHOUT_FAULTS, questions: parts.questions, faults, atOnce });
  });
}

/** Asks our bot, and ends it several times, evenly over the round, in the middle of whatever it does; it is started again at once. */
export async function askWithKills(parts: RunParts, kills: number): Promise<RoundReport> {
  return onStage(parts, {}, async (stage, start) => {
    let bot = start();
    await stage.botWaits();
    const asked = parts.questions.reduce((sum, texts) => sum + texts.length, 0);
    const milestones = Array.from({ length: kills }, (_, index) =>
      Math.round((asked * (index + 1)) / (kills + 1)),
    );
    let restarting = Promise.resolve();
    const restart = async (before: Promise<void>): Promise<void> => {
      await before;
      await bot.kill();
      bot = start();
    };
    const round = { ...WITHOUT_FAULTS, questions: parts.questions, milestones };
    const report = await stage.play(round, () => {
      restarting = restart(restarting);
    });
    await restarting;
    return report;
  });
}

/** Lends a stage and what starts a bot on it, as often as is wished; both end with the work. */
async function onStage<Result>(
  { indexDirectory, profile }: RunParts,
  { isBare = false }: { readonly isBare?: boolean },
  work: (stage: Stage, start: () => RunningBot) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'pirsyar-load-'));
  const starter: BotStarter = isBare
    ? bareBot(folder)
    : ourBot({ folder, indexDirectory, profile });
  const stage = await openStage();
  const bots: RunningBot[] = [];
  try {
    return await work(stage, () => {
      const bot = starter(stage);
      bots.push(bot);
      return bot;
    });
  } finally {
    for (const bot of bots) await (isBare ? bot.kill() : bot.stop());
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(stage: Stage, bot: RunningBot, round: Round): Promise<Measured> {
  const before = bot.cpuMs();
  const report = await stage.play(round);
  const after = bot.cpuMs();
  return { ...report, botCpuMs: before === null || after === null ? null : after - before };
}
