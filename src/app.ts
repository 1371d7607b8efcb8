import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { AnswerLanguage } from './answering/answer.ts';
import { createAnswerer } from './answering/answerer.ts';
import type { ExplainingAnswerer } from './answering/answerer.ts';
import { degradedNote } from './answering/degraded-note.ts';
import type { DocumentListing } from './answering/document-listing.ts';
import type { ModelComposer } from './answering/model/model-composer.ts';
import type { OpenIndex } from './cli/services.ts';
import type { Settings } from './config.ts';
import type { DocumentDescription, DocumentId } from './corpus/document.ts';
import type { EvaluationReport } from './evaluation/report.ts';
import { runEvaluation } from './evaluation/run-evaluation.ts';
import type { EvaluationOptions } from './evaluation/run-evaluation.ts';
import { Headwords } from './language/glossary.ts';
import type { Log } from './log.ts';
import { createMessages } from './messages.ts';
import type { Messages } from './messages.ts';
import { createConfiguredChat, createConfiguredEmbeddings } from './models.ts';
import { onlyOnce } from './only-once.ts';
import { formatCheck } from './proof/format-check.ts';
import { createQuoteChecker } from './proof/quote-checker.ts';
import type { ReleaseParts } from './release/prepare.ts';
import type { Releases } from './release/release.ts';
import type { PassageEmbeddings } from './retrieval/embeddings.ts';
import { IndexManager } from './retrieval/index-manager.ts';
import { LiveIndex } from './retrieval/live-index.ts';
import { readQuery } from './retrieval/query.ts';
import { readLexicon } from './retrieval/read-lexicon.ts';
import { search } from './retrieval/search.ts';
import { dictionaryOf } from './retrieval/snapshot.ts';

/** What the composition root is given: nothing here reads the environment. */
export interface AppParts {
  readonly settings: Settings;
  /** `data` of the package. */
  readonly dataDirectory: string;
  /** `prompts` of the package. */
  readonly promptsDirectory: string;
  readonly log: Log;
}

/** The product, put together over one index. */
export interface Pirsyar extends OpenIndex {
  readonly answerer: ExplainingAnswerer;
  readonly manager: IndexManager;
  readonly index: LiveIndex;
  readonly embeddings: PassageEmbeddings;
  /** The English headwords of the term table; read when they are first needed. */
  readonly headwords: () => Promise<Headwords>;
  /** The documents that are served now. */
  readonly documents: () => DocumentListing[];
  /** Questions that the documents answer. */
  readonly examples: (language: AnswerLanguage) => string[];
}

/**
 * Opens the index, building it where needed.
 *
 * @param opening `servesOn`: the index of before may serve where no document is left.
 * @throws {PirsyarError} if there is no document to serve.
 */
export async function openPirsyar(
  parts: AppParts,
  opening: { readonly servesOn?: boolean } = {},
): Promise<Pirsyar> {
  const embeddings = await createConfiguredEmbeddings(parts);
  const manager = await createIndexManager(parts, embeddings);
  const index = await LiveIndex.open(manager, opening);
  const snapshot = (): LiveIndex['snapshot'] => index.snapshot;
  const describe = (document: DocumentId): DocumentDescription['title'] =>
    snapshot().documents.get(document)?.description.title ?? { ckb: document, en: document };
  const messages = await readMessages(parts.dataDirectory, 'answering');
  const headwords = createHeadwords(parts.dataDirectory);
  const answerer = createAnswerer({
    snapshot,
    embeddings,
    messages,
    headwords,
    model: await openModelComposer(parts, embeddings),
    log: parts.log,
  });
  const checkWords = await readMessages(parts.dataDirectory, 'checking');
  return {
    answerer,
    note: (answer) => degradedNote(answer, messages),
    manager,
    index,
    embeddings,
    headwords,
    quotes: {
      ...createQuoteChecker({ snapshot }),
      format: (check) => formatCheck(check, checkWords, describe),
    },
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
        date: description.date,
      })),
    examples: (language) =>
      [...snapshot().documents.values()].flatMap(
        ({ description }) => description.examples[language],
      ),
  };
}

