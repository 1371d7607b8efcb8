/**
 * How long a question takes on the statement: cold, as a whole process with a fresh index beside `node -e 0`, and warm, in a process
 * that has answered before.
 *
 *     npm run build && npm run bench
 *
 * Quote medians and ratios: single times depend on the machine and on what else it does.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { openPirsyar } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { EVALUATION_LANGUAGES, readQuestions } from '../src/evaluation/questions.ts';
import { createTerminalLog } from '../src/logs.ts';

const COLD_RUNS = 20;
const WARM_ROUNDS = 5;
const ENTRY = resolve('dist/bin/pirsyar.js');

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

/** Milliseconds from spawn to exit. @throws {Error} if the command fails. */
function timeCommand(args: readonly string[], indexDirectory: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { INDEX_DIR: indexDirectory },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return performance.now() - started;
}

function benchCold(indexDirectory: string): string {
  const ask = [ENTRY, 'ask', '--json', 'Who led the Iraqi delegation?'];
  timeCommand(ask, indexDirectory);
  const runs = Array.from({ length: COLD_RUNS }, () => ({
    ask: timeCommand(ask, indexDirectory),
    bare: timeCommand(['-e', '0'], indexDirectory),
  }));
  const median = percentile(
    runs.map((run) => run.ask),
    0.5,
  );
  const ratio = percentile(
    runs.map((run) => run.ask / run.bare),
    0.5,
  );
  return `cold ask --json, median of ${COLD_RUNS}: ${median.toFixed(0)} ms, ${ratio.toFixed(1)} × node -e 0`;
}

async function benchWarm(indexDirectory: string): Promise<string[]> {
  const dataDirectory = resolve('data');
  const places = { dataDirectory, workingDirectory: process.cwd() };
  const settings = readSettings({ INDEX_DIR: indexDirectory }, places);
  const log = createTerminalLog('warn', process.stderr);
  const { answerer } = await openPirsyar({
    settings,
    dataDirectory,
    promptsDirectory: 'prompts',
    log,
  });
  const questions = await readQuestions(join(dataDirectory, 'evaluation', 'statement.jsonl'));
  const lines: string[] = [];
  for (const language of EVALUATION_LANGUAGES) {
    const times: number[] = [];
    for (let round = 0; round <= WARM_ROUNDS; round += 1) {
      for (const { text } of questions) {
        const asked = text[language];
        if (asked === null) continue;
        const started = performance.now();
        await answerer.answer({ text: asked });
        if (round > 0) times.push(performance.now() - started);
      }
    }
    lines.push(
      `warm, ${language}: p50 ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms`,
    );
  }
  return lines;
}

const indexDirectory = mkdtempSync(join(tmpdir(), 'pirsyar-bench-'));
try {
  const lines = [benchCold(indexDirectory), ...(await benchWarm(indexDirectory))];
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  rmSync(indexDirectory, { recursive: true, force: true });
}
