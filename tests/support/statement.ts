import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import { readLexicon } from '../../src/retrieval/read-lexicon.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { EMBEDDINGS } from './index-fixtures.ts';

/** A snapshot of the bundled statement with the bundled lexicon. */
export async function openStatement(): Promise<Snapshot> {
  const corpus = parseCorpus(await readCorpusFiles('data/documents'));
  const { snapshot } = await buildSnapshot(corpus, {
    embeddings: EMBEDDINGS,
    dimensions: EMBEDDINGS.dimensions,
    lexicon: await readLexicon('data/lexicon'),
    hnswlib: null,
  });
  return snapshot;
}
