import { randomUUID } from 'node:crypto';
import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import {
  removeEmpty,
  removeFolder,
  sha256,
  syncDirectory,
  writeDurably,
} from '../durable-files.ts';
import { ensureDirectory } from '../ensure-directory.ts';
import { PirsyarError } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { BuiltSnapshot } from './build-snapshot.ts';
import { ExactIndex } from './exact-index.ts';
import { HnswIndex } from './hnsw-index.ts';
import type { loadHnswlib } from './hnsw-index.ts';
import { FORMAT, isManifest } from './manifest.ts';
import type { DocumentRecord, Manifest, Recipe } from './manifest.ts';
import {
  decodeCorpus,
  decodeLexicon,
  decodeVectors,
  decodeWords,
  SNAPSHOT_FILES,
} from './snapshot-files.ts';
import type { Snapshot } from './snapshot.ts';
import { tableSize } from './vector-index.ts';
import type { VectorIndex, VectorTable } from './vector-index.ts';
import { writeSnapshotFiles } from './write-snapshot.ts';

/** `current.json`: which snapshot serves, and the SHA-256 of its manifest. Swapped by rename, so always whole. */
interface Pointer {
  readonly snapshot: string;
  readonly manifest: string;
}

/** A snapshot on disk whose manifest has been read and checked; its files have not. */
export interface StoredSnapshot {
  readonly name: string;
  readonly manifest: Manifest;
}

type Hnswlib = Awaited<ReturnType<typeof loadHnswlib>>;

const POINTER = 'current.json';
const MANIFEST = 'manifest.json';
/** A name that can't lead out of the folder. */
const SAFE_NAME = /^[\w-]+$/u;
const UNFINISHED = 'unfinished-';
/** The serving snapshot, and the one before it: a reader may still be opening that. */
const KEPT = 2;

/** The snapshots of one documents folder: `<name>/…` beside `current.json`, which names the serving one. */
export class SnapshotStore {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** The serving snapshot; null where there is none. @throws {PirsyarError} if it is damaged. */
  async current(): Promise<StoredSnapshot | null> {
    const pointer = await this.#readPointer();
    if (pointer === null) return null;
    const bytes = await readFile(join(this.directory, pointer.snapshot, MANIFEST)).catch(damaged);
    if (sha256(bytes) !== pointer.manifest) throw damage(MANIFEST);
    const manifest = parseManifest(bytes);
    return { name: pointer.snapshot, manifest };
  }

  /** Tries whether the folder can be written, and leaves nothing behind. @throws the file system's error where it can't. */
  async checkWritable(): Promise<void> {
    const probe = join(this.directory, `${UNFINISHED}${randomUUID()}`);
    const made = await ensureDirectory(probe);
    if (made !== null) await removeEmpty(probe, made);
  }

  /** The name of the serving snapshot, unchecked; null where none can be read. Cheap enough to ask every second. */
  async currentName(): Promise<string | null> {
    try {
      return (await this.#readPointer())?.snapshot ?? null;
    } catch {
      return null;
    }
  }

  /** Reads a snapshot, each file checked before it is used. @throws {PirsyarError} if one is damaged. */
  async load(stored: StoredSnapshot, hnswlib: Hnswlib): Promise<Snapshot> {
    const { manifest } = stored;
    const read = (name: string): Promise<Buffer> => this.#readChecked(stored, name);
    const documents = decodeCorpus(await read(SNAPSHOT_FILES.corpus));
    const words = decodeWords(await read(SNAPSHOT_FILES.words));
    const lexicon = decodeLexicon(await read(SNAPSHOT_FILES.lexicon));
    const { table, owners } = decodeVectors(await read(SNAPSHOT_FILES.vectors));
    const problems = manifest.documents.flatMap(({ id, warnings }) =>
      warnings.map((reason) => ({ document: id, reason })),
    );
    return {
      documents: new Map(documents.map((document) => [document.id, document])),
      passages: documents.flatMap((document) => document.passages),
      words,
      vectors: await this.#loadVectors(stored, table, hnswlib),
      vectorOwners: owners,
      lexicon,
      failed: manifest.documents.flatMap(({ id, failure }) =>
        failure === null ? [] : [{ document: id, reason: failure }],
      ),
      warnings: problems,
    };
  }

  async #loadVectors(
    stored: StoredSnapshot,
    table: VectorTable,
    hnswlib: Hnswlib,
  ): Promise<VectorIndex> {
    if (hnswlib === null || stored.manifest.vectorIndex === 'exact') return new ExactIndex(table);
    await this.#readChecked(stored, SNAPSHOT_FILES.graph);
    return HnswIndex.read(hnswlib, join(this.directory, stored.name, SNAPSHOT_FILES.graph), {
      dimensions: table.dimensions,
      size: tableSize(table),
    });
  }

