import { join } from 'node:path';

import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import { corpusFolder } from '../../src/retrieval/corpus-folder.ts';
import { loadHnswlib, SPACE } from '../../src/retrieval/hnsw-index.ts';
import { documentRecords, documentsToIndex } from '../../src/retrieval/indexed-documents.ts';
import { FORMAT } from '../../src/retrieval/manifest.ts';
import { pipelineFingerprint } from '../../src/retrieval/pipeline.ts';
import { readLexicon } from '../../src/retrieval/read-lexicon.ts';
import { SnapshotStore } from '../../src/retrieval/snapshot-store.ts';
import { bundledLexicon } from './bundled-lexicon.ts';
import { EMBEDDINGS } from './index-fixtures.ts';

/**
 * Saves the index that the product would build of a documents folder, with the local embeddings and the bundled lexicon. For tests
 * that are not about building: the lexicon, which is most of the work, is built once for all of them.
 */
export async function buildAhead(documents: string, indexDirectory: string): Promise<void> {
  const { hash } = await readLexicon('data/lexicon');
  const hnswlib = await loadHnswlib();
  const { id, dimensions } = EMBEDDINGS;
  const files = await readCorpusFiles(documents);
  const corpus = documentsToIndex(files, documents);
  const built = await buildSnapshot(corpus, {
    embeddings: EMBEDDINGS,
    dimensions,
    lexicon: { hash, files: [] },
    hnswlib,
  });
  const store = new SnapshotStore(join(indexDirectory, await corpusFolder(documents)));
  const stored = await store.save(
    { ...built, snapshot: { ...built.snapshot, lexicon: await bundledLexicon() } },
    {
      format: FORMAT,
      pipeline: pipelineFingerprint(),
      lexicon: hash,
      embedding: { id, dimensions, space: SPACE },
      vectorIndex: hnswlib === null ? 'exact' : 'hnsw',
    },
    documentRecords(files, corpus),
  );
  await store.release(stored);
}
