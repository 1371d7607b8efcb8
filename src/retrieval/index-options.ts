import type { Log } from '../log.ts';
import type { LexiconFiles } from './build-snapshot.ts';
import type { PassageEmbeddings } from './embeddings.ts';
import { SPACE } from './hnsw-index.ts';
import { FORMAT } from './manifest.ts';
import type { Recipe } from './manifest.ts';
import { pipelineFingerprint } from './pipeline.ts';

/** Where documents and indexes are, and what indexes are made with. */
export interface IndexOptions {
  readonly documentsDirectory: string;
  readonly indexDirectory: string;
  readonly embeddings: PassageEmbeddings;
  readonly lexicon: LexiconFiles;
  readonly log: Log;
  /** What was uploaded and removed by chat, which overlays the documents folder; null where nothing ever is. */
  readonly uploadsDirectory?: string | null;
  /** How many snapshots are kept on disk, the serving one included. Default 3. */
  readonly keptSnapshots?: number;
  /** How long to wait for another builder. Default 60,000. */
  readonly patienceInMs?: number;
}

/** What a snapshot made with these options is made from, besides the documents. */
export function recipeOf(
  { embeddings: { id, dimensions }, lexicon }: Pick<IndexOptions, 'embeddings' | 'lexicon'>,
  vectorIndex: Recipe['vectorIndex'],
): Recipe {
  return {
    format: FORMAT,
    pipeline: pipelineFingerprint(),
    lexicon: lexicon.hash,
    embedding: { id, dimensions, space: SPACE },
    vectorIndex,
  };
}

/** The folders that documents are read from, the one that counts more first. */
export function documentFolders({
  documentsDirectory,
  uploadsDirectory = null,
}: IndexOptions): readonly string[] {
  return uploadsDirectory === null ? [documentsDirectory] : [uploadsDirectory, documentsDirectory];
}
