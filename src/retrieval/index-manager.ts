import { join } from 'node:path';

import type { Corpus } from '../corpus/corpus.ts';
import { readCorpusFiles } from '../corpus/read-files.ts';
import type { CorpusFiles } from '../corpus/read-files.ts';
import { PirsyarError, messageOf } from '../errors.ts';
import { acquireFileLock } from '../file-lock.ts';
import type { FileLock } from '../file-lock.ts';
import { corpusFolder } from './corpus-folder.ts';
import { EmbeddingError } from './embeddings.ts';
import type { PassageEmbeddings } from './embeddings.ts';
import { loadHnswlib } from './hnsw-index.ts';
import { documentFolders, recipeOf } from './index-options.ts';
import type { IndexOptions } from './index-options.ts';
import { logFailures, logWarnings } from './index-report.ts';
import { NoDocumentsError } from './indexed-documents.ts';
import { LocalEmbeddings } from './local-embeddings.ts';
import { makeSnapshot } from './make-snapshot.ts';
import type { MadeSnapshot, Making } from './make-snapshot.ts';
import { documentsFingerprint, mismatch, staleness } from './manifest.ts';
import type { Recipe } from './manifest.ts';
import { SnapshotStore } from './snapshot-store.ts';
import type { StoredSnapshot } from './snapshot-store.ts';
import type { Snapshot } from './snapshot.ts';

