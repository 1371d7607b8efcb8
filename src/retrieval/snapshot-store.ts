import { randomUUID } from 'node:crypto';
import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { removeEmpty, sha256, syncDirectory, writeDurably } from '../durable-files.ts';
import { ensureDirectory } from '../ensure-directory.ts';
import { PirsyarError } from '../errors.ts';
import { causeOf } from '../full-disk.ts';
import { isJsonObject } from '../json.ts';
import type { BuildWatch } from './build-progress.ts';
import type { BuiltSnapshot } from './build-snapshot.ts';
import { CheckedFiles, damage } from './checked-files.ts';
import type { Hnswlib } from './hnsw-index.ts';
import { LexiconReader } from './lexicon-reader.ts';
import { FORMAT, isManifest } from './manifest.ts';
import type { DocumentRecord, Manifest, Recipe } from './manifest.ts';
import { isSafeName, readPointer, writePointer } from './pointer.ts';
import type { Pointer } from './pointer.ts';
import { readSnapshot } from './read-snapshot.ts';
import { damaged, parseJson } from './small-files.ts';
import type { Snapshot } from './snapshot.ts';
import { tableSize } from './vector-index.ts';
import { writeSnapshotFiles } from './write-snapshot.ts';

/** A snapshot on disk whose manifest has been read; its files have not. */
export interface StoredSnapshot {
  /** Begins with the time it was built at; see `builtAt`. */
  readonly name: string;
  readonly directory: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly hash: string;
}

/** The snapshot that `current.json` names. */
export interface ServingSnapshot extends StoredSnapshot {
  /** See Pointer. */
  readonly insteadOf: string | null;
}

const MANIFEST = 'manifest.json';
/** Before the name of what is being written, or was when its writer was killed. */
const UNFINISHED = 'unfinished-';
/** Before the name of a snapshot that is whole and must not serve unless an admin insists. */
const HELD = 'held-';
/** The serving snapshot included: a reader may still be opening the one before, and an admin may want to go back. */
const KEPT = 3;

/**
 * The snapshots of one documents folder: `<name>/…` beside `current.json`, which names the serving one. Whoever changes anything holds
 * the folder's build lock.
 */
export class SnapshotStore {
  readonly directory: string;
  readonly #kept: number;
  readonly #lexicons = new LexiconReader();

  constructor(directory: string, { kept = KEPT }: { kept?: number } = {}) {
    this.directory = directory;
    this.#kept = kept;
  }

  /** The serving snapshot; null where there is none. @throws {PirsyarError} if it is damaged. */
  async current(): Promise<ServingSnapshot | null> {
    const pointer = await readPointer(this.directory);
    if (pointer === null) return null;
    const stored = await this.#read(pointer.snapshot, pointer.snapshot);
    if (stored.hash !== pointer.manifest) throw damage(MANIFEST);
    return { ...stored, insteadOf: pointer.insteadOf ?? null };
  }

  /** Tries whether the folder can be written, and leaves nothing behind. @throws the file system's error where it can't. */
  async checkWritable(): Promise<void> {
    const probe = join(this.directory, `${UNFINISHED}${randomUUID()}`);
    const made = await ensureDirectory(probe);
    if (made !== null) await removeEmpty(probe, made);
  }

