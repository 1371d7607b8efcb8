import type { Passage } from '../corpus/document.ts';
import type { PassageEmbeddings } from '../retrieval/embeddings.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { ProbeProblem } from './release.ts';
import { spread } from './spread.ts';

/** Few, because embeddings may cost money; those that were made a moment ago are remembered. */
const MOST_PASSAGES = 50;
const NEIGHBOURS = 10;
/** A graph doesn't find everything; of what it should find first it hardly misses anything. */
const LEAST_SHARE = 0.9;

/**
 * Whether passages are found by their own vectors. Words outweigh vectors so far that a search hardly shows where vectors are those of
 * another model, or stand for other passages than they should.
 */
export async function vectorProblem(
  { vectors, vectorOwners, passages }: Snapshot,
  embeddings: PassageEmbeddings,
  sample: readonly Passage[],
): Promise<ProbeProblem | null> {
  const asked = spread(sample, MOST_PASSAGES);
  const made = await embeddings.embedDocuments(asked.map(({ text }) => text));
  let [wanted, found] = [0, 0];
  for (const [index, vector] of made.entries()) {
    // Of a text without a word, which is as near to everything.
    if (vector.every((component) => component === 0)) continue;
    wanted += 1;
    const near = vectors.search(Float32Array.from(vector), NEIGHBOURS);
    const texts = near.map(({ label }) => passages[vectorOwners[label] ?? -1]?.text);
    if (texts.includes(asked[index]?.text)) found += 1;
  }
  return found >= wanted * LEAST_SHARE ? null : { kind: 'vectors', asked: wanted, found };
}
