import { parseCorpus } from '../../src/corpus/corpus.ts';
import type { Lexicon } from '../../src/language/lexicon.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { TOOLS } from './index-fixtures.ts';

/** A snapshot of texts, each a document with its place as id, and a day later than the one before. */
export async function snapshotOfTexts(
  texts: readonly string[],
  lexicon: Lexicon,
): Promise<Snapshot> {
  const corpus = parseCorpus({
    failed: [],
    documents: texts.map((text, place) => ({
      id: String(place),
      sorani: Buffer.from(text),
      english: null,
      description: Buffer.from(JSON.stringify({ date: `2020-01-0${place + 1}` })),
      unreadable: [],
      hash: text,
    })),
  });
  const { snapshot } = await buildSnapshot(corpus, TOOLS);
  return { ...snapshot, lexicon };
}
