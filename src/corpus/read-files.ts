import { createHash } from 'node:crypto';
import { readFile as readFileThen } from 'node:fs';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

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

/** Cheaper than that of node:fs/promises, which makes a handle for each file: a thousand small ones take 70 ms instead of 110. */
const readFile = promisify(readFileThen);

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
  const places = await findFiles(directory, overlay);
  const ids = documentIds(places, overlay);
  const documents: DocumentFiles[] = [];
  const failed: DocumentProblem[] = [];
  for (let first = 0; first < ids.length; first += READ_AT_ONCE) {
    const batch = ids.slice(first, first + READ_AT_ONCE);
    const read = await Promise.all(batch.map((id) => readDocumentOrProblem(places, id)));
    for (const one of read) {
      if ('reason' in one) failed.push(one);
      else documents.push(one);
    }
  }
  return { documents, failed };
}

/** Where a file stands that counts. */
interface FilePlace {
  readonly folder: string;
  /** A pipe or the like, which nobody may ever write to: reading it would never end. */
  readonly isEndless: boolean;
}

/** By the file's name. */
type FilePlaces = ReadonlyMap<string, FilePlace>;

async function findFiles(directory: string, overlay: string | null): Promise<FilePlaces> {
  const below = await listEntries(directory);
  const above = overlay === null ? [] : await listEntries(overlay, { optional: true });
  const places = new Map<string, FilePlace>();
  for (const entry of below) places.set(entry.name, placeOf(entry, directory));
  for (const entry of above) places.set(entry.name, placeOf(entry, overlay ?? ''));
  return places;
}

function placeOf(entry: Dirent, folder: string): FilePlace {
  return { folder, isEndless: entry.isFIFO() || entry.isSocket() || entry.isCharacterDevice() };
}

function documentIds(places: FilePlaces, overlay: string | null): DocumentId[] {
  return [...places.keys()]
    .filter((name) => name.endsWith(SORANI) && name !== SORANI)
    .map((name) => name.slice(0, -SORANI.length))
    .filter((id) => overlay === null || places.get(id + REMOVED)?.folder !== overlay)
    .toSorted(byCodeUnit);
}

async function listEntries(directory: string, { optional = false } = {}): Promise<Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
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
  places: FilePlaces,
  id: DocumentId,
): Promise<DocumentFiles | DocumentProblem> {
  try {
    return await readDocumentFiles(places, id);
  } catch (error) {
    return { document: id, reason: readFailure(error) };
  }
}

async function readDocumentFiles(places: FilePlaces, id: DocumentId): Promise<DocumentFiles> {
  const unreadable: string[] = [];
  const read = async (suffix: string): Promise<Buffer | null> => {
    const place = places.get(id + suffix);
    if (place === undefined) return null;
    return readOne(place, id + suffix).catch(() => {
      unreadable.push(id + suffix);
      return null;
    });
  };
  const sorani = await readOne(places.get(id + SORANI), id + SORANI);
  const rendition = await read(ENGLISH);
  // An empty file is none; over another one, it hides that.
  const english = rendition?.length === 0 ? null : rendition;
  const description = await read(DESCRIPTION);
  const hash = createHash('sha256');
  for (const bytes of [sorani, rendition, description]) {
    hash.update(`${bytes === null ? 'none' : bytes.length}\n`);
    if (bytes !== null) hash.update(bytes);
  }
  hash.update(unreadable.join());
  return { id, sorani, english, description, unreadable, hash: hash.digest('hex') };
}

async function readOne(place: FilePlace | undefined, name: string): Promise<Buffer> {
  if (place?.isEndless === true) throw new EndlessFileError();
  return readFile(join(place?.folder ?? '', name));
}

class EndlessFileError extends Error {}

function readFailure(error: unknown): string {
  if (error instanceof EndlessFileError) return 'it is a pipe or a device, not a text file';
  const code = errorCode(error);
  return code === 'EISDIR' ? 'it is a directory, not a text file' : `it can't be read (${code})`;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
