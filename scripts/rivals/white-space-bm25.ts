import type { Retriever } from './retriever.ts';

/** How fast a repeated word stops counting. */
const K1 = 1.2;
/** How much a long passage is discounted, 0 to 1. */
const B = 0.75;

interface Posting {
  readonly passage: number;
  readonly count: number;
}

/** BM25 (Robertson and Walker, 1994; idf as in Lucene) over what stands between white space, and nothing done to it. */
export function createWhiteSpaceBm25(): Retriever {
  const postings = new Map<string, Posting[]>();
  const ids: string[] = [];
  const lengths: number[] = [];

  function score(words: readonly string[]): Map<number, number> {
    const scores = new Map<number, number>();
    const averageLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    for (const word of words) {
      const found = postings.get(word) ?? [];
      const idf = Math.log(1 + (ids.length - found.length + 0.5) / (found.length + 0.5));
      for (const { passage, count } of found) {
        const length = (lengths[passage] ?? 0) / averageLength;
        const gain = (count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
        scores.set(passage, (scores.get(passage) ?? 0) + idf * gain);
      }
    }
    return scores;
  }

  return {
    name: 'BM25 on white-space words',
    note: 'k1 1.2, b 0.75, no other processing',
    index: async (passages) => {
      for (const { id, text } of passages) {
        const words = split(text);
        for (const [word, count] of countWords(words)) {
          const known = postings.get(word);
          if (known === undefined) postings.set(word, [{ passage: ids.length, count }]);
          else known.push({ passage: ids.length, count });
        }
        ids.push(id);
        lengths.push(words.length);
      }
    },
    search: async (query, top) =>
      Array.from(score(split(query)))
        .toSorted(([, left], [, right]) => right - left)
        .slice(0, top)
        .flatMap(([passage]) => ids[passage] ?? []),
  };
}

function split(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