/** Null where no model is wanted: nothing of it is loaded then. */
async function openModelComposer(
  parts: AppParts,
  embeddings: PassageEmbeddings,
): Promise<ModelComposer | null> {
  const chat = await createConfiguredChat(parts);
  if (chat === null) return null;
  const { createModelComposer } = await import('./answering/model/model-composer.ts');
  const { createPrompts } = await import('./answering/model/prompts.ts');
  return createModelComposer({
    chat,
    prompts: createPrompts(parts.promptsDirectory),
    embeddings,
    patienceInMs: parts.settings.chat.timeoutInMs,
    log: parts.log,
  });
}

/** The manager of the configured index, without opening anything. */
export async function createIndexManager(
  parts: AppParts,
  configured?: PassageEmbeddings,
): Promise<IndexManager> {
  const { settings, dataDirectory, log } = parts;
  const embeddings = configured ?? (await createConfiguredEmbeddings(parts));
  const { documentsDirectory, uploadsDirectory, indexDirectory, keptSnapshots } = settings;
  const lexicon = await readLexicon(join(dataDirectory, 'lexicon'));
  return IndexManager.create({
    documentsDirectory,
    uploadsDirectory,
    indexDirectory,
    embeddings,
    lexicon,
    keptSnapshots,
    log,
  });
}

/** What a process makes releases with; `manager` is that of an index it has open. */
export async function createReleaseParts(
  parts: AppParts,
  manager?: IndexManager,
): Promise<ReleaseParts> {
  const { dataDirectory, log } = parts;
  const own = manager ?? (await createIndexManager(parts));
  const headwords = createHeadwords(dataDirectory);
  return {
    manager: own,
    log,
    answererOver: async (snapshot) =>
      createAnswerer({
        snapshot: () => snapshot,
        embeddings: own.embeddings,
        messages: await readMessages(dataDirectory, 'answering'),
        headwords,
        model: null,
        log,
      }),
  };
}

/** The releases of a process that serves an index; each is built in a process of its own, with the same settings. */
export async function openReleases(
  parts: AppParts,
  { manager, index }: Pirsyar,
): Promise<Releases> {
  const { createReleases } = await import('./release/releases.ts');
  const { log, ...setup } = parts;
  return createReleases({ manager, live: index, builder: { setup }, log });
}

/** The English headwords of the term table; read when they are first needed. */
function createHeadwords(dataDirectory: string): () => Promise<Headwords> {
  return onlyOnce(async () => {
    const { files } = await readLexicon(join(dataDirectory, 'lexicon'));
    return new Headwords(files);
  });
}

/** Which files hold the words of a part. */
const MESSAGE_FILES = {
  answering: ['answering'],
  checking: ['checking'],
  documents: ['documents'],
  insight: ['insight'],
  telegram: [
    'telegram',
    'documents',
    'releases',
    'roles',
    'reports',
    'follow',
    'insight',
    'checking',
  ],
  terminal: ['terminal'],
} as const;

/** The words of one part of the program, in both languages. `isolate`: see createMessages. */
export async function readMessages(
  dataDirectory: string,
  part: keyof typeof MESSAGE_FILES,
  options: { isolate?: boolean } = {},
): Promise<Record<AnswerLanguage, Messages>> {
  const read = async (language: AnswerLanguage): Promise<Messages> => {
    const files = MESSAGE_FILES[part].map((name) =>
      readFile(join(dataDirectory, 'messages', language, `${name}.ftl`), 'utf8'),
    );
    return createMessages(language, await Promise.all(files), options);
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
      const settings = { ...parts.settings, ...folders, uploadsDirectory: null };
      const { answerer, search: find, index } = await openPirsyar({ ...parts, settings });
      const { documents: sources, passages } = index.snapshot;
      return { answerer, search: find, sources, passages: passages.length };
    },
  });
}
