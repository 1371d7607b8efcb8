import { once } from 'node:events';

import type { Log } from '../log.ts';
import type { BuilderWord, OrderWord } from './builder-words.ts';
import { busySince, SHORT_PATIENCE_IN_MS } from './busy.ts';
import { failureOf } from './failure.ts';
import { prepare } from './prepare.ts';
import type { ReleaseParts, Step } from './prepare.ts';

/** Words about progress come no closer together. */
const STEPS_APART_IN_MS = 100;

/** Makes the parts of what an order holds. */
type OpenParts<Setup> = (setup: Setup, log: Log) => Promise<ReleaseParts>;

/**
 * The whole life of a builder process: gets its order, prepares a release under the lock, and keeps the lock until its parent has swapped.
 * Its parent's end is its own.
 */
export function serveAsBuilder<Setup>(open: OpenParts<Setup>): void {
  process.on('disconnect', end);
  process.on('message', (word: OrderWord<Setup>) => {
    if (word.kind === 'build') void build(word, open).then(end, die);
  });
  if (!process.connected) end();
}

function end(): never {
  process.exit(0);
}

/** What nobody foresaw goes to the parent with the exit code. */
function die(error: unknown): void {
  process.stderr.write(`${String(error)}\n`, () => process.exit(1));
}

async function build<Setup>(
  { setup, force }: Extract<OrderWord<Setup>, { kind: 'build' }>,
  open: OpenParts<Setup>,
): Promise<void> {
  const parts = await open(setup, logToParent());
  const { manager } = parts;
  try {
    const lock = await manager.lock(SHORT_PATIENCE_IN_MS);
    if (lock === null) {
      const busy = { status: 'busy', by: null, since: await busySince(manager) } as const;
      await sayLast({ kind: 'busy', busy });
      return;
    }
    try {
      const prepared = await prepare(parts, { force, onProgress: sayStepsApart() });
      await sayLast({ kind: 'prepared', prepared });
    } finally {
      await lock.release();
    }
  } catch (error) {
    await sayLast({ kind: 'failed', failure: failureOf(error, manager.directory) });
  }
}

function say(word: BuilderWord): void {
  process.send?.(word);
}

/** Says how it ended, and waits until the parent has done what it does about it. */
async function sayLast(word: BuilderWord): Promise<void> {
  const finish = once(process, 'message');
  say(word);
  await finish;
}

/** The first step of a stage, and then one now and then. */
function sayStepsApart(): (step: Step) => void {
  let last: { readonly stage: Step['stage']; readonly at: number } | null = null;
  return (step) => {
    const at = performance.now();
    if (last?.stage === step.stage && at - last.at < STEPS_APART_IN_MS) return;
    last = { stage: step.stage, at };
    say({ kind: 'step', step });
  };
}

function logToParent(): Log {
  return {
    debug: () => {},
    info: lineToParent('info'),
    warn: lineToParent('warn'),
    error: lineToParent('error'),
  };
}

function lineToParent(level: 'info' | 'warn' | 'error'): Log['info'] {
  return (message, fields = {}) => say({ kind: 'log', level, message, fields });
}
