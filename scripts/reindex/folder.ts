import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DocumentFiles } from '../../src/corpus/read-files.ts';

/** A folder of documents that are changed one at a time. */
export class DocumentFolder {
  readonly path: string;
  readonly #ids: readonly string[];
  #changes = 0;

  private constructor(path: string, ids: readonly string[]) {
    this.path = path;
    this.#ids = ids;
  }

  static async create(path: string, documents: readonly DocumentFiles[]): Promise<DocumentFolder> {
    await mkdir(path, { recursive: true });
    for (const { id, sorani } of documents) await writeFile(join(path, `${id}.ckb.txt`), sorani);
    return new DocumentFolder(
      path,
      documents.map(({ id }) => id),
    );
  }

  /** Writes another first sentence into one of the documents, each time another one, in the middle of the folder. */
  async changeOne(): Promise<void> {
    this.#changes += 1;
    const place = Math.floor(this.#ids.length / 2) + this.#changes;
    const file = join(this.path, `${this.#ids[place % this.#ids.length] ?? ''}.ckb.txt`);
    const text = await readFile(file, 'utf8');
    await writeFile(file, `ئەم بەڵگەیە جاری ${this.#changes} گۆڕدرا. ${text}`);
  }
}
