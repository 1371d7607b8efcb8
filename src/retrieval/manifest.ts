import type { DocumentId } from '../corpus/document.ts';
import { sha256 } from '../durable-files.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** The layout of a snapshot's files; another number makes old snapshots stale. */
export const FORMAT = 3;

/** What makes vectors comparable: another id, dimension or space makes a snapshot stale. */
interface EmbeddingIdentity {
  readonly id: string;
  readonly dimensions: number;
  readonly space: string;
}

/** A state of a document, as far as anything is told from it that two states differ. */
type DocumentState = Pick<DocumentRecord, 'id' | 'hash'>;

/** Everything a snapshot was made from, besides the documents. */
export interface Recipe {
  readonly format: number;
  /** A fingerprint of the text pipeline; see pipeline.ts. */
  readonly pipeline: string;
  /** SHA-256 of the term table. */
  readonly lexicon: string;
  readonly embedding: EmbeddingIdentity;
  readonly vectorIndex: 'hnsw' | 'exact';
}

/** A file of a snapshot, checked before it is read. */
export interface FileRecord {
  readonly bytes: number;
  readonly sha256: string;
}

/** A document as it was when the snapshot was built. */
export interface DocumentRecord {
  readonly id: DocumentId;
  readonly hash: string;
  /** Why it isn't served, or null. */
  readonly failure: string | null;
  /** What of it isn't served. */
  readonly warnings: readonly string[];
}

/** `manifest.json`: from what a snapshot was built, and what its files must be. Read before any of them. */
export interface Manifest extends Recipe {
  readonly documents: readonly DocumentRecord[];
  readonly passages: number;
  readonly vectors: number;
  readonly files: Readonly<Record<string, FileRecord>>;
}

/**
 * Why questions read with this recipe can't be answered from a snapshot, whatever documents it holds, as a clause for a person;
 * null where they can.
 */
export function mismatch(manifest: Manifest, recipe: Recipe): string | null {
  if (manifest.format !== recipe.format) return 'it has another format';
  if (manifest.pipeline !== recipe.pipeline) return 'the text pipeline has changed';
  if (manifest.lexicon !== recipe.lexicon) return 'the lexicon has changed';
  return sameEmbedding(manifest.embedding, recipe.embedding) ? null : 'the embedding has changed';
}

/** Whether a value has the shape of a manifest as far as anything is read from it before its files are. */
export function isManifest(value: unknown): value is Manifest & JsonObject {
  return (
    isJsonObject(value) &&
    isJsonObject(value['embedding']) &&
    isJsonObject(value['files']) &&
    Array.isArray(value['documents']) &&
    value['documents'].every(isDocumentRecord)
  );
}

function isDocumentRecord(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['hash'] === 'string' &&
    Array.isArray(value['warnings'])
  );
}

/** Why a snapshot can't serve these documents with this recipe, as a clause for a person; null where it can. */
export function staleness(
  manifest: Manifest,
  recipe: Recipe,
  documents: readonly DocumentState[],
): string | null {
  const other = mismatch(manifest, recipe);
  if (other !== null) return other;
  if (manifest.vectorIndex === 'exact' && recipe.vectorIndex === 'hnsw') {
    return 'it was built where hnswlib-node was missing';
  }
  const known = new Map(manifest.documents.map((document) => [document.id, document.hash]));
  const same =
    known.size === documents.length &&
    documents.every((document) => known.get(document.id) === document.hash);
  return same ? null : 'the documents have changed';
}

/** What one state of all documents has in common with no other. */
export function documentsFingerprint(documents: readonly DocumentState[]): string {
  const states = documents.map(({ id, hash }) => JSON.stringify([id, hash]));
  return sha256(Buffer.from(states.toSorted().join('\n')));
}

function sameEmbedding(left: EmbeddingIdentity, right: EmbeddingIdentity): boolean {
  return left.id === right.id && left.dimensions === right.dimensions && left.space === right.space;
}

/** How the documents differ from those of an earlier snapshot; null counts everything as added. */
export function countChanges(
  before: Manifest | null,
  after: readonly DocumentState[],
): { added: number; changed: number; removed: number; unchanged: number } {
  const old = new Map(
    (before?.documents ?? [])
      .filter((document) => document.failure === null)
      .map(({ id, hash }) => [id, hash]),
  );
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const { id, hash } of after) {
    const earlier = old.get(id);
    if (earlier === undefined) counts.added += 1;
    else if (earlier === hash) counts.unchanged += 1;
    else counts.changed += 1;
    old.delete(id);
  }
  counts.removed = old.size;
  return counts;
}
