import type { CorpusDocument, Passage } from '../corpus/document.ts';
import { GONE } from './posting-lists.ts';
import type { Renumbering } from './posting-lists.ts';
import { sentenceText, TEXT_SIDES } from './text-side.ts';

/**
 * Which passages say the same as before, word for word in the same sentences and on both sides: for each passage the number it had
 * through all documents of before,
 * or GONE for a new one. Each of before is kept once at most. A document whose hash is that of before is taken for the same.
 */
export function keptPassages(
  documents: readonly CorpusDocument[],
  before: Iterable<CorpusDocument>,
): Renumbering {
  const versions = numberDocuments(before);
  const kept = new Uint32Array(documents.reduce((sum, { passages }) => sum + passages.length, 0));
  let first = 0;
  for (const document of documents) {
    const version = versions.get(document.id);
    const numbers = version === undefined ? null : keptOf(document, version);
    for (const place of document.passages.keys()) kept[first + place] = numbers?.[place] ?? GONE;
    first += document.passages.length;
  }
  return kept;
}

/** A document, and the number of its first passage. */
interface NumberedDocument {
  readonly document: CorpusDocument;
  readonly first: number;
}

function numberDocuments(documents: Iterable<CorpusDocument>): Map<string, NumberedDocument> {
  const numbered = new Map<string, NumberedDocument>();
  let first = 0;
  for (const document of documents) {
    numbered.set(document.id, { document, first });
    first += document.passages.length;
  }
  return numbered;
}

/** The number that each passage of a document had in its last version. Ids are given once in a document. */
function keptOf(
  { hash, passages }: CorpusDocument,
  { document, first }: NumberedDocument,
): number[] {
  if (hash === document.hash) return passages.map((_, place) => first + place);
  const places = new Map(document.passages.map(({ id }, place) => [id, place]));
  return passages.map((passage) => {
    const place = places.get(passage.id);
    const earlier = place === undefined ? undefined : document.passages[place];
    return place !== undefined && earlier !== undefined && saysTheSame(passage, earlier)
      ? first + place
      : GONE;
  });
}

function saysTheSame(one: Passage, other: Passage): boolean {
  return (
    one.sentences.length === other.sentences.length &&
    one.sentences.every((sentence, place) => {
      const beside = other.sentences[place];
      return (
        beside !== undefined &&
        TEXT_SIDES.every((side) => sentenceText(sentence, side) === sentenceText(beside, side))
      );
    })
  );
}