  /**
   * Writes a snapshot beside the serving one, reads it back, and only then lets `current.json` name it.
   * The caller holds the build lock.
   *
   * @throws the file system's error or {PirsyarError}; the snapshot that served before serves on.
   */
  async save(
    built: BuiltSnapshot,
    recipe: Recipe,
    documents: readonly DocumentRecord[],
  ): Promise<string> {
    const name = `${Date.now().toString(36)}-${randomUUID().slice(0, 8)}`;
    const unfinished = join(this.directory, UNFINISHED + name);
    await ensureDirectory(unfinished);
    try {
      const files = await writeSnapshotFiles(unfinished, built);
      const manifest: Manifest = {
        ...recipe,
        documents,
        passages: built.snapshot.passages.length,
        vectors: tableSize(built.vectorTable),
        files,
      };
      const bytes = Buffer.from(JSON.stringify(manifest, null, 2));
      await writeDurably(join(unfinished, MANIFEST), bytes);
      await rename(unfinished, join(this.directory, name));
      await this.#point({ snapshot: name, manifest: sha256(bytes) });
    } catch (error) {
      await this.#discard(name);
      throw error;
    }
    // What can't be removed is in nobody's way, and the new snapshot serves.
    await this.#sweep(name).catch(() => {});
    return name;
  }

  async #readPointer(): Promise<Pointer | null> {
    const bytes = await readFile(join(this.directory, POINTER)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      return damaged(error);
    });
    return bytes === null ? null : parsePointer(bytes);
  }

  async #readChecked({ name, manifest }: StoredSnapshot, file: string): Promise<Buffer> {
    const record = manifest.files[file];
    const bytes = await readFile(join(this.directory, name, file)).catch(damaged);
    if (bytes.length !== record?.bytes || sha256(bytes) !== record.sha256) throw damage(file);
    return bytes;
  }

  async #point(pointer: Pointer): Promise<void> {
    const beside = join(this.directory, `${UNFINISHED}${pointer.snapshot}.json`);
    const file = join(this.directory, POINTER);
    await writeDurably(beside, Buffer.from(JSON.stringify(pointer)));
    await removeFolder(file);
    await rename(beside, file);
    await syncDirectory(this.directory);
  }

  /** Removes what a save that failed has left, so that failing again and again doesn't fill the disk. */
  async #discard(name: string): Promise<void> {
    const unfinished = join(this.directory, UNFINISHED + name);
    const left = [unfinished, `${unfinished}.json`];
    if ((await this.currentName()) !== name) left.push(join(this.directory, name));
    for (const path of left) await rm(path, { recursive: true, force: true });
  }

  /** Removes all but the newest snapshots, and what killed builders left. */
  async #sweep(serving: string): Promise<void> {
    const entries = await readdir(this.directory, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const finished = names.filter((name) => !name.startsWith(UNFINISHED) && name !== serving);
    const old = finished.toSorted().slice(0, Math.max(0, finished.length - (KEPT - 1)));
    const left = entries.map((entry) => entry.name).filter((name) => name.startsWith(UNFINISHED));
    for (const name of [...old, ...left]) {
      await rm(join(this.directory, name), { recursive: true, force: true });
    }
  }
}

function parseManifest(bytes: Buffer): Manifest {
  const value = parseJson(bytes);
  if (isManifest(value)) return value;
  const isForeign = isJsonObject(value) && value['format'] !== FORMAT;
  throw isForeign ? new PirsyarError('it has another format') : damage(MANIFEST);
}

function parsePointer(bytes: Buffer): Pointer {
  const value = parseJson(bytes);
  const { snapshot, manifest } = isJsonObject(value) ? value : {};
  if (typeof snapshot === 'string' && typeof manifest === 'string' && SAFE_NAME.test(snapshot)) {
    return { snapshot, manifest };
  }
  throw damage(POINTER);
}

/** What a file holds; null where it is no JSON, which is as damaged as the wrong JSON. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function damage(file: string, cause?: unknown): PirsyarError {
  return new PirsyarError(`it is damaged (${file})`, { cause });
}

function damaged(cause: unknown): never {
  throw damage('a file is missing or can’t be read', cause);
}
