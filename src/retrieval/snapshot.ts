import type { CorpusDocument, DocumentId, Passage } from '../corpus/document.ts';
import type { DocumentProblem } from '../corpus/read-files.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Dictionary } from './dictionary.ts';
import type { PassageEmbeddings } from './embeddings.ts';
import type { TextSide } from './text-side.ts';
import type { VectorIndex } from './vector-index.ts';
import type { WordIndex } from './word-index.ts';

/**
 * All that answers questions about one state of the documents, in memory. Immutable: a changed corpus is another snapshot.
 *
 * Passages are numbered through all documents in order; number `n` of every word index and every vector owner is passage `n`.
 */
export interface Snapshot {
  readonly documents: ReadonlyMap<DocumentId, CorpusDocument>;
  readonly passages: readonly Passage[];
  readonly words: Readonly<Record<TextSide, WordIndex>>;
  readonly vectors: VectorIndex;
  /** The passage number that each vector stands for: its Sorani text or its rendition. */
  readonly vectorOwners: Uint32Array;
  /** The embeddings it was built with where those that are configured could not be had, and why; only ever in memory. */
  readonly standIn?: StandIn;
  /** What means the same, across and within the two languages. */
  readonly lexicon: Lexicon;
  /** Documents of the folder that are not served. */
  readonly failed: readonly DocumentProblem[];
  /** Parts of documents that are not served. */
  readonly warnings: readonly DocumentProblem[];
}

/** Embeddings in the place of others. */
interface StandIn {
  readonly embeddings: PassageEmbeddings;
  /** Why the others could not be had, as a sentence for the log. */
  readonly cause: string;
}

/** What the words of a Sorani question are read by. */
export function dictionaryOf({ words, lexicon }: Pick<Snapshot, 'words' | 'lexicon'>): Dictionary {
  const renditions = words.english.vocabulary.data.words.length > 0;
  return { words: words.sorani, lexicon, renditions };
}
