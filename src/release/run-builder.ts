import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { Log } from '../log.ts';
import type { BuilderWord, OrderWord } from './builder-words.ts';
import type { Prepared, Step } from './prepare.ts';
import type { Busy, ReleaseFailure } from './release.ts';

/** How a builder is started. */
export interface BuilderSetup {
  /** The file that calls `serveAsBuilder`. Default: the program's own. */
  readonly entry?: URL;
  /** What that makes its parts of; plain data. */
  readonly setup: unknown;
}

/** What a builder came to, before its lock is given back. */
type BuilderResult = Prepared | Busy | ReleaseFailure | { readonly status: 'cancelled' };

/** What to build and whom to tell. */
interface BuilderOptions {
  readonly force: boolean;
  readonly onStep: (step: Step) => void;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

/** The program's own entry file, beside this one in `src` as in `dist`. */
const ENTRY = new URL(`../bin/build${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
/** On one busy processor, a quarter for the builder: answers come first, and it still comes to an end. */
const NICENESS = 5;
/** What is kept of what a builder writes before it dies. */
const LAST_WORDS = 4000;
/** A builder that has been told to finish has nothing to do but to give its lock back. */
const FINISHING_IN_MS = 5000;

/**
 * Runs a builder in a process of its own, at low priority, and calls back with what it came to while it still holds the lock. It is gone
 * when this resolves.
 *
 * @throws what `settle` throws.
 */
export async function runBuilder<T>(
  { entry = ENTRY, setup }: BuilderSetup,
  { force, onStep, log, signal }: BuilderOptions,
  settle: (result: BuilderResult) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [...loaderFor(entry), fileURLToPath(entry)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  letGo(child);
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const kill = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  try {
    lowerPriority(child);
    const result = resultOf(child, { onStep, log });
    tell(child, { kind: 'build', force, setup });
    const outcome = await result;
    return await settle(signal?.aborted === true ? { status: 'cancelled' } : outcome);
  } finally {
    signal?.removeEventListener('abort', kill);
    tell(child, { kind: 'finish' });
    const timer = setTimeout(kill, FINISHING_IN_MS);
    await gone;
    clearTimeout(timer);
  }
}

/** Sources are run through tsx, what was built isn't. */
function loaderFor(entry: URL): string[] {
  if (extname(entry.pathname) !== '.ts') return [];
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(tsx).href];
}

/** A process that has nothing else to do ends, and its builder with it. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // It is gone already, or the system has no priorities: then it is as any other process.
  }
}

/** A child that is gone is told nothing. */
function tell(child: ChildProcess, word: OrderWord<unknown>): void {
  if (child.connected) child.send(word, () => {});
}

function resultOf(
  child: ChildProcess,
  { onStep, log }: Pick<BuilderOptions, 'onStep' | 'log'>,
): Promise<BuilderResult> {
  let lastWords = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS);
  });
  return new Promise((resolve) => {
    const hear = (word: BuilderWord): void => {
      if (word.kind === 'step') onStep(word.step);
      else if (word.kind === 'log') log[word.level](word.message, word.fields);
      else if (word.kind === 'prepared') resolve(word.prepared);
      else resolve(word.kind === 'busy' ? word.busy : word.failure);
    };
    child.on('message', hear);
    child.once('error', (error) => resolve(failed('other', error.message)));
    child.once('close', (code, signal) => resolve(deathOf(code, signal, lastWords)));
  });
}

/** The system kills what takes too much memory; Node ends itself, and says so. */
function deathOf(code: number | null, signal: string | null, lastWords: string): ReleaseFailure {
  if (signal === 'SIGKILL') return failed('memory', 'The process that builds was killed.');
  if (/heap out of memory|allocation failed/iu.test(lastWords)) {
    return failed('memory', 'The process that builds ran out of memory.');
  }
  const last = lastWords
    .trim()
    .split('\n')
    .findLast((line) => /Error|error/u.test(line));
  return failed('other', `The process that builds ended early (${signal ?? code}): ${last ?? ''}`);
}

function failed(cause: ReleaseFailure['cause'], message: string): ReleaseFailure {
  return { status: 'failed', cause, message };
}
