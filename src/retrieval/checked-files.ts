import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { PirsyarError } from '../errors.ts';
import type { FileRecord } from './manifest.ts';

/** What is read or written at once: more would hold up the event loop while it is hashed. */
const PIECE = 2 ** 20;

/** What stands in the way of serving a snapshot, as a clause for a person. */
export function damage(file: string, cause?: unknown): PirsyarError {
  return new PirsyarError(`it is damaged (${file})`, { cause });
}

/** Files of one snapshot, each checked against its manifest. */
export class CheckedFiles {
  readonly #directory: string;
  readonly #records: Readonly<Record<string, FileRecord>>;

  constructor(directory: string, { files }: { files: Readonly<Record<string, FileRecord>> }) {
    this.#directory = directory;
    this.#records = files;
  }

  pathOf(name: string): string {
    return join(this.#directory, name);
  }

  /** What a file holds. @throws {PirsyarError} if it isn't what the manifest says. */
  async read(name: string, signal?: AbortSignal): Promise<Buffer> {
    const bytes = Buffer.allocUnsafeSlow(this.recordOf(name).bytes);
    await this.#check(name, (start) => bytes.subarray(start, start + PIECE), signal);
    return bytes;
  }

  /** Looks through a file that somebody else will read. @throws {PirsyarError} if it isn't what the manifest says. */
  async check(name: string, signal?: AbortSignal): Promise<void> {
    const { bytes } = this.recordOf(name);
    const piece = Buffer.allocUnsafeSlow(PIECE);
    await this.#check(name, (start) => piece.subarray(0, bytes - start), signal);
  }

  /** What the manifest says that a file must be. @throws {PirsyarError} if it doesn't say anything. */
  recordOf(name: string): FileRecord {
    const record = this.#records[name];
    if (record === undefined) throw damage(name);
    return record;
  }

  async #check(
    name: string,
    pieceAt: (start: number) => Buffer,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { bytes, sha256 } = this.recordOf(name);
    const handle = await open(this.pathOf(name)).catch((error: unknown) => {
      throw damage('a file is missing or can’t be read', error);
    });
    try {
      if ((await handle.stat()).size !== bytes) throw damage(name);
      if ((await hashOf(handle, bytes, pieceAt, signal)) !== sha256) throw damage(name);
    } finally {
      await handle.close();
    }
  }
}

/** The SHA-256 in hex of what is read into pieces. */
async function hashOf(
  handle: FileHandle,
  bytes: number,
  pieceAt: (start: number) => Buffer,
  signal: AbortSignal | undefined,
): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; start < bytes;) {
    signal?.throwIfAborted();
    const piece = pieceAt(start);
    const { bytesRead } = await handle
      .read(piece, 0, piece.length, start)
      .catch((error: unknown) => {
        throw damage('a file is missing or can’t be read', error);
      });
    if (bytesRead === 0) break;
    hash.update(piece.subarray(0, bytesRead));
    start += bytesRead;
  }
  return hash.digest('hex');
}

/** What a file must be from now on, as it stands there now. */
export async function recordOf(handle: FileHandle, signal?: AbortSignal): Promise<FileRecord> {
  const { size } = await handle.stat();
  const piece = Buffer.allocUnsafeSlow(PIECE);
  const at = (start: number): Buffer => piece.subarray(0, size - start);
  return { bytes: size, sha256: await hashOf(handle, size, at, signal) };
}

/** Writes and flushes what is given piece by piece, and says what the file must be from now on. @throws the file system's error. */
export async function writeRecorded(
  file: string,
  pieces: Iterable<Buffer>,
  signal?: AbortSignal,
): Promise<FileRecord> {
  const handle = await open(file, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for (const piece of inPieces(pieces)) {
      signal?.throwIfAborted();
      await handle.writeFile(piece);
      hash.update(piece);
      bytes += piece.length;
    }
    await handle.sync();
    const { size } = await handle.stat();
    if (size !== bytes) {
      throw new PirsyarError(`Only ${size} of ${bytes} bytes of ${file} could be written.`);
    }
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** @yields the same bytes in pieces of about the right size: small ones together, great ones cut. */
function* inPieces(pieces: Iterable<Buffer>): Generator<Buffer> {
  let gathered: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    for (let start = 0; start < piece.length; start += PIECE) {
      const part = piece.subarray(start, start + PIECE);
      gathered.push(part);
      size += part.length;
      if (size < PIECE) continue;
      yield Buffer.concat(gathered);
      gathered = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(gathered);
}
