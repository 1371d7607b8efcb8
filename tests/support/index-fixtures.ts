import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { releaseHere } from '../../src/release/release-here.ts';
import { reportOrThrow } from '../../src/release/report-or-throw.ts';
import type { BuildTools, LexiconFiles } from '../../src/retrieval/build-snapshot.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import { IndexManager } from '../../src/retrieval/index-manager.ts';
import type { IndexOptions } from '../../src/retrieval/index-options.ts';
import type { IndexReport } from '../../src/retrieval/index-report.ts';
import { LocalEmbeddings } from '../../src/retrieval/local-embeddings.ts';
import { readQuery } from '../../src/retrieval/query.ts';
import { search } from '../../src/retrieval/search.ts';
import type { Hit } from '../../src/retrieval/search.ts';
import { dictionaryOf } from '../../src/retrieval/snapshot.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { keptLog } from './kept-log.ts';
import { writeFiles } from './temporary-folder.ts';

/** A few entries, because reading the bundled ones takes half a second. */
export const LEXICON: LexiconFiles = {
  hash: 'test',
  files: [
    {
      name: 't.tsv',
      text: [
        'english\tpos\tsorani',
        'water\tnoun\tئاو',
        'river\tnoun\tڕووبار; چەم',
        'delegation\tnoun\tوەفد; شاند',
        'prime minister\tnoun\tسەرۆک وەزیران',
        'minister\tnoun\tوەزیر',
        'baghdad\tname\tبەغدا',
      ].join('\n'),
    },
  ],
};

export const EMBEDDINGS = new LocalEmbeddings();

/** One passage each, about things that share no content word. */
export const RIVER = 'ڕووباری زێ لە چیاکانی باکوورەوە سەرچاوە دەگرێت.';
export const SCHOOL = 'قوتابخانەیەکی نوێ لە گەڕەکی ئازادی کرایەوە.';
export const MARKET = 'نرخی گەنم لە بازاڕ بەرز بووەوە.';
export const FILES: Readonly<Record<string, string>> = {
  'land.ckb.txt': `${RIVER}\n\n${MARKET}\n`,
  'town.ckb.txt': SCHOOL,
};
/** What RIVER answers, and nothing else. */
export const RIVER_QUESTION = 'ڕووباری زێ لە کوێوە سەرچاوە دەگرێت؟';

/** `documents` and `index` of one corpus. */
export interface Place {
  readonly documents: string;
  readonly index: string;
}

/** A place below a folder, with documents and without an index. */
export function createPlace(
  folder: string,
  files: Readonly<Record<string, string | Buffer>> = FILES,
): Place {
  const root = mkdtempSync(join(folder, 'place-'));
  return { documents: writeDocuments(join(root, 'documents'), files), index: join(root, 'index') };
}

/** Makes a folder hold these documents and no others. */
export function writeDocuments(
  documents: string,
  files: Readonly<Record<string, string | Buffer>>,
): string {
  rmSync(documents, { recursive: true, force: true });
  return writeFiles(documents, files);
}

/** A real manager over a place; `lines` holds what it says but the note that hnswlib-node is missing. */
export async function openPlace(
  place: Place,
  changes: Partial<IndexOptions> = {},
): Promise<{ manager: IndexManager; lines: string[] }> {
  const { log, lines } = keptLog();
  const manager = await IndexManager.create({
    documentsDirectory: place.documents,
    indexDirectory: place.index,
    embeddings: EMBEDDINGS,
    lexicon: LEXICON,
    log,
    ...changes,
  });
  lines.length = 0;
  return { manager, lines };
}

/** There are no gold questions here. */
function answersNothing(): never {
  throw new Error('Nothing is to be answered here.');
}

/** Brings an index up to date in this process, as `index` does; another outcome than a new or an unchanged snapshot is a failure. */
export async function update(
  manager: IndexManager,
  { force = false }: { force?: boolean } = {},
): Promise<{ name: string; report: IndexReport }> {
  const outcome = await releaseHere(
    { manager, answererOver: answersNothing, log: keptLog().log },
    { force, accept: false, patienceInMs: 0 },
  );
  const report = reportOrThrow(outcome);
  return { name: 'snapshot' in outcome ? outcome.snapshot : '', report };
}

/** What a snapshot is built with here, besides documents. */
export const TOOLS: BuildTools = {
  embeddings: EMBEDDINGS,
  dimensions: EMBEDDINGS.dimensions,
  lexicon: LEXICON,
  hnswlib: null,
};

/** A snapshot in memory of a folder's documents. */
export async function snapshotOf(
  documents: string,
  changes: Partial<BuildTools> = {},
): Promise<Snapshot> {
  const corpus = parseCorpus(await readCorpusFiles(documents));
  return (await buildSnapshot(corpus, { ...TOOLS, ...changes })).snapshot;
}

/** The hits for a question, best first. */
export async function find(
  snapshot: Snapshot,
  question: string,
  document?: string,
): Promise<readonly Hit[]> {
  const query = readQuery(question, dictionaryOf(snapshot));
  return (await search(snapshot, EMBEDDINGS, query, { top: 10, document })).hits;
}

/** The text of the best hit. */
export async function best(snapshot: Snapshot, question: string): Promise<string | null> {
  const [hit] = await find(snapshot, question);
  return hit?.passage.text ?? null;
}

/** The names of the finished snapshots in a manager's folder, oldest first. */
export function finishedSnapshots(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('unfinished-'))
    .map((entry) => entry.name)
    .toSorted();
}

/** Everything in a manager's folder that is neither a finished snapshot nor the pointer. */
export function leftovers(directory: string): string[] {
  const snapshots = new Set(finishedSnapshots(directory));
  return readdirSync(directory).filter((name) => name !== 'current.json' && !snapshots.has(name));
}
