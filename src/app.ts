import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { AnswerLanguage } from './answering/answer.ts';
import { createAnswerer } from './answering/answerer.ts';
import type { ExplainingAnswerer } from './answering/answerer.ts';
import type { OpenIndex } from './cli/services.ts';
import type { Settings } from './config.ts';
import type { DocumentDescription, DocumentId } from './corpus/document.ts';
import type { EvaluationReport } from './evaluation/report.ts';
import { runEvaluation } from './evaluation/run-evaluation.ts';
import type { EvaluationOptions } from './evaluation/run-evaluation.ts';
import type { Log } from './log.ts';
import { createMessages } from './messages.ts';
import type { Messages } from './messages.ts';
import { IndexManager } from './retrieval/index-manager.ts';
import { LiveIndex } from './retrieval/live-index.ts';
import { LocalEmbeddings } from './retrieval/local-embeddings.ts';
import { readQuery } from './retrieval/query.ts';
import { readLexicon } from './retrieval/read-lexicon.ts';
import { search } from './retrieval/search.ts';
import { dictionaryOf } from './retrieval/snapshot.ts';

/** What the composition root is given: nothing here reads the environment. */
export interface AppParts {
  readonly settings: Settings;
  /** `data` of the package. */
  readonly dataDirectory: string;
  readonly log: Log;
}

/** The product, put together over one index. */
export interface Pirsyar extends OpenIndex {
  readonly answerer: ExplainingAnswerer;
  readonly index: LiveIndex;
  /** The documents that are served now. */
  readonly documents: () => {
    readonly id: DocumentId;
    readonly title: DocumentDescription['title'];
  }[];
  /** Questions that the documents answer. */
  readonly examples: (language: AnswerLanguage) => string[];
}

/** Opens the index, building it where needed. @throws {PirsyarError} if there is no document to serve. */
export async function openPirsyar(parts: AppParts): Promise<Pirsyar> {
  const embeddings = new LocalEmbeddings();
  const index = await LiveIndex.open(await createIndexManager(parts, embeddings));
  const snapshot = (): LiveIndex['snapshot'] => index.snapshot;
  const describe = (document: DocumentId): DocumentDescription['title'] =>
    snapshot().documents.get(document)?.description.title ?? { ckb: document, en: document };
  const answerer = createAnswerer({
    snapshot,
    embeddings,
    messages: await readMessages(parts.dataDirectory, 'answering'),
    degraded:
      parts.settings.chatModel === null ? null : { cause: 'this version has no model composer' },
  });
  return {
    answerer,
    index,
    search: async (query, options) => {
      const serving = snapshot();
      const read = readQuery(query, dictionaryOf(serving));
      return (await search(serving, embeddings, read, options)).hits;
    },
    title: describe,
    documents: () =>
      [...snapshot().documents.values()].map(({ id, description }) => ({
        id,
        title: description.title,
      })),
    examples: (language) =>
      [...snapshot().documents.values()].flatMap(
        ({ description }) => description.examples[language],
      ),
  };
}

/** The manager of the configured index, without opening anything. */
export async function createIndexManager(
  { settings, dataDirectory, log }: AppParts,
  embeddings = new LocalEmbeddings(),
): Promise<IndexManager> {
  const { documentsDirectory, indexDirectory } = settings;
  const lexicon = await readLexicon(join(dataDirectory, 'lexicon'));
  return IndexManager.create({ documentsDirectory, indexDirectory, embeddings, lexicon, log });
}

/** The words of one part of the program, in both languages. `isolate`: see createMessages. */
export async function readMessages(
  dataDirectory: string,
  part: 'answering' | 'telegram' | 'terminal',
  options: { isolate?: boolean } = {},
): Promise<Record<AnswerLanguage, Messages>> {
  const read = async (language: AnswerLanguage): Promise<Messages> => {
    const file = join(dataDirectory, 'messages', language, `${part}.ftl`);
    return createMessages(language, [await readFile(file, 'utf8')], options);
  };
  return { ckb: await read('ckb'), en: await read('en') };
}

/** Scores question sets and bitexts, each over an index in a folder of its own. @throws {UsageError} if a file is bad. */
export async function evaluate(
  parts: AppParts,
  options: EvaluationOptions,
): Promise<EvaluationReport> {
  return runEvaluation(options, {
    dataDirectory: parts.dataDirectory,
    open: async (folders) => {
      const settings = { ...parts.settings, ...folders };
      const { answerer, search: find, index } = await openPirsyar({ ...parts, settings });
      const { documents: sources, passages } = index.snapshot;
      return { answerer, search: find, sources, passages: passages.length };
    },
  });
}
