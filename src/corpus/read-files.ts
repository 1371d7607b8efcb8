import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { PirsyarError } from '../errors.ts';
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

const SORANI = '.ckb.txt';

/**
 * Reads the files of every `<id>.ckb.txt` in a folder, in the order of their ids by code unit.
 *
 * @throws {PirsyarError} if the folder doesn't exist or can't be listed.
 */
export async function readCorpusFiles(directory: string): Promise<CorpusFiles> {
  const names = await listNames(directory);
  const documents: DocumentFiles[] = [];
  const failed: DocumentProblem[] = [];
  for (const name of names.filter((candidate) => candidate.endsWith(SORANI))) {
    const id = name.slice(0, -SORANI.length);
    if (id === '') continue;
    try {
      documents.push(await readDocumentFiles(directory, id, names));
    } catch (error) {
      failed.push({ document: id, reason: readFailure(error) });
    }
  }
  return { documents, failed };
}

async function listNames(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).toSorted(byCodeUnit);
  } catch (error) {
    throw new PirsyarError(
      `The documents folder ${directory} can't be read (${errorCode(error)}): set DOCUMENTS_DIR to a folder of <id>.ckb.txt files.`,
      { cause: error },
    );
  }
}

function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

async function readDocumentFiles(
  directory: string,
  id: DocumentId,
  names: readonly string[],
): Promise<DocumentFiles> {
  const unreadable: string[] = [];
  const read = async (suffix: string): Promise<Buffer | null> => {
    if (!names.includes(id + suffix)) return null;
    return readFile(join(directory, id + suffix)).catch(() => {
      unreadable.push(id + suffix);
      return null;
    });
  };
  const sorani = await readFile(join(directory, id + SORANI));
  const english = await read('.en.txt');
  const description = await read('.json');
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
