/**
 * How the index grows: a corpus made of the lexicon's words is indexed, saved, opened again and searched.
 *
 *     npm run bench:scale -- [PASSAGES=100000]
 *
 * Prints a Markdown table. The corpus and the questions are the same in every run; times depend on the machine and on what else it does.
 * The short form is 2,000 passages, some ten seconds.
 */
import { resolve } from 'node:path';

import { formatNumber, formatTable } from '../src/evaluation/table.ts';
import { withTemporaryFolder } from '../src/evaluation/with-temporary-folder.ts';
import type { BuildTools } from '../src/retrieval/build-snapshot.ts';
import { loadHnswlib } from '../src/retrieval/hnsw-index.ts';
import { LocalEmbeddings } from '../src/retrieval/local-embeddings.ts';
import { readLexicon } from '../src/retrieval/read-lexicon.ts';
import { SnapshotStore } from '../src/retrieval/snapshot-store.ts';
import type { Snapshot } from '../src/retrieval/snapshot.ts';
import { build, open, recallOfGraph, save, searchAll } from './scale/measure.ts';
import { createRandom } from './scale/random.ts';
import { makeDocuments } from './scale/synthetic-documents.ts';
import { distort, makeQuestions } from './scale/synthetic-questions.ts';
import { soraniWords, SyntheticWords } from './scale/synthetic-words.ts';

const PASSAGES = 100_000;
const RECALL_QUESTIONS = 200;
const WARMING_QUESTIONS = 50;
const QUESTIONS = 100;
/** One for each purpose, so that a change of one leaves the others as they are. */
const SEEDS = {
  words: 1,
  documents: 2,
  recall: 3,
  warming: 4,
  questions: 5,
  distortion: 6,
} as const;
const MEGABYTE = 1_000_000;

const COUNT = new Intl.NumberFormat('en');

type Row = readonly [measure: string, value: string];

async function measure(passages: number, folder: string): Promise<Row[]> {
  const embeddings = new LocalEmbeddings();
  const { dimensions } = embeddings;
  const lexicon = await readLexicon(resolve('data/lexicon'));
  const tools = { embeddings, dimensions, lexicon, hnswlib: await loadHnswlib() };
  const store = new SnapshotStore(folder);
  const rows = await measureBuild(passages, tools, store);
  // What was built is forgotten by now: a process that only serves holds one snapshot.
  const { value: snapshot, seconds } = await open(store, tools);
  return [...rows, ['open again', inSeconds(seconds)], ...(await searches(snapshot, embeddings))];
}

async function measureBuild(
  passages: number,
  tools: BuildTools & { embeddings: LocalEmbeddings },
  store: SnapshotStore,
): Promise<Row[]> {
  const words = new SyntheticWords(soraniWords(tools.lexicon), createRandom(SEEDS.words));
  const documents = makeDocuments(passages, words, createRandom(SEEDS.documents));
  const { value: built, seconds } = await build(documents, tools);
  const peak = process.resourceUsage().maxRSS * 1024;
  const { snapshot } = built;
  const random = createRandom(SEEDS.recall);
  const questions = makeQuestions(RECALL_QUESTIONS, snapshot.passages, random);
  const recall = await recallOfGraph(built, tools.embeddings, questions);
  const saved = await save(built, tools, store);
  return [
    ['passages', COUNT.format(snapshot.passages.length)],
    ['documents', COUNT.format(snapshot.documents.size)],
    ['different words', COUNT.format(snapshot.words.sorani.vocabulary.data.words.length)],
    ['build: parse, words, vectors, graph', inSeconds(seconds)],
    ['passages a second', COUNT.format(Math.round(snapshot.passages.length / seconds))],
    ['peak memory of the build (RSS)', inMegabytes(peak)],
    [
      `recall@10 of ${snapshot.vectors.kind}, ${questions.length} questions`,
      formatNumber(recall, 3),
    ],
    ['save', inSeconds(saved.seconds)],
    ...sizes(saved.value),
  ];
}

function sizes(bytes: ReadonlyMap<string, number>): Row[] {
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  return [
    ['files on disk', inMegabytes(total)],
    ...Array.from(bytes, ([name, size]): Row => [`… ${name}`, inMegabytes(size)]),
  ];
}

async function searches(snapshot: Snapshot, embeddings: LocalEmbeddings): Promise<Row[]> {
  const make = (count: number, seed: number): ReturnType<typeof makeQuestions> =>
    makeQuestions(count, snapshot.passages, createRandom(seed));
  await searchAll(snapshot, embeddings, make(WARMING_QUESTIONS, SEEDS.warming));
  const questions = make(QUESTIONS, SEEDS.questions);
  const random = createRandom(SEEDS.distortion);
  const forms = [
    ['as they stand', questions],
    ['one misspelt, one inflected', questions.map((question) => distort(question, random))],
  ] as const;
  const rows: Row[] = [];
  for (const [form, asked] of forms) {
    const { times, found } = await searchAll(snapshot, embeddings, asked);
    const [p50, p95] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)] ?? 0);
    rows.push(
      [`search, 7 words ${form}: p50, p95`, `${inMilliseconds(p50)}, ${inMilliseconds(p95)}`],
      ['… source among the first ten', formatNumber(found, 2)],
    );
  }
  return rows;
}

function inSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

function inMilliseconds(time: number | undefined): string {
  return `${formatNumber(time ?? null, 1)} ms`;
}

function inMegabytes(bytes: number): string {
  return `${COUNT.format(Math.round(bytes / MEGABYTE))} MB`;
}

const passages = Number(process.argv[2] ?? PASSAGES);
if (!Number.isInteger(passages) || passages < 1) {
  throw new Error('Name a whole number of passages: npm run bench:scale -- 2000');
}
const rows = await withTemporaryFolder((folder) => measure(passages, folder));
process.stdout.write(formatTable(['measure', 'value'], rows));