/** A snapshot ready to serve. `name` is null where it lives in memory only. */
export interface OpenedIndex {
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
    this.#options = options;
    this.#store = store;
    this.#hnswlib = hnswlib;
    this.#recipe = recipeOf(options, hnswlib === null ? 'exact' : 'hnsw');
  }

  static async create(options: IndexOptions): Promise<IndexManager> {
    const hnswlib = await loadHnswlib();
    if (hnswlib === null) {
      options.log.info('hnswlib-node is missing: the exact vector index serves.');
    }
    const folder = await corpusFolder(options.documentsDirectory);
    const { keptSnapshots } = options;
    const store = new SnapshotStore(
      join(options.indexDirectory, folder),
      keptSnapshots === undefined ? {} : { kept: keptSnapshots },
    );
    return new IndexManager(options, store, hnswlib);
  }

  /** This corpus's snapshots. */
  get store(): SnapshotStore {
    return this.#store;
  }

  /** The embeddings it is configured with. */
  get embeddings(): PassageEmbeddings {
    return this.#options.embeddings;
  }

  /** The folders that documents are read from, the one that counts more first. */
  get documentFolders(): readonly string[] {
    return documentFolders(this.#options);
  }

  /** Where this corpus's snapshots are. */
  get directory(): string {
    return this.#store.directory;
  }

  /** @throws {PirsyarError} if the documents folder can't be read. */
  async inspect(): Promise<IndexState> {
    const files = await this.readFiles();
    const { reason } = await this.#examine(files);
    const unwritable = await this.#store.checkWritable().then(() => null, messageOf);
    const { vectorIndex } = this.#recipe;
    return { directory: this.directory, vectorIndex, reason, unwritable };
  }

  /**
   * A snapshot of the documents as they are now: from disk where it is fresh, else built. Where the embeddings can't be had, what can
   * be served without them.
   *
   * @param servesOn whether the index of before may serve where no document is left: a bot that didn't start could be given none.
   * @throws {PirsyarError} if there is no document to serve.
   */
  async open({ servesOn = false }: { servesOn?: boolean } = {}): Promise<OpenedIndex> {
    const files = await this.readFiles();
    const opened = (await this.#loadFresh(files)) ?? (await this.#buildOrServeOn(files, servesOn));
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

  /** The documents as they are now. @throws {PirsyarError} if their folder can't be read. */
  readFiles(): Promise<CorpusFiles> {
    const { documentsDirectory, uploadsDirectory = null } = this.#options;
    return readCorpusFiles(documentsDirectory, uploadsDirectory);
  }

  /** Why questions can't be answered from a stored snapshot here, whatever documents it holds, as a clause; null where they can. */
  mismatch({ manifest }: StoredSnapshot): string | null {
    return mismatch(manifest, this.#recipe);
  }

  /** Why a stored snapshot isn't that of these documents, as a clause; null where it is. */
  staleness({ manifest }: StoredSnapshot, { documents }: CorpusFiles): string | null {
    return staleness(manifest, this.#recipe, documents);
  }

  /** Resolves to null where another process holds it for longer than that. @throws the file system's error. */
  lock(patienceInMs: number): Promise<FileLock | null> {
    return acquireFileLock(this.lockFile, { patienceInMs });
  }

  /** What the process that builds holds. */
  get lockFile(): string {
    return join(this.directory, 'build.lock');
  }

  /** Reads a stored snapshot, each file checked. @throws {PirsyarError} if one is damaged. */
  async load(stored: StoredSnapshot): Promise<OpenedIndex> {
    return { snapshot: await this.#store.load(stored, this.#hnswlib), name: stored.name };
  }

  /**
   * Makes a snapshot and saves it beside the serving one; the caller holds the lock.
   *
   * @throws {NoDocumentsError}, {EmbeddingError}, {DiskFullError}, {PirsyarError}, the file system's error or the signal's reason; the
   *   serving one serves on.
   */
  async makeBeside(
    files: CorpusFiles,
    making: Making,
  ): Promise<{ stored: StoredSnapshot; snapshot: Snapshot; corpus: Corpus }> {
    const { built, corpus, records } = await this.#make(files, making);
    const stored = await this.#store.save(built, this.#recipe, records, making);
    return { stored, snapshot: built.snapshot, corpus };
  }

  async #examine(
    files: CorpusFiles,
  ): Promise<{ stored: StoredSnapshot | null; reason: string | null }> {
    try {
      const stored = await this.#store.current();
      if (stored === null) return { stored: null, reason: 'there is none yet' };
      const isOnPurpose = stored.insteadOf === documentsFingerprint(files.documents);
      const reason = isOnPurpose ? this.mismatch(stored) : this.staleness(stored, files);
      return { stored, reason };
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
        return await this.load(stored);
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
    const reason = this.mismatch(stored);
    if (reason !== null) throw new PirsyarError(reason);
    return await this.load(stored);
  }

  /** Builds; where the embeddings can't be had, the index of before serves on, or else one with the local embeddings, in memory. */
  async #buildOrServeOn(files: CorpusFiles, servesOn: boolean): Promise<OpenedIndex> {
    try {
      return await this.#rebuild(files);
    } catch (error) {
      const isEmpty = error instanceof NoDocumentsError;
      if (!(error instanceof EmbeddingError) && !(isEmpty && servesOn)) throw error;
      const { log } = this.#options;
      const before = await this.#loadAsItIs().catch(() => null);
      if (before !== null) {
        log.warn(`The index of before serves on, without what has changed: ${error.message}`);
        return before;
      }
      if (isEmpty) throw error;
      log.warn(`The local embeddings serve, from memory: ${error.message}`);
      const embeddings = new LocalEmbeddings();
      const { built } = await this.#make(files, { upon: null }, embeddings);
      const standIn = { embeddings, cause: error.message };
      return { snapshot: { ...built.snapshot, standIn }, name: null };
    }
  }

  async #rebuild(files: CorpusFiles): Promise<OpenedIndex> {
    const lock = await this.#lockOrWarn();
    try {
      // Another process may have built while this one waited.
      const { stored, reason } = await this.#examine(files);
      if (lock !== null && stored !== null && reason === null) {
        const loaded = await this.load(stored).catch(() => null);
        if (loaded !== null) return loaded;
      }
      return await this.#build(files, { save: lock !== null, upon: lock === null ? null : stored });
    } finally {
      await lock?.release();
    }
  }

  async #lockOrWarn(): Promise<FileLock | null> {
    const { log, patienceInMs = PATIENCE_IN_MS } = this.#options;
    try {
      const lock = await this.lock(patienceInMs);
      if (lock === null) log.warn('Another process is still building: serving from memory.');
      return lock;
    } catch (error) {
      log.warn(`The index folder can't be written (${messageOf(error)}): serving from memory.`);
      return null;
    }
  }

  async #build(
    files: CorpusFiles,
    { save, upon }: { save: boolean; upon: StoredSnapshot | null },
  ): Promise<OpenedIndex> {
    const { built, records } = await this.#make(files, { upon });
    const { snapshot } = built;
    if (!save) return { snapshot, name: null };
    try {
      const stored = await this.#store.save(built, this.#recipe, records);
      await this.#store.release(stored);
      return { snapshot, name: stored.name };
    } catch (error) {
      const { log } = this.#options;
      log.warn(`The index could not be saved (${messageOf(error)}): serving from memory.`);
      return { snapshot, name: null };
    }
  }

  #make(
    files: CorpusFiles,
    making: Making,
    embeddings: PassageEmbeddings = this.#options.embeddings,
  ): Promise<MadeSnapshot> {
    const { documentsDirectory, lexicon } = this.#options;
    const parts = { documentsDirectory, lexicon, hnswlib: this.#hnswlib, recipe: this.#recipe };
    return makeSnapshot(files, { ...parts, embeddings }, making);
  }
}
