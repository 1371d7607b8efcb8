import { parseCorpus } from '../../src/corpus/corpus.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { onlyOnce } from '../../src/only-once.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { bundledLexicon } from './bundled-lexicon.ts';
import { TOOLS } from './index-fixtures.ts';

/** A snapshot of the bundled statement with the bundled lexicon; the tests share one. */
export const openStatement = onlyOnce(async (): Promise<Snapshot> => {
  const corpus = parseCorpus(await readCorpusFiles('data/documents'));
  const { snapshot } = await buildSnapshot(corpus, TOOLS);
  return { ...snapshot, lexicon: await bundledLexicon() };
});
