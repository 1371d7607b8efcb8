import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { LEXICON, RIVER_QUESTION } from './index-fixtures.ts';
import type { Place } from './index-fixtures.ts';
import { finished } from './run-cli.ts';

const SCRIPT = fileURLToPath(new URL('open-index.mjs', import.meta.url));

/** The arguments of a process that opens the index of a place. */
function argumentsFor({ documents, index }: Place): string[] {
  return [SCRIPT, documents, index, JSON.stringify(LEXICON), RIVER_QUESTION];
}

/** What a process that opened an index wrote. */
interface OpenedElsewhere {
  /** Null where it serves from memory. */
  readonly name: string | null;
  /** The best passage for RIVER_QUESTION. */
  readonly answer: string | null;
  /** What it said, by lines. */
  readonly lines: readonly string[];
}

/** A process that opens an index, as another copy of the program would. */
export interface IndexProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves with its first word on standard error. */
  readonly started: Promise<unknown>;
  /** Rejects where it fails. */
  readonly opened: Promise<OpenedElsewhere>;
  /** Resolves when it is gone, however it went. */
  readonly ended: Promise<unknown>;
}

/** Opens an index in a process of its own. */
export function openElsewhere(place: Place): IndexProcess {
  return watch(spawn(process.execPath, argumentsFor(place), { env: {} }));
}

/**
 * The same where no file may grow beyond `limitInBytes` (to 512 bytes): writing more fails as on a full disk. Only where there is a POSIX
 * shell.
 */
export function openWithFileLimit(place: Place, limitInBytes: number): IndexProcess {
  const blocks = String(Math.floor(limitInBytes / 512));
  const script = 'ulimit -f "$1" && shift && exec "$@"';
  const child = spawn(
    'sh',
    ['-c', script, 'sh', blocks, process.execPath, ...argumentsFor(place)],
    { env: { PATH: '/usr/bin:/bin' } },
  );
  return watch(child);
}

function watch(child: ChildProcessWithoutNullStreams): IndexProcess {
  const run = finished(child);
  const opened = run.then(({ stdout, stderr, exitCode }): OpenedElsewhere => {
    if (exitCode !== 0) throw new Error(`The process failed: ${stderr}`);
    const found: Omit<OpenedElsewhere, 'lines'> = JSON.parse(stdout);
    return { ...found, lines: stderr.split('\n').slice(0, -1) };
  });
  // A process that is killed on purpose is nobody's failure until somebody asks.
  opened.catch(() => {});
  return { child, started: once(child.stderr, 'data'), opened, ended: run };
}
