import { buildLexicon } from '../../src/language/build-lexicon.ts';
import { displayNameEntries } from '../../src/language/display-names.ts';
import type { Lexicon } from '../../src/language/lexicon.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';
import { onlyOnce } from '../../src/only-once.ts';
import { readLexicon } from '../../src/retrieval/read-lexicon.ts';

/** The lexicon as it is shipped; building it takes seconds, so that the tests share one. */
export const bundledLexicon = onlyOnce(async (): Promise<Lexicon> => {
  const { files } = await readLexicon('data/lexicon');
  const entries = files.flatMap(({ name, text }) => parseLexicon(name, text));
  return buildLexicon([...entries, ...displayNameEntries()]);
});
