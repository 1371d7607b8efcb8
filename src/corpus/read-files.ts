import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { PirsyarError } from '../errors.ts';
import { DESCRIPTION, ENGLISH, REMOVED, SORANI } from './document-files.ts';
import type { DocumentId } from './document.ts';

/** A document that can't be served, or a part of one, and why; `reason` is one clause for a person. */
export interface DocumentProblem {
  readonly document: DocumentId;
  readonly reason: string;
}

/** The bytes of one document's files; `hash` is a SHA-256 in hex over all of them. */
export interface DocumentFiles {
  readonly id: DocumentId;
  readonly sorani: Buffer;
  readonly english: Buffer | null;
  readonly description: Buffer | null;
  /** The names of files beside the Sorani that are there but can't be read. */
  readonly unreadable: readonly string[];
  readonly hash: string;
}

/** What was read of a folder. Problems don't stop the documents beside them. */
export interface CorpusFiles {
  readonly documents: readonly DocumentFiles[];
  readonly failed: readonly DocumentProblem[];
}

/** Documents read at once: more than one, so that a thousand small files don't wait for each other. */
const READ_AT_ONCE = 16;

/**
 * Reads the files of every `<id>.ckb.txt`, in the order of their ids by code unit.
 *
 * @param overlay a folder whose files each take the place of the file of that name in `directory`, and whose `<id>.removed` takes a
 *   document away whole; it needn't exist.
 * @throws {PirsyarError} if the folder doesn't exist or can't be listed.
 */
export async function readCorpusFiles(
  directory: string,
  overlay: string | null = null,
): Promise<CorpusFiles> {
  const folders = await findFiles(directory, overlay);
  const ids = documentIds(folders, overlay);
  const documents: DocumentFiles[] = [];
  const failed: DocumentProblem[] = [];
  for (let first = 0; first < ids.length; first += READ_AT_ONCE) {
    const batch = ids.slice(first, first + READ_AT_ONCE);
    const read = await Promise.all(batch.map((id) => readDocumentOrProblem(folders, id)));
    for (const one of read) {
      if ('reason' in one) failed.push(one);
      else documents.push(one);
    }
  }
  return { documents, failed };
}

/** The folder in which each file stands that counts, by the file's name. */
type FileFolders = ReadonlyMap<string, string>;

async function findFiles(directory: string, overlay: string | null): Promise<FileFolders> {
  const folders = new Map((await listNames(directory)).map((name) => [name, directory]));
  if (overlay === null) return folders;
  for (const name of await listNames(overlay, { optional: true })) folders.set(name, overlay);
  return folders;
}

function documentIds(folders: FileFolders, overlay: string | null): DocumentId[] {
  return [...folders.keys()]
    .filter((name) => name.endsWith(SORANI) && name !== SORANI)
    .map((name) => name.slice(0, -SORANI.length))
    .filter((id) => overlay === null || folders.get(id + REMOVED) !== overlay)
    .toSorted(byCodeUnit);
}

async function listNames(directory: string, { optional = false } = {}): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (optional && errorCode(error) === 'ENOENT') return [];
    throw new PirsyarError(
      `The documents folder ${directory} can't be read (${errorCode(error)}): set ${optional ? 'STATE_DIR to a folder that can be read' : 'DOCUMENTS_DIR to a folder of <id>.ckb.txt files'}.`,
      { cause: error },
    );
  }
}

function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

async function readDocumentOrProblem(
  folders: FileFolders,
  id: DocumentId,
): Promise<DocumentFiles | DocumentProblem> {
  try {
    return await readDocumentFiles(folders, id);
  } catch (error) {
    return { document: id, reason: readFailure(error) };
  }
}

async function readDocumentFiles(folders: FileFolders, id: DocumentId): Promise<DocumentFiles> {
  const unreadable: string[] = [];
  const read = async (suffix: string): Promise<Buffer | null> => {
    const folder = folders.get(id + suffix);
    if (folder === undefined) return null;
    return readFile(join(folder, id + suffix)).catch(() => {
      unreadable.push(id + suffix);
      return null;
    });
  };
  const sorani = await readFile(join(folders.get(id + SORANI) ?? '', id + SORANI));
  const english = await read(ENGLISH);
  const description = await read(DESCRIPTION);
  const hash = createHash('sha256');
  for (const bytes of [sorani, english, description]) {
    hash.update(`${bytes === null ? 'none' : bytes.length}\n`);
    if (bytes !== null) hash.update(bytes);
  }
  hash.update(unreadable.join());
  return { id, sorani, english, description, unreadable, hash: hash.digest('hex') };
}

function readFailure(error: unknown): string {
  const code = errorCode(error);
  return code === 'EISDIR' ? 'it is a directory, not a text file' : `it can't be read (${code})`;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
