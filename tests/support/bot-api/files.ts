import type { File } from 'grammy/types';

import { refuse } from './refusal.ts';

/** A file at Telegram. */
export interface StoredFile {
  readonly file: File & { readonly file_path: string };
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** The files that people and the bot have sent. */
export interface Files {
  /** Keeps a file; one with the same id is replaced. */
  add(fileId: string, filename: string, bytes: Uint8Array): StoredFile;
  find(fileId: string): StoredFile | undefined;
  /** The bytes at a path that getFile gave. */
  at(path: string): Uint8Array | undefined;
  /** @throws {Refusal} if there is no such file, or it is over the 20 MB that bots may download. */
  downloadable(fileId: string): StoredFile;
}

const MAX_DOWNLOAD_IN_BYTES = 20 * 1024 * 1024;

/** No files yet. */
export function createFiles(): Files {
  const byId = new Map<string, StoredFile>();
  const byPath = new Map<string, StoredFile>();
  return {
    add(fileId, filename, bytes) {
      const extension = /\.\w+$/u.exec(filename)?.[0] ?? '';
      const path = `documents/${fileId}${extension}`;
      const stored = {
        file: {
          file_id: fileId,
          file_unique_id: `unique-${fileId}`,
          file_size: bytes.length,
          file_path: path,
        },
        filename,
        bytes,
      };
      byId.set(fileId, stored);
      byPath.set(path, stored);
      return stored;
    },
    find: (fileId) => byId.get(fileId),
    at: (path) => byPath.get(path)?.bytes,
    downloadable(fileId) {
      const stored = byId.get(fileId);
      if (stored === undefined) {
        return refuse('Bad Request: wrong file_id or the file is temporarily unavailable');
      }
      return stored.bytes.length > MAX_DOWNLOAD_IN_BYTES
        ? refuse('Bad Request: file is too big')
        : stored;
    },
  };
}
