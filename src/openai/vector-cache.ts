import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ensureDirectory } from '../ensure-directory.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../log.ts';

const CHECKSUM_BYTES = 32;
const COMPONENT_BYTES = 4;

/**
 * Vectors of texts on disk, a file each, named by the SHA-256 of model, dimension and text; a file begins with the SHA-256 of the rest.
 * What is damaged or can't be read is as good as absent, and what can't be written is said once.
 */
export class VectorCache {
  readonly #directory: string;
  readonly #model: string;
  readonly dimensions: number;
  readonly #log: Log;
  #hasWarned = false;

  constructor(directory: string, { model, dimensions }: Vectors, log: Log) {
    this.#directory = directory;
    this.#model = model;
    this.dimensions = dimensions;
    this.#log = log;
  }

  /** The vector of a text; null where there is none. */
  async read(text: string): Promise<number[] | null> {
    const bytes = await readFile(this.#fileOf(text)).catch(() => null);
    if (bytes?.length !== CHECKSUM_BYTES + this.dimensions * COMPONENT_BYTES) return null;
    const components = bytes.subarray(CHECKSUM_BYTES);
    if (!sha256(components).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null;
    return Array.from({ length: this.dimensions }, (_, axis) =>
      components.readFloatLE(axis * COMPONENT_BYTES),
    );
  }

  /** Keeps the vector of a text. Never throws. */
  async write(text: string, vector: readonly number[]): Promise<void> {
    const components = Buffer.alloc(vector.length * COMPONENT_BYTES);
    for (const [axis, component] of vector.entries()) {
      components.writeFloatLE(component, axis * COMPONENT_BYTES);
    }
    const file = this.#fileOf(text);
    try {
      await ensureDirectory(dirname(file));
      // Not written beside and renamed: a file that is half written is not taken for whole, and everyone writes the same.
      await writeFile(file, Buffer.concat([sha256(components), components]));
    } catch (error) {
      this.#warn(error);
    }
  }

  #fileOf(text: string): string {
    const name = sha256(`${this.#model}\0${this.dimensions}\0${text}`).toString('hex');
    return join(this.#directory, name.slice(0, 2), `${name}.vector`);
  }

  #warn(error: unknown): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    const reason = messageOf(error);
    this.#log.warn(`Embeddings can't be kept for the next time: ${reason}.`);
  }
}

interface Vectors {
  readonly model: string;
  readonly dimensions: number;
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
