import MiniSearch from 'minisearch';
import type { SearchOptions } from 'minisearch';

import type { Retriever, RivalPassage } from './retriever.ts';

/** MiniSearch as it comes. */
export function createMiniSearch(): Retriever {
  return adapt('MiniSearch', 'its defaults', {});
}

/** MiniSearch as its documentation sets it up for people who mistype. */
export function createFuzzyMiniSearch(): Retriever {
  return adapt('MiniSearch, fuzzy and prefix', 'fuzzy 0.2, prefix search', {
    fuzzy: 0.2,
    prefix: true,
  });
}

function adapt(name: string, note: string, searchOptions: SearchOptions): Retriever {
  const engine = new MiniSearch<RivalPassage>({ fields: ['text'], searchOptions });
  return {
    name,
    note,
    index: async (passages) => engine.addAll(passages),
    search: async (query, top) =>
      engine
        .search(query)
        .slice(0, top)
        .map(({ id }) => String(id)),
  };
}
