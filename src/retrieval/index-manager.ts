import { join } from 'node:path';

import type { Corpus } from '../corpus/corpus.ts';
import { readCorpusFiles } from '../corpus/read-files.ts';
import type { CorpusFiles } from '../corpus/read-files.ts';
import { PirsyarError } from '../errors.ts';
import { acquireFileLock } from '../file-lock.ts';
import type { FileLock } from '../file-lock.ts';
import type { Log } from '../log.ts';
import { buildSnapshot } from './build-snapshot.ts';
import type { BuiltSnapshot, LexiconFiles } from './build-snapshot.ts';
import { corpusFolder } from './corpus-folder.ts';
import { EmbeddingError } from './embeddings.ts';
import type { PassageEmbeddings } from './embeddings.ts';
import { loadHnswlib, SPACE } from './hnsw-index.ts';
import { logFailures, logWarnings, reportOf } from './index-report.ts';
import type { IndexReport } from './index-report.ts';
import { documentRecords, documentsToIndex } from './indexed-documents.ts';
import { LocalEmbeddings } from './local-embeddings.ts';
import { FORMAT, mismatch, staleness } from './manifest.ts';
import type { Recipe } from './manifest.ts';
import { pipelineFingerprint } from './pipeline.ts';
import { SnapshotStore } from './snapshot-store.ts';
import type { StoredSnapshot } from './snapshot-store.ts';
import type { Snapshot } from './snapshot.ts';

/** Where documents and indexes are, and what indexes are made with. */
export interface IndexOptions {
  readonly documentsDirectory: string;
  readonly indexDirectory: string;
  readonly embeddings: PassageEmbeddings;
  readonly lexicon: LexiconFiles;
  readonly log: Log;
  /** How long to wait for another builder. Default 60,000. */
  readonly patienceInMs?: number;
}

/** A snapshot ready to serve. `name` is null where it lives in memory only. */
interface OpenedIndex {
  readonly snapshot: Snapshot;
  readonly name: string | null;
}

/** How an index stands, without building anything. */
export interface IndexState {
  readonly directory: string;
  readonly vectorIndex: 'hnsw' | 'exact';
  /** Why it would be rebuilt, as a clause; null where it is fresh. */
  readonly reason: string | null;
  /** Why it can't be saved, as a clause; null where it can. */
  readonly unwritable: string | null;
}

const PATIENCE_IN_MS = 60_000;

/** Opens the index of one documents folder, and builds it where it is missing, stale or damaged. */
export class IndexManager {
  readonly #options: IndexOptions;
  readonly #store: SnapshotStore;
  readonly #hnswlib: Awaited<ReturnType<typeof loadHnswlib>>;
  readonly #recipe: Recipe;

