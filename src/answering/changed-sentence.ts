import { nearSentences } from '../proof/near-sentences.ts';
import type { ProofSnapshot } from '../proof/near-sentences.ts';
import { changesBetween, likenessOf } from './text-changes.ts';
import type { TextPart } from './text-changes.ts';

/** A sentence as a document once held it. */
interface FormerSentence {
  readonly document: string;
  readonly text: string;
}

/** What stands today where another sentence stood. */
export interface ChangedSentence {
  /** The id of today's sentence. */
  readonly sentence: string;
  /** Its words. */
  readonly text: string;
  /** What was changed, in order: same and removed, joined, are the former text; same and added are today's. */
  readonly parts: readonly TextPart[];
}

/** Finds what became of sentences that a re-index took away. */
export interface ChangeFinder {
  /** The sentence of today's document that replaced a former one; null where none comes near, or the document is gone. */
  find(former: FormerSentence): ChangedSentence | null;
}

/**
 * From here on a sentence is taken for another form of the former one. Measured on 643 sentences of the statement and of news: of those with
 * a number, a name or a word changed, added or removed, a negation put in, or a clause added or cut off, all come nearer, and 97 of 100
 * whose first or second half is another's; of other sentences of the same document 1 in 100 does, each a near repetition.
 */
const LEAST_SHARE = 0.4;
/** One word in common is by chance, however short the sentences are. */
const LEAST_WORDS = 2;

/** @param snapshot today's, asked anew each time. */
export function createChangeFinder(snapshot: () => ProofSnapshot): ChangeFinder {
  return {
    find({ document, text }) {
      const today = nearest(snapshot(), { document, text });
      return today && { ...today, parts: changesBetween(text, today.text) };
    },
  };
}

function nearest(
  snapshot: ProofSnapshot,
  { document, text }: FormerSentence,
): Omit<ChangedSentence, 'parts'> | null {
  const candidates = nearSentences(snapshot, text, 'sorani', document)
    .map(({ sentence }) => ({ sentence, ...likenessOf(text, sentence.text) }))
    .filter(({ share, words }) => share === 1 || (share >= LEAST_SHARE && words >= LEAST_WORDS));
  const [best] = candidates.toSorted((left, right) => right.share - left.share);
  return best === undefined ? null : { sentence: best.sentence.id, text: best.sentence.text };
}
