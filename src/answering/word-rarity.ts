import { analyse } from '../language/analysis.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';

/** How often the documents have the rarest word of a phrase that they have at all, in its own language; Infinity where they have none. */
export function rarestFrequency(phrase: string, { words }: Pick<Snapshot, 'words'>): number {
  const side = /\p{Script=Arabic}/u.test(phrase) ? words.sorani : words.english;
  const frequencies = analyse(phrase).map(({ text }) => {
    const word = side.vocabulary.numberOf(text);
    return word === -1 ? Infinity : side.frequency(word);
  });
  return Math.min(...frequencies);
}
