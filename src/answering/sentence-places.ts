import type { DocumentId, SentenceId } from '../corpus/document.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';

/** Where a sentence stands: in the document's passage of that number, from 0. */
export interface SentencePlace {
  readonly document: DocumentId;
  readonly number: number;
}

type Documents = Snapshot['documents'];

const places = new WeakMap<Documents, ReadonlyMap<SentenceId, SentencePlace>>();

/** Where a sentence of a snapshot's documents stands; null where none has it. They are looked through once, with the first sentence. */
export function placeOf(documents: Documents, sentence: SentenceId): SentencePlace | null {
  let known = places.get(documents);
  if (known === undefined) places.set(documents, (known = placesIn(documents)));
  return known.get(sentence) ?? null;
}

function placesIn(documents: Documents): Map<SentenceId, SentencePlace> {
  const found = new Map<SentenceId, SentencePlace>();
  for (const { id: document, passages } of documents.values()) {
    for (const [number, { sentences }] of passages.entries()) {
      const place = { document, number };
      for (const { id } of sentences) found.set(id, place);
    }
  }
  return found;
}
