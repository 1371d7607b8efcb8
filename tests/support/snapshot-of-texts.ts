import { parseCorpus } from '../../src/corpus/corpus.ts';
import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { displayNameEntries } from '../../src/language/display-names.ts';
import type { Lexicon } from '../../src/language/lexicon.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';
import { buildSnapshot } from '../../src/retrieval/build-snapshot.ts';
import { readLexicon } from '../../src/retrieval/read-lexicon.ts';
import type { Snapshot } from '../../src/retrieval/snapshot.ts';
import { TOOLS } from './index-fixtures.ts';

/** The lexicon as it is shipped; building it takes seconds. */
export async function bundledLexicon(): Promise<Lexicon> {
  const { files } = await readLexicon('data/lexicon');
  const entries = files.flatMap(({ name, text }) => parseLexicon(name, text));
  return buildLexicon([...entries, ...displayNameEntries()]);
}

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
