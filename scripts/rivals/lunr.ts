import lunr from 'lunr';

import type { Retriever } from './retriever.ts';
import { splitWords } from './words.ts';

/**
 * lunr without its pipeline: the trimmer empties every word that isn't Latin, and stemmer and stop words are English. Words are
 * split at whatever is no letter or digit, which is what the trimmer does for Latin ones.
 */
export function createLunr(): Retriever {
  let engine: lunr.Index | null = null;
  return {
    name: 'lunr',
    note: 'without trimmer, stemmer and stop words, words split at what is no letter',
    index: async (passages) => {
      engine = lunr((builder) => {
        builder.pipeline.reset();
        builder.searchPipeline.reset();
        builder.ref('id');
        builder.field('text');
        // It takes a list as the words of a text, as they are.
        for (const { id, text } of passages) builder.add({ id, text: splitWords(text) });
      });
    },
    search: async (query, top) => {
      const words = splitWords(query);
      // A query of no word finds everything there.
      if (words.length === 0) return [];
      const results = engine?.query((clauses) => words.forEach((word) => clauses.term(word, {})));
      return (results ?? []).slice(0, top).map(({ ref }) => ref);
    },
  };
}