  /** The name of the serving snapshot, unchecked; null where none can be read. Cheap enough to ask every second. */
  async currentName(): Promise<string | null> {
    return (await this.#pointer())?.snapshot ?? null;
  }

  /** All that have served and are kept, the newest first; those whose manifest can't be read are left out. */
  async list(): Promise<StoredSnapshot[]> {
    const names = (await this.#folders()).filter((name) => !isSetApart(name)).toSorted();
    const found = names.toReversed().map((name) => this.#read(name, name).catch(() => null));
    return (await Promise.all(found)).filter((stored) => stored !== null);
  }

  /** A snapshot that was saved and doesn't serve yet. @throws {PirsyarError} if it isn't there. */
  saved(name: string): Promise<StoredSnapshot> {
    return this.#read(name, UNFINISHED + name);
  }

  /** The snapshot that is held; null where there is none. @throws {PirsyarError} if it is damaged. */
  async held(): Promise<StoredSnapshot | null> {
    const held = (await this.#pointer())?.held;
    return held === undefined ? null : this.#read(held, HELD + held);
  }

  /** Reads a snapshot, each file checked before it is used. @throws {PirsyarError} if one is damaged. */
  async load(stored: StoredSnapshot, hnswlib: Hnswlib | null): Promise<Snapshot> {
    const { directory, manifest } = stored;
    return readSnapshot(directory, manifest, hnswlib, { lexicons: this.#lexicons });
  }

  /** Looks through all files of a snapshot. @throws {PirsyarError} if one isn't what it was written as. */
  async check({ directory, manifest }: StoredSnapshot, signal?: AbortSignal): Promise<void> {
    const files = new CheckedFiles(directory, manifest);
    for (const name of Object.keys(manifest.files)) await files.check(name, signal);
  }

  /**
   * Writes a snapshot beside the others and reads its graph back. It is nobody's until it is released or held, and is swept away after
   * that.
   *
   * @throws {DiskFullError}, the file system's error or {PirsyarError}; nothing is left of it then.
   */
  async save(
    built: BuiltSnapshot,
    recipe: Recipe,
    documents: readonly DocumentRecord[],
    watch: BuildWatch = {},
  ): Promise<StoredSnapshot> {
    const name = `${Date.now().toString(36)}-${randomUUID().slice(0, 8)}`;
    const directory = join(this.directory, UNFINISHED + name);
    try {
      await ensureDirectory(directory);
      const files = await writeSnapshotFiles(directory, built, watch);
      const manifest: Manifest = {
        ...recipe,
        documents,
        passages: built.snapshot.passages.length,
        vectors: tableSize(built.vectorTable),
        files,
      };
      const bytes = Buffer.from(JSON.stringify(manifest, null, 2));
      await writeDurably(join(directory, MANIFEST), bytes);
      await syncDirectory(directory);
      return { name, directory, manifest, hash: sha256(bytes) };
    } catch (error) {
      const cause = await causeOf(error, this.directory);
      await this.discard(name);
      throw cause;
    }
  }

  /** Lets a snapshot serve that was saved or held. @throws the file system's error; all is as it was before then. */
  async release({ name, hash, directory }: StoredSnapshot): Promise<void> {
    const released = join(this.directory, name);
    await rename(directory, released);
    try {
      await this.#point({ snapshot: name, manifest: hash });
    } catch (error) {
      if ((await this.currentName()) !== name) await rename(released, directory);
      throw error;
    }
    await this.sweep();
  }

  /** Sets a saved snapshot apart; the serving one serves on, on purpose, as long as the documents are those with this fingerprint. */
  async hold(stored: StoredSnapshot, serving: StoredSnapshot, insteadOf: string): Promise<void> {
    const { name } = stored;
    await rename(stored.directory, join(this.directory, HELD + name));
    await this.#point({ snapshot: serving.name, manifest: serving.hash, insteadOf, held: name });
    await this.sweep();
  }

  /** Lets a snapshot serve again that has served before, on purpose as long as the documents are those with this fingerprint. */
  async goBackTo({ name, hash }: StoredSnapshot, insteadOf: string): Promise<void> {
    await this.#point({ snapshot: name, manifest: hash, insteadOf });
    await this.sweep();
  }

  /** Removes a saved snapshot, or what a save that failed has left, so that failing again and again doesn't fill the disk. */
  async discard(name: string): Promise<void> {
    await rm(join(this.directory, UNFINISHED + name), { recursive: true, force: true });
  }

  /** Removes all but the newest snapshots, the serving and the held one, and what killed builders left. Never throws. */
  async sweep(): Promise<void> {
    try {
      const pointer = await readPointer(this.directory);
      const entries = await readdir(this.directory);
      const folders = await this.#folders();
      const finished = folders.filter((name) => !isSetApart(name) && name !== pointer?.snapshot);
      const old = finished.toSorted().slice(0, Math.max(0, finished.length - (this.#kept - 1)));
      const held = pointer?.held === undefined ? null : HELD + pointer.held;
      const left = entries.filter((name) => isSetApart(name) && name !== held);
      for (const name of [...old, ...left]) {
        await rm(join(this.directory, name), { recursive: true, force: true });
      }
    } catch {
      // What can't be removed is in nobody's way.
    }
  }

  async #folders(): Promise<string[]> {
    const entries = await readdir(this.directory, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  }

  /** Null where there is none that can be read. */
  #pointer(): Promise<Pointer | null> {
    return readPointer(this.directory).catch(() => null);
  }

  async #read(name: string, folder: string): Promise<StoredSnapshot> {
    if (!isSafeName(name)) throw damage(MANIFEST);
    const directory = join(this.directory, folder);
    const bytes = await readFile(join(directory, MANIFEST)).catch(damaged);
    return { name, directory, manifest: parseManifest(bytes), hash: sha256(bytes) };
  }

  /** The folders that it names have their places by now; they are flushed before. */
  async #point(pointer: Pointer): Promise<void> {
    await syncDirectory(this.directory);
    await writePointer(this.directory, pointer, `${UNFINISHED}${pointer.snapshot}.json`);
  }
}

/** When a snapshot was built, in milliseconds since 1970. */
export function builtAt({ name }: Pick<StoredSnapshot, 'name'>): number {
  return Number.parseInt(name, 36);
}

function isSetApart(name: string): boolean {
  return name.startsWith(UNFINISHED) || name.startsWith(HELD);
}

function parseManifest(bytes: Buffer): Manifest {
  const value = parseJson(bytes);
  if (isManifest(value)) return value;
  const isForeign = isJsonObject(value) && value['format'] !== FORMAT;
  throw isForeign ? new PirsyarError('it has another format') : damage(MANIFEST);
}
