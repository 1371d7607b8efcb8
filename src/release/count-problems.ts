import type { CorpusDocument } from '../corpus/document.ts';
import { PirsyarError } from '../errors.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { renditionText, TEXT_SIDES } from '../retrieval/text-side.ts';

/** How much of everything there should be in a snapshot. */
export interface Counts {
  readonly documents: number;
  readonly passages: number;
  readonly sentences: number;
  /** One for each passage, and one for its rendition. */
  readonly vectors: number;
}

/** Counts what documents hold, as they were parsed. */
export function countsOf(documents: readonly CorpusDocument[]): Counts {
  const passages = documents.flatMap((document) => document.passages);
  const renditions = passages.filter((passage) => renditionText(passage) !== '');
  return {
    documents: documents.length,
    passages: passages.length,
    sentences: passages.reduce((sum, { sentences }) => sum + sentences.length, 0),
    vectors: passages.length + renditions.length,
  };
}

/** What of a snapshot isn't there, or is too much; one clause each. */
export function countProblems(snapshot: Snapshot, expected: Counts): string[] {
  const { documents, passages, vectorOwners, words, vectors } = snapshot;
  const sentences = passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  const compared: readonly (readonly [what: string, is: number, should: number])[] = [
    ['documents', documents.size, expected.documents],
    ['passages', passages.length, expected.passages],
    ['sentences', sentences, expected.sentences],
    ['vectors', vectors.size, expected.vectors],
    ['owners of vectors', vectorOwners.length, expected.vectors],
    ...TEXT_SIDES.flatMap((side): [string, number, number][] => [
      [`passages with ${side} words`, words[side].size, expected.passages],
      [`sentences with ${side} words`, words[side].data.passageOf.length, expected.sentences],
    ]),
  ];
  return compared
    .filter(([, is, should]) => is !== should)
    .map(([what, is, should]) => `it holds ${is} ${what} where ${should} were expected`);
}

/** @throws {PirsyarError} naming all problems, if there are some. */
export function refuseOdd(snapshot: Snapshot, expected: Counts): void {
  const problems = countProblems(snapshot, expected);
  if (problems.length === 0) return;
  throw new PirsyarError(`The new index isn't whole: ${problems.join('; ')}.`);
}
