import type { Vocabulary } from './vocabulary.ts';

/** Where every word of one side of a corpus stands, sentence by sentence; what goes to disk, besides the vocabulary. */
export interface WordIndexData {
  /** `rows[w]` to `rows[w + 1]` are the postings of word `w` of the vocabulary. */
  readonly rows: Uint32Array;
  /** Sentence numbers, rising within a row; a word that stands twice in a sentence has two. */
  readonly sentences: Uint32Array;
  /** The passage number of each sentence, rising. */
  readonly passageOf: Uint32Array;
  /** The document number of each passage, rising. */
  readonly documentOf: Uint32Array;
  /** Words in each passage. */
  readonly lengths: Uint32Array;
}

/** An inverted index over the sentences of one side, passages and sentences numbered through all documents. Immutable. */
export class WordIndex {
  readonly vocabulary: Vocabulary;
  readonly data: WordIndexData;
  /** Words in a passage on average, at least 1. */
  readonly averageLength: number;
  readonly documents: number;

  constructor(vocabulary: Vocabulary, data: WordIndexData) {
    this.vocabulary = vocabulary;
    this.data = data;
    const filled = data.lengths.filter((length) => length > 0);
    const total = filled.reduce((sum, length) => sum + length, 0);
    this.averageLength = Math.max(1, total / Math.max(1, filled.length));
    this.documents = (data.documentOf.at(-1) ?? -1) + 1;
  }

  /** Passages in the index. */
  get size(): number {
    return this.data.lengths.length;
  }

  /** How often a word stands in the corpus. */
  frequency(word: number): number {
    return (this.data.rows[word + 1] ?? 0) - (this.data.rows[word] ?? 0);
  }

  /** The sentences that a word stands in, rising; one in which it stands twice comes twice. */
  sentencesOf(word: number): Uint32Array {
    return this.data.sentences.subarray(this.data.rows[word], this.data.rows[word + 1]);
  }
}
