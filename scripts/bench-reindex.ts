/**
 * What it costs to index a folder again in which one document has changed, beside indexing it as a whole: in this process, and as commands.
 *
 *     npm run build && npm run bench:reindex -- [--short] [DOCUMENTS=1000] [PASSAGES=10] [ROUNDS=3]
 *
 * Prints Markdown tables: medians over the rounds, in each of which both are measured one after the other. The short form is 100 documents,
 * one round, some ten seconds.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

import { formatTable } from '../src/evaluation/table.ts';
import { withTemporaryFolder } from '../src/evaluation/with-temporary-folder.ts';
import { loadHnswlib } from '../src/retrieval/hnsw-index.ts';
import { LocalEmbeddings } from '../src/retrieval/local-embeddings.ts';
import { readLexicon } from '../src/retrieval/read-lexicon.ts';
import { SnapshotStore } from '../src/retrieval/snapshot-store.ts';
import { DocumentFolder } from './reindex/folder.ts';
import { indexFolder } from './reindex/in-process.ts';
import type { Stages } from './reindex/in-process.ts';
import { createRandom } from './scale/random.ts';
import { makeEvenDocuments } from './scale/synthetic-documents.ts';
import { soraniWords, SyntheticWords } from './scale/synthetic-words.ts';

const ENTRY = resolve('dist/bin/pirsyar.js');
const SEEDS = { words: 1, documents: 2 } as const;

/** Seconds of one round. */
interface Round {
  readonly whole: Stages;
  readonly changed: Stages;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function total(stages: Stages): number {
  return [...stages.values()].reduce((sum, seconds) => sum + seconds, 0);
}

async function repeat(rounds: number, work: () => Promise<Round>): Promise<Round[]> {
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) done.push(await work());
  return done;
}

/** Indexes with the command, and reads how long it says it took. @throws {Error} if it fails. */
function indexCommand(documents: string, index: string, args: readonly string[]): Stages {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [ENTRY, 'index', '--json', ...args],
    { env: { DOCUMENTS_DIR: documents, INDEX_DIR: index }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`pirsyar index ${args.join(' ')} failed: ${stderr}`);
  const all = (performance.now() - started) / 1000;
  const { elapsedMs }: { elapsedMs: number } = JSON.parse(stdout);
  return new Map([
    ['as it says itself (elapsedMs)', elapsedMs / 1000],
    ['start and end of the process', all - elapsedMs / 1000],
  ]);
}

function tableOf(rounds: readonly Round[]): string {
  const stages = [...(rounds[0]?.whole.keys() ?? [])];
  const row = (name: string, of: (stages: Stages) => number): string[] => {
    const [whole, changed] = (['whole', 'changed'] as const).map((kind) =>
      median(rounds.map((round) => of(round[kind]))),
    );
    const ratio = median(rounds.map((round) => of(round.changed) / of(round.whole)));
    return [name, ...[whole, changed].map((one) => `${(one ?? 0).toFixed(2)} s`), percent(ratio)];
  };
  return formatTable(
    ['', 'full build', 'one document changed', 'ratio'],
    [
      ...stages.map((stage) => row(stage, (seconds) => seconds.get(stage) ?? 0)),
      row('together', total),
    ],
  );
}

function percent(ratio: number): string {
  return Number.isFinite(ratio) && ratio < 100 ? `${(100 * ratio).toFixed(1)} %` : '';
}

async function bench(count: number, passages: number, rounds: number): Promise<string> {
  const embeddings = new LocalEmbeddings();
  const { dimensions } = embeddings;
  const lexicon = await readLexicon(resolve('data/lexicon'));
  const tools = { embeddings, dimensions, lexicon, hnswlib: await loadHnswlib() };
  const words = new SyntheticWords(soraniWords(lexicon), createRandom(SEEDS.words));
  const documents = makeEvenDocuments(count, passages, words, createRandom(SEEDS.documents));
  return withTemporaryFolder(async (root) => {
    const folder = await DocumentFolder.create(join(root, 'documents'), documents);
    const store = new SnapshotStore(join(root, 'index'));
    const inProcess = await repeat(rounds, async () => {
      const whole = await indexFolder(folder.path, store, tools, { isWhole: true });
      await folder.changeOne();
      return { whole, changed: await indexFolder(folder.path, store, tools, { isWhole: false }) };
    });
    const index = join(root, 'index-of-commands');
    const asCommand = await repeat(rounds, async () => {
      const whole = indexCommand(folder.path, index, ['--force']);
      await folder.changeOne();
      return { whole, changed: indexCommand(folder.path, index, []) };
    });
    return `${count} documents of ${passages} passages, median of ${rounds}\n\n${tableOf(inProcess)}\n${tableOf(asCommand)}`;
  });
}

const isShort = process.argv.includes('--short');
const numbers = process.argv
  .slice(2)
  .filter((argument) => argument !== '--short')
  .map(Number);
const [documents = isShort ? 100 : 1000, passages = 10, rounds = isShort ? 1 : 3] = numbers;
if (![documents, passages, rounds].every((number) => Number.isInteger(number) && number > 0)) {
  throw new Error('Name whole numbers: npm run bench:reindex -- 1000 10 3');
}
process.stdout.write(await bench(documents, passages, rounds));
