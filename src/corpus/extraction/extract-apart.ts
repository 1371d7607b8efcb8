import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { MOST_BYTES, READING_LIMITS } from './extraction.ts';
import type { Extract, Extraction, NamedFile, ReadingLimits } from './extraction.ts';
import { createGate } from './gate.ts';

/** Bounds on the processes that read files, whose contents nobody vouches for. */
interface ExtractLimits {
  /** From the start of the process until its answer, in milliseconds. */
  readonly timeoutInMs: number;
  /** Of one process: its resident memory in all, and JavaScript's part of it alone, in MiB. */
  readonly memoryInMiB: number;
  /** Processes at once; other files wait for their turn. */
  readonly processes: number;
  /** Of a file. */
  readonly bytes: number;
  readonly reading: ReadingLimits;
}

const EXTRACT_LIMITS: ExtractLimits = {
  timeoutInMs: 120_000,
  memoryInMiB: 768,
  processes: 2,
  bytes: MOST_BYTES,
  reading: READING_LIMITS,
};

const MIB = 1024 * 1024;
/** How often a process's memory is looked at: one that takes a GiB a second is stopped well below the next GiB. */
const WATCH_IN_MS = 50;
/** Linux counts memory in pages of this size on all that Node is built for there but a few. */
const PAGE_BYTES = 4096;

/**
 * Reads files in processes of their own, which have neither the bot's memory nor its secrets and can be stopped at any
 * moment. A process reads one file, so that nothing in one file can reach the next.
 */
export function createExtract(limits: Partial<ExtractLimits> = {}): Extract {
  const bounds = { ...EXTRACT_LIMITS, ...limits };
  const gate = createGate(bounds.processes);
  return async (file, signal) => {
    if (file.bytes.length > bounds.bytes) return { problem: 'too-large' };
    const leave = await gate.enter(signal);
    if (leave === null) return { problem: 'cancelled' };
    try {
      return await extractOnce(file, bounds, signal);
    } finally {
      leave();
    }
  };
}

function startProcess(limits: ExtractLimits): ChildProcess {
  // From the source in tests and from compiled files in use, as this file itself is.
  const extension = extname(import.meta.url);
  const entry = fileURLToPath(new URL(`./extract-entry${extension}`, import.meta.url));
  const loader = extension === '.ts' ? ['--import', 'tsx'] : [];
  return fork(entry, [], {
    execArgv: [...loader, `--max-old-space-size=${limits.memoryInMiB}`],
    // No variable of this process: tokens and keys are among them.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Settles once the process is gone or has answered; it's gone in either case. */
function extractOnce(
  file: NamedFile,
  limits: ExtractLimits,
  signal: AbortSignal | undefined,
): Promise<Extraction> {
  return new Promise((resolve) => {
    const child = startProcess(limits);
    const settle = (extraction: Extraction): void => {
      clearTimeout(deadline);
      clearInterval(watch);
      signal?.removeEventListener('abort', abort);
      child.removeAllListeners();
      // A write to a process that has just gone fails in an event of its own.
      child.on('error', () => {});
      child.kill('SIGKILL');
      resolve(extraction);
    };
    const abort = (): void => settle({ problem: 'cancelled' });
    const deadline = setTimeout(() => settle({ problem: 'timeout' }), limits.timeoutInMs);
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > limits.memoryInMiB * MIB) settle({ problem: 'memory' });
    }, WATCH_IN_MS);
    signal?.addEventListener('abort', abort, { once: true });
    child.once('message', (extraction: Extraction) => settle(extraction));
    child.once('error', () => settle({ problem: 'damaged' }));
    child.once('exit', (code, killed) => settle({ problem: causeOfEnd(code, killed) }));
    lowerPriority(child.pid);
    child.send({ file, limits: limits.reading }, () => {});
  });
}

/** V8 aborts where its heap is full; the system kills where all memory is. */
function causeOfEnd(code: number | null, signal: NodeJS.Signals | null): 'memory' | 'damaged' {
  const isOutOfMemory = signal === 'SIGABRT' || signal === 'SIGKILL' || code === ABORT_CODE;
  return isOutOfMemory ? 'memory' : 'damaged';
}

/** As a shell writes the end by SIGABRT. */
const ABORT_CODE = 134;

/** Answers to readers go first. */
function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It's gone already, or the system doesn't allow it: reading goes on as it is.
  }
}

/** What a process holds of the machine's memory; 0 where the system doesn't tell (only Linux has these files). */
function residentBytes(pid: number | undefined): number {
  try {
    // No disk is behind this file: reading it takes microseconds.
    const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(pages) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
