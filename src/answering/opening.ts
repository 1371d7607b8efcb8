import type { DocumentId } from '../corpus/document.ts';
import type { Hit } from '../retrieval/search.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';

/**
 * What stands nearest to a question that shares nothing with any passage: the opening of the named document or of the
 * first one, which tells a reader what there is. One hit with score 0.
 */
export function openingHit(snapshot: Snapshot, document?: DocumentId): Hit[] {
  const passage = snapshot.passages.find(
    (candidate) => document === undefined || candidate.document === document,
  );
  return passage === undefined ? [] : [{ passage, score: 0, parts: { lexical: 0, dense: 0 } }];
}
