/**
 * The Telegram bot under load: 100 chats ask 20 questions each on the Bot API server of the tests, which runs in a process of its own.
 *
 *     npm run build && npm run bench:telegram [-- [speed] [faults] [kills] [--pairs 5] [--short] [--profile FOLDER]]
 *
 * `speed` asks our bot and one of grammY that answers with a constant in turn, without faults; `faults` lets calls fail; `kills` ends the
 * bot in the middle of its work. All three by default. Prints Markdown tables: quote ratios and medians, since times depend on the machine
 * and on what else it does. Ends with 1 where a question is lost, answered out of order, or, but where that can't be helped, answered twice.
 *
 * The short form is 10 chats with 5 questions each, one pair, some 20 seconds. `--profile` keeps processor profiles of our bot.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { formatTable } from '../src/evaluation/table.ts';
import { withTemporaryFolder } from '../src/evaluation/with-temporary-folder.ts';
import { questionsOfChats } from './telegram-load/questions.ts';
import {
  SPEED_HEADER,
  speedRows,
  TROUBLE_HEADER,
  troubleRow,
  wrongs,
} from './telegram-load/report.ts';
import type { Row } from './telegram-load/report.ts';
import { askWithFaults, askWithKills, raceOnce } from './telegram-load/runs.ts';
import type { RunParts } from './telegram-load/runs.ts';
import { TROUBLES } from './telegram-load/troubles.ts';

const QUESTIONS = resolve('data/evaluation/statement.jsonl');
const RUNS = ['speed', 'faults', 'kills'] as const;
const SEED = 1;
const FULL = { chats: 100, each: 20, kills: 5 } as const;
const SHORT = { chats: 10, each: 5, kills: 2 } as const;

const wrong: string[] = [];

async function speed(parts: RunParts, pairs: number): Promise<void> {
  const raced: Awaited<ReturnType<typeof raceOnce>>[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const { ours, bare } = await raceOnce(parts, pair % 2 === 0);
    raced.push({ ours, bare });
    const rounds = { 'first round': ours.first, 'second round': ours.second };
    for (const [name, round] of Object.entries(rounds)) note(name, wrongs(round, false));
  }
  print(SPEED_HEADER, speedRows(raced));
}

async function faults(parts: RunParts): Promise<void> {
  const rows: Row[] = [];
  for (const trouble of TROUBLES) {
    const report = await askWithFaults(parts, trouble);
    rows.push(troubleRow(trouble.name, report, trouble.goalP99Ms));
    note(trouble.name, wrongs(report, trouble.mayAnswerTwice));
  }
  print(TROUBLE_HEADER, rows);
}

async function kills(parts: RunParts, count: number): Promise<void> {
  const report = await askWithKills(parts, count);
  const name = `killed ${count} times`;
  print(TROUBLE_HEADER, [troubleRow(name, report, null)]);
  note(name, wrongs(report, true));
}

function note(name: string, found: readonly string[]): void {
  wrong.push(...found.map((one) => `${name}: ${one}.`));
}

function print(header: Row, rows: readonly Row[]): void {
  process.stdout.write(`${formatTable(header, rows)}\n`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string', default: '5' },
    profile: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const unknown = positionals.find((name) => !RUNS.some((run) => run === name));
const pairs = values.short ? 1 : Number(values.pairs);
if (unknown !== undefined || !Number.isInteger(pairs) || pairs < 1) {
  throw new Error('Name speed, faults or kills: npm run bench:telegram -- speed --pairs 5');
}
const isWanted = (run: (typeof RUNS)[number]): boolean =>
  positionals.length === 0 || positionals.includes(run);

await withTemporaryFolder(async (indexDirectory) => {
  const size = values.short ? SHORT : FULL;
  const questions = await questionsOfChats(QUESTIONS, { ...size, seed: SEED });
  const parts: RunParts = { questions, indexDirectory, profile: values.profile ?? null };
  if (isWanted('speed')) await speed(parts, pairs);
  if (isWanted('faults')) await faults(parts);
  if (isWanted('kills')) await kills(parts, size.kills);
});
for (const one of wrong) process.stderr.write(`${one}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
