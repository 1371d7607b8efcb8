import { damage } from './checked-files.ts';

/** Refuses a snapshot of which a file can't be read at all. */
export function damaged(cause: unknown): never {
  throw damage('a file is missing or can’t be read', cause);
}

/** What a file holds; null where it is no JSON, which is as damaged as the wrong JSON. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
