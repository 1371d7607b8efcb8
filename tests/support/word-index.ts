import type { Passage } from '../../src/corpus/document.ts';
import { buildWordIndex } from '../../src/retrieval/build-word-index.ts';
import { atOnce } from '../../src/retrieval/slices.ts';
import type { TextSide } from '../../src/retrieval/text-side.ts';
import type { WordIndex } from '../../src/retrieval/word-index.ts';

/** One side of passages, indexed as a whole. */
export function wordIndexOf(passages: readonly Passage[], side: TextSide): WordIndex {
  return atOnce(buildWordIndex(passages, side));
}
