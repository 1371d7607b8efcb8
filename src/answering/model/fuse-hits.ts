import type { Passage } from '../../corpus/document.ts';
import type { Hit } from '../../retrieval/search.ts';

/** How slowly a rank loses worth (Cormack et al., 2009). */
const RANK_OFFSET = 60;

/** The passages of several searches for one question in one order: by reciprocal ranks, since scores of different searches don't compare. */
export function fuseHits(searches: readonly (readonly Pick<Hit, 'passage'>[])[]): Passage[] {
  const worth = new Map<Passage, number>();
  for (const hits of searches) {
    for (const [rank, { passage }] of hits.entries()) {
      worth.set(passage, (worth.get(passage) ?? 0) + 1 / (RANK_OFFSET + rank + 1));
    }
  }
  return [...worth].toSorted(([, left], [, right]) => right - left).map(([passage]) => passage);
}
