import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Stage } from './stage.ts';

const ENTRY = resolve('dist/bin/pirsyar.js');
const BARE = fileURLToPath(new URL('bare-bot.ts', import.meta.url));
/** Of a clock tick in /proc, on every Linux that Node runs on. */
const TICK_IN_MS = 10;

/** A bot in a process of its own. */
export interface RunningBot {
  /** What it has computed by now, in milliseconds, to 10; null where the system doesn't say. */
  cpuMs(): number | null;
  /** Lets it finish what it does. */
  stop(): Promise<void>;
  /** Ends it as a lack of memory would. */
  kill(): Promise<void>;
}

/** Starts a bot on a stage. */
export type BotStarter = (stage: Pick<Stage, 'root' | 'token'>) => RunningBot;

/** The product, as `npm start` starts it, with its state in a folder; what it logs stands in `bot.log` there. */
export function ourBot({
  folder,
  indexDirectory,
  profile,
}: {
  readonly folder: string;
  readonly indexDirectory: string;
  /** A folder for what `--cpu-prof` writes; null: nothing is written. */
  readonly profile: string | null;
}): BotStarter {
  return ({ root, token }) =>
    started(
      [
        ...(profile === null ? [] : ['--cpu-prof', '--cpu-prof-dir', resolve(profile)]),
        ENTRY,
        'start',
      ],
      // Elsewhere than here, where a .env may lie.
      { folder, cwd: folder },
      {
        TELEGRAM_API_ROOT: root,
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_PACING: 'off',
        RATE_LIMIT: 'off',
        GROUP_RATE_LIMIT: 'off',
        INDEX_DIR: indexDirectory,
        STATE_DIR: join(folder, 'state'),
      },
    );
}

/** The bot that answers with a constant. */
export function bareBot(folder: string): BotStarter {
  return ({ root, token }) =>
    started(['--import', 'tsx', BARE, root, token], { folder, cwd: resolve() }, {});
}

function started(
  args: readonly string[],
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
  env: Readonly<Record<string, string>>,
): RunningBot {
  const log = openSync(join(folder, 'bot.log'), 'a');
  const bot = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', log, log] });
  closeSync(log);
  return {
    cpuMs: () => cpuMsOf(bot),
    stop: async () => ended(bot, 'SIGTERM'),
    kill: async () => ended(bot, 'SIGKILL'),
  };
}

async function ended(bot: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const exit = once(bot, 'exit');
  bot.kill(signal);
  await exit;
}

function cpuMsOf({ pid }: ChildProcess): number | null {
  try {
    // The second field is the name of the program in parentheses, and may hold spaces.
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ');
    return TICK_IN_MS * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return null;
  }
}
