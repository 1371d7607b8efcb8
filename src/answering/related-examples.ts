import type { Snapshot } from '../retrieval/snapshot.ts';
import { contentOf } from './content-words.ts';
import { placeOf } from './sentence-places.ts';
import type { CitingAnswer } from './topics-around.ts';

/**
 * The examples of the documents that an answer cites, of all documents where it cites none: first those whose words stand most in the cited
 * passage and beside it, as many as that the longer ones last, else in the order of their document.
 *
 * @param longest the most UTF-16 code units that an example should have.
 */
export function relatedExamples(
  { documents }: Snapshot,
  { citations, language }: CitingAnswer,
  longest: number,
): string[] {
  const cited = [...new Set(citations.map(({ document }) => document))];
  const near = wordsAround(documents, citations[0]?.sentence);
  return (cited.length === 0 ? [...documents.keys()] : cited)
    .flatMap((id) => documents.get(id)?.description.examples[language] ?? [])
    .map((text) => ({ text, share: shareOf(contentOf(text), near), isLong: text.length > longest }))
    .toSorted(
      (left, right) => Number(left.isLong) - Number(right.isLong) || right.share - left.share,
    )
    .map(({ text }) => text);
}

/** The words of the passage that holds a sentence, of its neighbours, and of their renditions. */
function wordsAround(
  documents: Snapshot['documents'],
  sentence: string | undefined,
): ReadonlySet<string> {
  const place = sentence === undefined ? null : placeOf(documents, sentence);
  if (place === null) return new Set();
  const passages = documents.get(place.document)?.passages ?? [];
  const texts = passages
    .slice(Math.max(0, place.number - 1), place.number + 2)
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ text, rendition }) => [text, rendition?.text ?? '']);
  return new Set(texts.flatMap(contentOf));
}

function shareOf(words: readonly string[], among: ReadonlySet<string>): number {
  return words.filter((word) => among.has(word)).length / Math.max(1, words.length);
}
