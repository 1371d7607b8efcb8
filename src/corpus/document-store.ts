import { randomUUID } from 'node:crypto';
import { readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { syncDirectory, writeDurably } from '../durable-files.ts';
import { PirsyarError } from '../errors.ts';
import { acquireFileLock } from '../file-lock.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { DESCRIPTION, ENGLISH, REMOVED, SORANI } from './document-files.ts';
import type { DocumentId } from './document.ts';

/** What is written of a document; what isn't named stays as it is, and null takes it away. */
export interface DocumentChange {
  readonly sorani?: string;
  readonly english?: string | null;
  /** Fields of `<id>.json`; those that aren't named stay. */
  readonly description?: JsonObject;
}

const PATIENCE_IN_MS = 10_000;
const UNFINISHED = 'unfinished-';
/** No document's file: each of those has an ending, also of one that is called `unfinished-…` itself. */
const UNFINISHED_FILE = /^unfinished-[\da-f-]{36}$/u;

/**
 * The documents that were added, changed or removed here: files that overlay a folder of documents, which is never written (see
 * `readCorpusFiles`). Each change is one rename at last, so that a process killed at any moment leaves the document as it was or as it is
 * to be; one process changes them at a time.
 */
export class DocumentStore {
  readonly #base: string;
  readonly directory: string;

  /** @param base the folder that is overlaid. @param directory where changes are kept; made when it is first needed. */
  constructor(base: string, directory: string) {
    this.#base = base;
    this.directory = directory;
  }

  /** Writes a document that is new, was removed, or is to be another. @throws the file system's error; the document is as before then. */
  async put(id: DocumentId, change: DocumentChange): Promise<void> {
    await this.#alone(async () => {
      const wasRemoved = await this.#isRemoved(id);
      if (wasRemoved) {
        // What belonged to the document that was removed isn't part of this one.
        for (const suffix of [ENGLISH, DESCRIPTION]) await this.#drop(id + suffix);
      }
      const { sorani, english, description } = change;
      if (description !== undefined) await this.#describe(id, description, !wasRemoved);
      if (english === null) await this.#hideRendition(id);
      else if (english !== undefined) await this.#write(id + ENGLISH, english);
      if (sorani !== undefined) await this.#write(id + SORANI, sorani);
      await this.#drop(id + REMOVED);
    });
  }

  /** Takes a document away; its files stay until `purge`. False where it is away already. */
  async remove(id: DocumentId): Promise<boolean> {
    return this.#alone(async () => {
      if ((await this.#isRemoved(id)) || !(await this.#isKnown(id))) return false;
      await this.#write(id + REMOVED, '');
      return true;
    });
  }

  /** What `restore` can bring back. */
  async removed(): Promise<readonly DocumentId[]> {
    const tombstones = (await this.#names()).filter((name) => name.endsWith(REMOVED));
    const ids = tombstones.map((name) => name.slice(0, -REMOVED.length));
    const known = await Promise.all(ids.map(async (id) => this.#isKnown(id)));
    return ids.filter((_, place) => known[place] === true);
  }

  /** Brings a removed document back; false where it isn't removed, or was purged. */
  async restore(id: DocumentId): Promise<boolean> {
    return this.#alone(async () => {
      if (!(await this.#isRemoved(id)) || !(await this.#isKnown(id))) return false;
      await this.#drop(id + REMOVED);
      return true;
    });
  }

  /** Deletes for good what was removed before a time, in milliseconds since 1970. */
  async purge(before: number): Promise<void> {
    const names = await this.#names();
    const removed = names.filter((name) => name.endsWith(REMOVED));
    const unfinished = names.filter((name) => UNFINISHED_FILE.test(name));
    if (removed.length === 0 && unfinished.length === 0) return;
    await this.#alone(async () => {
      for (const name of unfinished) await this.#drop(name);
      for (const name of removed) {
        const { mtimeMs } = await stat(join(this.directory, name));
        if (mtimeMs >= before) continue;
        const id = name.slice(0, -REMOVED.length);
        for (const suffix of [ENGLISH, DESCRIPTION, SORANI]) await this.#drop(id + suffix);
        // Of the folder below, the document would come back.
        if (!(await exists(join(this.#base, id + SORANI)))) await this.#drop(name);
      }
    });
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const lock = await acquireFileLock(join(this.directory, 'documents.lock'), {
      patienceInMs: PATIENCE_IN_MS,
    });
    if (lock === null) {
      throw new PirsyarError(
        `Another process is changing the documents in ${this.directory}: try again in a moment.`,
      );
    }
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }

  async #describe(id: DocumentId, fields: JsonObject, merge: boolean): Promise<void> {
    const before = merge ? await this.#description(id) : {};
    await this.#write(id + DESCRIPTION, `${JSON.stringify({ ...before, ...fields }, null, 2)}\n`);
  }

  async #description(id: DocumentId): Promise<JsonObject> {
    for (const directory of [this.directory, this.#base]) {
      const text = await readFile(join(directory, id + DESCRIPTION), 'utf8').catch(() => null);
      if (text === null) continue;
      try {
        const value: unknown = JSON.parse(text);
        return isJsonObject(value) ? value : {};
      } catch {
        return {};
      }
    }
    return {};
  }

  async #write(name: string, text: string): Promise<void> {
    const beside = join(this.directory, UNFINISHED + randomUUID());
    try {
      await writeDurably(beside, Buffer.from(text));
      await rename(beside, join(this.directory, name));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    await syncDirectory(this.directory);
  }

  async #drop(name: string): Promise<void> {
    await rm(join(this.directory, name), { force: true });
  }

  /** An empty file lies over one that can't be deleted. */
  async #hideRendition(id: DocumentId): Promise<void> {
    if (await exists(join(this.#base, id + ENGLISH))) await this.#write(id + ENGLISH, '');
    else await this.#drop(id + ENGLISH);
  }

  async #isRemoved(id: DocumentId): Promise<boolean> {
    return exists(join(this.directory, id + REMOVED));
  }

  async #isKnown(id: DocumentId): Promise<boolean> {
    for (const directory of [this.directory, this.#base]) {
      if (await exists(join(directory, id + SORANI))) return true;
    }
    return false;
  }

  async #names(): Promise<string[]> {
    return readdir(this.directory).catch(() => []);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
