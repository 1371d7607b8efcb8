import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { removeFolder, syncDirectory, writeDurably } from '../durable-files.ts';
import { isJsonObject } from '../json.ts';
import { damage } from './checked-files.ts';
import { damaged, parseJson } from './small-files.ts';

/** `current.json`: which snapshot serves. Swapped by rename, so always whole. */
export interface Pointer {
  readonly snapshot: string;
  /** The SHA-256 of its manifest. */
  readonly manifest: string;
  /**
   * The fingerprint of the documents for which this snapshot serves on purpose, although it was built from others: an admin went back to
   * it, or what was built from them is held. As long as the documents are these, it counts as fresh.
   */
  readonly insteadOf?: string;
  /** The snapshot that was built, found worse and kept; an admin may insist on it. */
  readonly held?: string;
}

const POINTER = 'current.json';
/** A name that can't lead out of the folder. */
const SAFE_NAME = /^[\w-]+$/u;

/** Whether a text may name a snapshot. */
export function isSafeName(name: string): boolean {
  return SAFE_NAME.test(name);
}

/** Null where there is none. @throws {PirsyarError} if it is damaged. */
export async function readPointer(directory: string): Promise<Pointer | null> {
  const bytes = await readFile(join(directory, POINTER)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    return damaged(error);
  });
  return bytes === null ? null : parsePointer(bytes);
}

/** Writes it beside the old one, flushes, and puts it in its place. `beside` is a name for that which nobody else uses. */
export async function writePointer(
  directory: string,
  pointer: Pointer,
  beside: string,
): Promise<void> {
  const file = join(directory, POINTER);
  const written = join(directory, beside);
  try {
    await writeDurably(written, Buffer.from(JSON.stringify(pointer)));
    await removeFolder(file);
    await rename(written, file);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
  await syncDirectory(directory);
}

function parsePointer(bytes: Buffer): Pointer {
  const value = parseJson(bytes);
  const { snapshot, manifest, insteadOf, held } = isJsonObject(value) ? value : {};
  if (typeof snapshot !== 'string' || typeof manifest !== 'string' || !isSafeName(snapshot)) {
    throw damage(POINTER);
  }
  return {
    snapshot,
    manifest,
    ...(typeof insteadOf === 'string' ? { insteadOf } : {}),
    ...(typeof held === 'string' && isSafeName(held) ? { held } : {}),
  };
}
