import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { loadHnswlib } from '../../src/retrieval/hnsw-index.ts';
import { buildAhead } from './build-ahead.ts';
import { smallPackage } from './small-package.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What came of one run of the command line. */
export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
}

/** What a run is given besides its arguments. */
interface RunOptions {
  /** What comes through the pipe; it ends behind it. Default: an empty pipe. */
  readonly input?: string | Buffer;
  /** Settings for this run alone. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The command line of the package, in a place of its own. */
export interface Cli {
  /** Its working directory, empty at first. */
  readonly directory: string;
  /** Builds the index of its documents, so that no command has to. */
  indexAhead(): Promise<void>;
  /** Runs a command to its end. */
  run(commandLine: readonly string[], options?: RunOptions): Promise<CliRun>;
  /** Starts a command whose streams the test holds itself. */
  start(
    commandLine: readonly string[],
    settings?: Readonly<Record<string, string>>,
  ): ChildProcessWithoutNullStreams;
}

/**
 * The built command line as child processes: none of this process's settings, an empty working directory, index and
 * state in folders of their own, all removed in the end. To be called outside of tests.
 */
export function createCli(settings: Readonly<Record<string, string>> = {}): Cli {
  return createCliOf(ROOT, settings);
}

/** As createCli, of a package whose lexicon holds a few entries: for tests of what builds an index. */
export function createSmallCli(settings: Readonly<Record<string, string>> = {}): Cli {
  return createCliOf(smallPackage(), settings);
}

function createCliOf(home: string, settings: Readonly<Record<string, string>>): Cli {
  const folder = temporaryFolder();
  const directory = join(folder, 'working-directory');
  mkdirSync(directory);
  const places = { INDEX_DIR: join(folder, 'index'), STATE_DIR: join(folder, 'state') };
  const start: Cli['start'] = (commandLine, more = {}) =>
    spawn(process.execPath, [join(home, 'dist', 'bin', 'pirsyar.js'), ...commandLine], {
      cwd: directory,
      env: { ...places, ...settings, ...more },
    });
  return {
    directory,
    start,
    indexAhead: () =>
      buildAhead(settings['DOCUMENTS_DIR'] ?? join(home, 'data', 'documents'), places.INDEX_DIR),
    run(commandLine, options = {}) {
      const child = start(commandLine, options.settings);
      child.stdin.on('error', ignoreClosedPipe);
      child.stdin.end(options.input ?? '');
      return finished(child, { keepsAll: takesHnswlibAway(options.settings) });
    },
  };
}

/** The line that every command opens with where hnswlib-node is really missing. */
const MISSING_HNSWLIB = /^.*hnswlib-node is missing.*\n/gmu;
const isHnswlibMissing = (await loadHnswlib()) === null;

/** Whether a test takes hnswlib-node away itself, and so wants to read of it. */
function takesHnswlibAway(settings: RunOptions['settings']): boolean {
  return settings?.['NODE_OPTIONS']?.includes('without-hnswlib') === true;
}

/**
 * Everything that a process writes until it ends. Where hnswlib-node is missing on this machine, the line that says so is left
 * out of what the tests see, unless `keepsAll`.
 */
export async function finished(
  child: ChildProcessWithoutNullStreams,
  { keepsAll = false }: { keepsAll?: boolean } = {},
): Promise<CliRun> {
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const written = stderr.join('');
  const seen = isHnswlibMissing && !keepsAll ? written.replaceAll(MISSING_HNSWLIB, '') : written;
  return { stdout: stdout.join(''), stderr: seen, exitCode };
}

/** A command that ends without reading its pipe closes it. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
}

/** What a stream brings, as it comes. */
function collect(stream: NodeJS.ReadableStream): readonly string[] {
  const chunks: string[] = [];
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => chunks.push(chunk));
  return chunks;
}
