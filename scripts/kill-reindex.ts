/**
 * Kills a bot in the middle of a re-index, again and again: the process that serves, the one that builds for it, or both, at random
 * moments, while questions are asked one after the other and the documents change between rounds.
 *
 *     npm run build && npm run kill:reindex [-- --rounds 200 --seed 1]
 *
 * After each kill the index on disk is read as a process that starts then would read it, the bot is started again where it was killed, and
 * every document is asked for. Prints a summary as JSON, and ends with 1 where a snapshot is damaged or of two states, a document is lost,
 * or an answer doesn't quote the state that serves. Only where there is /proc. The short form is `-- --rounds 8`.
 */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { withTemporaryFolder } from '../src/evaluation/with-temporary-folder.ts';
import { lookAt } from './reindex-kills/look.ts';
import { Server } from './reindex-kills/server.ts';
import type { Place } from './reindex-kills/server.ts';
import { writeState } from './reindex-kills/towns.ts';
import { createRandom } from './scale/random.ts';
import type { Random } from './scale/random.ts';

/** Shares of the rounds; in the rest both are killed. */
const KILLED = { server: 0.55, builder: 0.35 } as const;
/** Of the time that a re-index takes undisturbed; beyond its end, too. */
const LATEST = 1.1;

type Victim = 'server' | 'builder' | 'both';

/** What came of all rounds. */
interface Tally {
  rounds: number;
  readonly victims: Record<Victim, number>;
  /** How many kills met which stage. */
  readonly stages: Record<string, number>;
  /** What a process that starts right after a kill finds: the documents of before, or of now. */
  readonly found: { old: number; new: number };
  answers: number;
  readonly wrong: string[];
}

async function play(place: Place, rounds: number, random: Random): Promise<Tally> {
  const tally: Tally = {
    rounds: 0,
    victims: { server: 0, builder: 0, both: 0 },
    stages: {},
    found: { old: 0, new: 0 },
    answers: 0,
    wrong: [],
  };
  await writeState(place.documents, 0);
  let server = new Server(place);
  await server.hear('ready');
  // The first one of a process takes longer.
  const typical = Math.min(await timeOne(place, server, 1), await timeOne(place, server, 2));
  for (let round = 3; round < rounds + 3; round += 1) {
    const note = (problem: string): void => void tally.wrong.push(`round ${round}: ${problem}`);
    await writeState(place.documents, round);
    server.forget();
    server.tell({ kind: 'reindex' });
    await delay(random() * LATEST * typical);
    const { stage } = server;
    const victim = await strike(server, draw(random));
    tally.rounds += 1;
    tally.victims[victim] += 1;
    tally.stages[stage ?? 'starting'] = (tally.stages[stage ?? 'starting'] ?? 0) + 1;
    const { state, problem } = await lookAt(place);
    if (problem !== null) note(problem);
    else if (state === round) tally.found.new += 1;
    else if (state === round - 1) tally.found.old += 1;
    else note(`the state ${state} serves`);
    if (victim === 'builder') await goOn(server, note, round);
    else server = await startAgain(place, note, round);
    tally.answers += await askAll(server, note);
    const { leftovers } = await lookAt(place);
    if (leftovers.length > 0) note(`it left ${leftovers.join(', ')}`);
  }
  await server.kill();
  return tally;
}

/** How long a re-index takes that nobody disturbs, in milliseconds. */
async function timeOne(place: Place, server: Server, state: number): Promise<number> {
  await writeState(place.documents, state);
  const started = performance.now();
  server.tell({ kind: 'reindex' });
  const { outcome } = await server.hear('outcome');
  if (outcome.status !== 'swapped') throw new Error(`It can't re-index: ${outcome.status}.`);
  return performance.now() - started;
}

function draw(random: Random): Victim {
  const share = random();
  if (share < KILLED.server) return 'server';
  return share < KILLED.server + KILLED.builder ? 'builder' : 'both';
}

/** Kills; a builder that is gone by then is replaced by the server. */
async function strike(server: Server, wanted: Victim): Promise<Victim> {
  const isBuilder = wanted !== 'server' && server.killBuilder();
  if (wanted === 'builder' && isBuilder) return 'builder';
  await server.kill();
  return isBuilder ? 'both' : 'server';
}

/** The builder was killed: the server tells so and serves on, and builds when it is asked again. */
async function goOn(server: Server, note: (problem: string) => void, round: number): Promise<void> {
  const first = await server.hear('outcome');
  // Killed at its very end, it has done its work.
  if (first.outcome.status === 'swapped') return;
  if (first.outcome.status !== 'failed') note(`it says ${first.outcome.status}`);
  if (first.state !== round - 1) note(`the state ${first.state} serves, though it failed`);
  server.tell({ kind: 'reindex' });
  const second = await server.hear('outcome');
  if (second.outcome.status !== 'swapped') note(`then it says ${second.outcome.status}`);
  if (second.state !== round) note(`then the state ${second.state} serves`);
}

async function startAgain(
  place: Place,
  note: (problem: string) => void,
  round: number,
): Promise<Server> {
  const server = new Server(place);
  const { state, lines } = await server.hear('ready');
  if (state !== round) note(`the state ${state} serves after a start`);
  const odd = lines.filter((line) => !line.includes('the documents have changed'));
  if (odd.length > 0) note(`it starts with: ${odd.join(' ')}`);
  return server;
}

async function askAll(server: Server, note: (problem: string) => void): Promise<number> {
  server.tell({ kind: 'ask-all' });
  const { answers, wrong } = await server.hear('answered');
  for (const one of wrong) note(`it answers ${one}`);
  return answers;
}

/** `data` of a package whose lexicon is read in no time, so that more of the time is building. */
async function writeData(directory: string): Promise<string> {
  await mkdir(join(directory, 'lexicon'), { recursive: true });
  await writeFile(join(directory, 'lexicon', 'few.tsv'), 'english\tpos\tsorani\ntown\tnoun\tشار\n');
  await cp(resolve('data/messages'), join(directory, 'messages'), { recursive: true });
  return directory;
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  throw new Error('Name whole numbers: npm run kill:reindex -- --rounds 8 --seed 1');
}
const started = performance.now();
const tally = await withTemporaryFolder(async (folder) =>
  play(
    {
      documents: join(folder, 'documents'),
      index: join(folder, 'index'),
      state: join(folder, 'state'),
      data: await writeData(join(folder, 'data')),
      prompts: resolve('prompts'),
    },
    rounds,
    createRandom(seed),
  ),
);
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(`${JSON.stringify({ ...tally, seconds }, null, 2)}\n`);
process.exitCode = tally.wrong.length > 0 ? 1 : 0;
