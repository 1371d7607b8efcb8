/**
 * What readers feel of a full re-index: answers are asked for at a fixed rate in a process that serves a large corpus, while nothing else
 * happens, then while all of the corpus is indexed anew and swapped, then again while nothing happens.
 *
 *     npm run build && npm run bench:release [-- --passages 100000 --rate 5 --idle 30]
 *
 * Times run from when a question is due to its answer. Prints a Markdown table, and beside it the ratio of the two 95th percentiles: quote
 * that, since times depend on the machine and on what else it does. The short form is `-- --passages 2000 --idle 5`, some 20 seconds.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { openPirsyar, openReleases } from '../src/app.ts';
import type { AppParts } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { formatNumber, formatTable } from '../src/evaluation/table.ts';
import { withTemporaryFolder } from '../src/evaluation/with-temporary-folder.ts';
import { readLexicon } from '../src/retrieval/read-lexicon.ts';
import { askSteadily, percentile } from './release-load/stream.ts';
import type { Ask } from './release-load/stream.ts';
import { createRandom } from './scale/random.ts';
import { makeDocuments } from './scale/synthetic-documents.ts';
import { makeQuestions } from './scale/synthetic-questions.ts';
import { soraniWords, SyntheticWords } from './scale/synthetic-words.ts';

const SEEDS = { words: 1, documents: 2, questions: 3 } as const;
const WARMING_QUESTIONS = 50;
const DIFFERENT_QUESTIONS = 2000;
const AFTERWARDS_IN_MS = 2000;

interface Options {
  readonly passages: number;
  readonly perSecond: number;
  readonly idleSeconds: number;
}

async function writeDocuments(directory: string, passages: number): Promise<void> {
  await mkdir(directory);
  const lexicon = await readLexicon(resolve('data/lexicon'));
  const words = new SyntheticWords(soraniWords(lexicon), createRandom(SEEDS.words));
  for (const { id, sorani } of makeDocuments(passages, words, createRandom(SEEDS.documents))) {
    await writeFile(join(directory, `${id}.ckb.txt`), sorani);
  }
}

/** Calls back after so many milliseconds. */
function after(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds;
  return () => performance.now() > end;
}

function complain(message: string): void {
  process.stderr.write(`${message}\n`);
}

async function measure(folder: string, options: Options): Promise<string> {
  const { passages, perSecond, idleSeconds } = options;
  const places = {
    DOCUMENTS_DIR: join(folder, 'documents'),
    INDEX_DIR: join(folder, 'index'),
    STATE_DIR: join(folder, 'state'),
  };
  await writeDocuments(places.DOCUMENTS_DIR, passages);
  // Built elsewhere: this process is to be as one that has only ever served.
  execFileSync(process.execPath, [resolve('dist/bin/pirsyar.js'), 'index'], {
    cwd: folder,
    env: places,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const app: AppParts = {
    settings: readSettings(places, {
      dataDirectory: resolve('data'),
      workingDirectory: folder,
    }),
    dataDirectory: resolve('data'),
    promptsDirectory: resolve('prompts'),
    log: { debug: () => {}, info: complain, warn: complain, error: complain },
  };
  const pirsyar = await openPirsyar(app);
  const questions = makeQuestions(
    DIFFERENT_QUESTIONS,
    pirsyar.index.snapshot.passages,
    createRandom(SEEDS.questions),
  ).map(({ words }) => words.join(' '));
  const ask: Ask = async (turn) => {
    await pirsyar.answerer.answer({ text: questions[turn % questions.length] ?? '' });
  };
  for (let turn = 0; turn < WARMING_QUESTIONS; turn += 1) await ask(turn);
  const idle = (): Promise<number[]> =>
    askSteadily(ask, { perSecond, isOver: after(idleSeconds * 1000) });
  const before = await idle();
  const { times, seconds } = await whileIndexing(app, pirsyar, { ask, perSecond });
  const idleTimes = [...before, ...(await idle())];
  const rows = [row('idle', idleTimes), row('during a full re-index', times)];
  const ratio = percentile(times, 0.95) / percentile(idleTimes, 0.95);
  return `${formatTable(['', 'questions', 'p50', 'p95', 'longest'], rows)}
${passages} passages, ${perSecond} questions a second; the re-index took ${seconds.toFixed(1)} s. p95 during it / idle: ${ratio.toFixed(2)}
`;
}

async function whileIndexing(
  app: AppParts,
  pirsyar: Parameters<typeof openReleases>[1],
  { ask, perSecond }: { ask: Ask; perSecond: number },
): Promise<{ times: number[]; seconds: number }> {
  const releases = await openReleases(app, pirsyar);
  const started = performance.now();
  let ended = Infinity;
  const running = releases.run({ force: true, by: null }).finally(() => {
    ended = performance.now();
  });
  const isOver = (): boolean => performance.now() > ended + AFTERWARDS_IN_MS;
  const times = await askSteadily(ask, { perSecond, isOver });
  const { status } = await running;
  const seconds = (ended - started) / 1000;
  if (status !== 'swapped') throw new Error(`The re-index came to nothing: ${status}.`);
  return { times, seconds };
}

function row(name: string, times: readonly number[]): string[] {
  const figures = [percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)];
  return [name, String(times.length), ...figures.map((time) => `${formatNumber(time, 0)} ms`)];
}

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '100000' },
    rate: { type: 'string', default: '5' },
    idle: { type: 'string', default: '30' },
  },
});
const [passages = NaN, perSecond = NaN, idleSeconds = NaN] = [
  values.passages,
  values.rate,
  values.idle,
].map(Number);
if (![passages, perSecond, idleSeconds].every((number) => number > 0)) {
  throw new Error('Name numbers: npm run bench:release -- --passages 2000 --rate 5 --idle 5');
}
process.stdout.write(
  await withTemporaryFolder((folder) => measure(folder, { passages, perSecond, idleSeconds })),
);
