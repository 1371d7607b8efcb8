import { randomBytes } from 'node:crypto';
import { readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { sha256, writeDurably } from '../durable-files.ts';
import { ensureDirectory } from '../ensure-directory.ts';
import type { ProposalKind } from './proposal.ts';
import type { Upload } from './propose.ts';

/** An upload that waits, and who sent it: a number of the caller's, such as a Telegram user's. */
export interface WaitingUpload extends Upload {
  /** What its sender was told that it would become. */
  readonly kind: ProposalKind;
  readonly by: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is known of an upload that waits without its text. */
export interface WaitingFile extends Pick<WaitingUpload, 'named' | 'by' | 'at'> {
  readonly key: string;
  /** A SHA-256 of its text, in hex. */
  readonly hash: string;
}

const KEY = /^[\w-]{16}$/u;
const ENDING = '.json';
const MOST_WAITING = 200;

/** Uploads that wait to be added, a file each, so that a restart loses none. */
export class Incoming {
  readonly #directory: string;
  #known: ReadonlyMap<string, WaitingFile> = new Map();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Keeps an upload and gives its key; null where too many wait. @throws the file system's error. */
  async add(upload: WaitingUpload): Promise<string | null> {
    await ensureDirectory(this.#directory);
    return (await this.#keys()).length >= MOST_WAITING ? null : this.#write(upload);
  }

  /** Puts an upload in the place of one that waits, and gives its key, which is another. @throws the file system's error. */
  async replace(key: string, upload: WaitingUpload): Promise<string> {
    const anew = await this.#write(upload);
    await this.drop(key);
    return anew;
  }

  async #write(upload: WaitingUpload): Promise<string> {
    const key = randomBytes(12).toString('base64url');
    const file = this.#file(key);
    try {
      await writeDurably(`${file}.unfinished`, Buffer.from(JSON.stringify(upload)));
      await rename(`${file}.unfinished`, file);
    } catch (error) {
      await rm(`${file}.unfinished`, { force: true });
      throw error;
    }
    return key;
  }

  /** Null where it was added or dropped already, or never waited. */
  async find(key: string): Promise<WaitingUpload | null> {
    if (!KEY.test(key)) return null;
    const text = await readFile(this.#file(key), 'utf8').catch(() => null);
    if (text === null) return null;
    // It was renamed when it was whole.
    const upload: WaitingUpload = JSON.parse(text);
    return upload;
  }

  /** What waits, the oldest first. A file that was read once isn't read again: it may hold megabytes, and never changes. */
  async list(): Promise<readonly WaitingFile[]> {
    const keys = await this.#keys();
    const known = new Map<string, WaitingFile>();
    for (const key of keys) {
      const upload = this.#known.has(key) ? null : await this.find(key);
      const file = upload === null ? this.#known.get(key) : { ...summaryOf(upload), key };
      if (file !== undefined) known.set(key, file);
    }
    this.#known = known;
    return [...known.values()].toSorted((left, right) => left.at - right.at);
  }

  /** False where it is gone already. */
  async drop(key: string): Promise<boolean> {
    if (!KEY.test(key)) return false;
    return rm(this.#file(key)).then(
      () => true,
      () => false,
    );
  }

  /** Drops what has waited since before a time, in milliseconds since 1970. */
  async purge(before: number): Promise<void> {
    for (const name of await this.#names()) {
      const file = join(this.#directory, name);
      const found = await stat(file).catch(() => null);
      if (found !== null && found.mtimeMs < before) await rm(file, { force: true });
    }
  }

  async #keys(): Promise<string[]> {
    const keys = (await this.#names())
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length));
    return keys.filter((key) => KEY.test(key));
  }

  async #names(): Promise<string[]> {
    return readdir(this.#directory).catch(() => []);
  }

  #file(key: string): string {
    return join(this.#directory, `${key}${ENDING}`);
  }
}

function summaryOf({ extracted, named, by, at }: WaitingUpload): Omit<WaitingFile, 'key'> {
  return { named, by, at, hash: hashOf(extracted.text) };
}

/** As it stands in a {WaitingFile}. */
export function hashOf(text: string): string {
  return sha256(Buffer.from(text));
}
