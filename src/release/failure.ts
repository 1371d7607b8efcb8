import { messageOf } from '../errors.ts';
import { DiskFullError, isFull } from '../full-disk.ts';
import { EmbeddingError } from '../retrieval/embeddings.ts';
import { NoDocumentsError } from '../retrieval/indexed-documents.ts';
import type { FailureCause, ReleaseFailure } from './release.ts';

/** No right to write, or something else in the place. */
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR']);

/** Makes an outcome of what was thrown where an index was to be written into a folder. */
export function failureOf(error: unknown, directory: string): ReleaseFailure {
  const cause = causeOf(error);
  return {
    status: 'failed',
    cause,
    message: MESSAGES[cause]?.(error, directory) ?? messageOf(error),
  };
}

/** Where the error itself doesn't say what to do. */
const MESSAGES: Partial<Record<FailureCause, (error: unknown, directory: string) => string>> = {
  'disk-full': (_, directory) =>
    `The disk of ${directory} is full: make room there, or set INDEX_DIR to a folder on another disk.`,
  'not-writable': (error, directory) =>
    `The index can't be saved in ${directory} (${messageOf(error)}): set INDEX_DIR to a folder that can be written.`,
};

function causeOf(error: unknown): FailureCause {
  if (error instanceof DiskFullError || isFull(error)) return 'disk-full';
  if (error instanceof EmbeddingError) return 'embeddings';
  if (error instanceof NoDocumentsError) return 'no-documents';
  if (error instanceof Error && 'code' in error && NOT_WRITABLE.has(String(error.code))) {
    return 'not-writable';
  }
  return error instanceof RangeError &&
    /allocation|Invalid (?:typed )?array length/u.test(error.message)
    ? 'memory'
    : 'other';
}
