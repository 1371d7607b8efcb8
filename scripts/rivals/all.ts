import { createLunr } from './lunr.ts';
import { createFuzzyMiniSearch, createMiniSearch } from './mini-search.ts';
import { createOrama } from './orama.ts';
import { createPirsyar } from './pirsyar.ts';
import type { CreateRetriever } from './retriever.ts';
import { createWhiteSpaceBm25 } from './white-space-bm25.ts';

/** Every retriever that is compared, ours first. */
export const RETRIEVERS: readonly CreateRetriever[] = [
  createPirsyar,
  createWhiteSpaceBm25,
  createMiniSearch,
  createFuzzyMiniSearch,
  createOrama,
  createLunr,
];