  private constructor(
    options: IndexOptions,
    store: SnapshotStore,
    hnswlib: Awaited<ReturnType<typeof loadHnswlib>>,
  ) {
    const { id, dimensions } = options.embeddings;
    this.#options = options;
    this.#store = store;
    this.#hnswlib = hnswlib;
    this.#recipe = {
      format: FORMAT,
      pipeline: pipelineFingerprint(),
      lexicon: options.lexicon.hash,
      embedding: { id, dimensions, space: SPACE },
      vectorIndex: hnswlib === null ? 'exact' : 'hnsw',
    };
  }

  static async create(options: IndexOptions): Promise<IndexManager> {
    const hnswlib = await loadHnswlib();
    if (hnswlib === null) {
      options.log.info('hnswlib-node is missing: the exact vector index serves.');
    }
    const folder = await corpusFolder(options.documentsDirectory);
    const store = new SnapshotStore(join(options.indexDirectory, folder));
    return new IndexManager(options, store, hnswlib);
  }

  /** Where this corpus's snapshots are. */
  get directory(): string {
    return this.#store.directory;
  }

  /** The name of the snapshot on disk that serves now; null where there is none. */
  currentName(): Promise<string | null> {
    return this.#store.currentName();
  }

  /** @throws {PirsyarError} if the documents folder can't be read. */
  async inspect(): Promise<IndexState> {
    const files = await readCorpusFiles(this.#options.documentsDirectory);
    const { reason } = await this.#examine(files);
    const unwritable = await this.#store.checkWritable().then(() => null, messageOf);
    const { vectorIndex } = this.#recipe;
    return { directory: this.directory, vectorIndex, reason, unwritable };
  }

  /**
   * A snapshot of the documents as they are now: from disk where it is fresh, else built. Where the embeddings can't be had, what can
   * be served without them.
   *
   * @throws {PirsyarError} if there is no document to serve.
   */
  async open(): Promise<OpenedIndex> {
    const files = await readCorpusFiles(this.#options.documentsDirectory);
    const opened = (await this.#loadFresh(files)) ?? (await this.#buildOrServeOn(files));
    logFailures(this.#options.log, opened.snapshot, files.failed);
    logWarnings(this.#options.log, opened.snapshot);
    return opened;
  }

  /**
   * Loads the snapshot that `current.json` names, whatever the documents are now; null where it can't serve: it is damaged, or
   * another version of the program built it.
   */
  async reload(): Promise<OpenedIndex | null> {
    try {
      return await this.#loadAsItIs();
    } catch (error) {
      this.#options.log.warn(`The new index was not taken up: ${messageOf(error)}.`);
      return null;
    }
  }

  /**
   * Builds and saves where the documents have changed, or always with `force`.
   *
   * @throws {PirsyarError} if there is no document to serve, the embeddings can't be had or the index can't be written.
   */
  async update({ force }: { force: boolean }): Promise<OpenedIndex & { report: IndexReport }> {
    const started = performance.now();
    const files = await readCorpusFiles(this.#options.documentsDirectory);
    const before = await this.#store.current().catch(() => null);
    const opened =
      (force ? null : await this.#loadFresh(files)) ?? (await this.#rebuild(files, { force }));
    if (opened.name === null) {
      throw new PirsyarError(
        `The index was built but not saved in ${this.directory}: see the line above, and set INDEX_DIR to a folder that can be written.`,
      );
    }
    const { snapshot } = opened;
    logWarnings(this.#options.log, snapshot);
    const report: IndexReport = {
      ...reportOf(snapshot, before?.manifest ?? null, files.failed),
      elapsedMs: performance.now() - started,
    };
    return { ...opened, report };
  }

  async #examine(
    files: CorpusFiles,
  ): Promise<{ stored: StoredSnapshot | null; reason: string | null }> {
    try {
      const stored = await this.#store.current();
      if (stored === null) return { stored: null, reason: 'there is none yet' };
      return { stored, reason: staleness(stored.manifest, this.#recipe, files.documents) };
    } catch (error) {
      return { stored: null, reason: messageOf(error) };
    }
  }

  /** The stored snapshot where it is whole and fresh, else null, with a line that says why it will be built. */
  async #loadFresh(files: CorpusFiles): Promise<OpenedIndex | null> {
    if (files.documents.length === 0) return null;
    const { stored, reason } = await this.#examine(files);
    if (stored !== null && reason === null) {
      try {
        return await this.#load(stored);
      } catch (error) {
        this.#announce(messageOf(error));
        return null;
      }
    }
    this.#announce(reason ?? 'there is none yet');
    return null;
  }

  #announce(reason: string): void {
    this.#options.log.info(`Building the index, because ${reason}.`);
  }

  /** The stored snapshot, whatever the documents are now; null where there is none. @throws {PirsyarError} if it can't serve. */
  async #loadAsItIs(): Promise<OpenedIndex | null> {
    const stored = await this.#store.current();
    if (stored === null) return null;
    const reason = mismatch(stored.manifest, this.#recipe);
    if (reason !== null) throw new PirsyarError(reason);
    return await this.#load(stored);
  }

  /** Builds; where the embeddings can't be had, the index of before serves on, or else one with the local embeddings, in memory. */
  async #buildOrServeOn(files: CorpusFiles): Promise<OpenedIndex> {
    try {
      return await this.#rebuild(files, { force: false });
    } catch (error) {
      if (!(error instanceof EmbeddingError)) throw error;
      const { log } = this.#options;
      const before = await this.#loadAsItIs().catch(() => null);
      if (before !== null) {
        log.warn(`The index of before serves on, without what has changed: ${error.message}`);
        return before;
      }
      log.warn(`The local embeddings serve, from memory: ${error.message}`);
      const embeddings = new LocalEmbeddings();
      const { snapshot } = await this.#buildInMemory(this.#parse(files), embeddings);
      const standIn = { embeddings, cause: error.message };
      return { snapshot: { ...snapshot, standIn }, name: null };
    }
  }

  async #load(stored: StoredSnapshot): Promise<OpenedIndex> {
    return { snapshot: await this.#store.load(stored, this.#hnswlib), name: stored.name };
  }

  async #rebuild(files: CorpusFiles, { force }: { force: boolean }): Promise<OpenedIndex> {
    const lock = await this.#lock();
    try {
      // Another process may have built while this one waited.
      const { stored, reason } = await this.#examine(files);
      if (!force && lock !== null && stored !== null && reason === null) {
        const loaded = await this.#load(stored).catch(() => null);
        if (loaded !== null) return loaded;
      }
      return await this.#build(files, lock !== null);
    } finally {
      await lock?.release();
    }
  }

  async #lock(): Promise<FileLock | null> {
    const { log, patienceInMs = PATIENCE_IN_MS } = this.#options;
    try {
      const lock = await acquireFileLock(join(this.directory, 'build.lock'), { patienceInMs });
      if (lock === null) log.warn('Another process is still building: serving from memory.');
      return lock;
    } catch (error) {
      log.warn(`The index folder can't be written (${messageOf(error)}): serving from memory.`);
      return null;
    }
  }

  async #build(files: CorpusFiles, save: boolean): Promise<OpenedIndex> {
    const corpus = this.#parse(files);
    const { embeddings, log } = this.#options;
    const built = await this.#buildInMemory(corpus, embeddings);
    if (!save) return { snapshot: built.snapshot, name: null };
    try {
      const name = await this.#store.save(built, this.#recipe, documentRecords(files, corpus));
      return { snapshot: built.snapshot, name };
    } catch (error) {
      log.warn(`The index could not be saved (${messageOf(error)}): serving from memory.`);
      return { snapshot: built.snapshot, name: null };
    }
  }

  #parse(files: CorpusFiles): Corpus {
    return documentsToIndex(files, this.#options.documentsDirectory);
  }

  #buildInMemory(corpus: Corpus, embeddings: PassageEmbeddings): Promise<BuiltSnapshot> {
    const { dimensions } = embeddings;
    const { lexicon } = this.#options;
    return buildSnapshot(corpus, { embeddings, dimensions, lexicon, hnswlib: this.#hnswlib });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
