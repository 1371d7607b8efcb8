import type { DocumentId, Passage } from '../corpus/document.ts';
import { UsageError } from '../errors.ts';
import { toConcept } from './concepts.ts';
import type { Concept } from './concepts.ts';
import { nearPassages } from './near-passages.ts';
import type { QuestionEmbeddings } from './near-passages.ts';
import { scorePassages } from './passage-scores.ts';
import type { SideScores } from './passage-scores.ts';
import type { Query } from './query.ts';
import type { Snapshot } from './snapshot.ts';
import { TEXT_SIDES } from './text-side.ts';
import type { TextSide } from './text-side.ts';

/** What each part of the retriever thought of a passage, 0 to 1. */
interface ScoreParts {
  /** By its words, on the better side. */
  readonly lexical: number;
  /** Cosine of the nearest of the passage's vectors, 0 where it was not among the neighbours. */
  readonly dense: number;
}

/** A passage that was found. Hits are ordered by score, ties by the order of the documents. */
export interface Hit {
  readonly passage: Passage;
  /** 0 to 1; comparable within one question only. */
  readonly score: number;
  readonly parts: ScoreParts;
}

/** What a question asks for on one side, and what that tells: `weights[c]` belongs to `concepts[c]`. */
interface WeighedConcepts {
  readonly concepts: readonly Concept[];
  readonly weights: readonly number[];
}

/** What a search found, and what it looked for. */
export interface SearchResult {
  readonly hits: readonly Hit[];
  readonly asked: Readonly<Record<TextSide, WeighedConcepts>>;
  /** Why the embeddings that are configured had no part in it, as a sentence for the log; null where they had. */
  readonly vectorsMissed: string | null;
}

/** What to search, and how much of it. */
export interface SearchOptions {
  /** The most hits. */
  readonly top: number;
  /** Only this document. Default: all. */
  readonly document?: DocumentId | undefined;
  /** Ends a wait for the question's vector. */
  readonly signal?: AbortSignal | undefined;
}

/** A document was named that is not in the index. */
class UnknownDocumentError extends UsageError {
  override name = 'UnknownDocumentError';
}

/** Words of the documents that stand for one of the question's in its vector. */
const WAYS: Readonly<Record<TextSide, number>> = { sorani: 3, english: 1 };

/**
 * The passages that a question may be answered from: its words over the word indexes and HNSW over the vectors, fused by a
 * weighted sum (Bruch et al., 2023: a convex combination beats reciprocal ranks where scores are comparable). Where a question's
 * vector can't be had, the words alone rank.
 *
 * @throws {UnknownDocumentError} if `document` is not in the snapshot.
 */
export async function search(
  snapshot: Snapshot,
  embeddings: QuestionEmbeddings,
  query: Query,
  { top, document, signal }: SearchOptions,
): Promise<SearchResult> {
  if (document !== undefined && !snapshot.documents.has(document)) {
    throw unknownDocument(document, snapshot);
  }
  const sorani = lookUp(snapshot, query, 'sorani');
  const english = lookUp(snapshot, query, 'english');
  const asked = { sorani, english };
  const near = await nearPassages(snapshot, embeddings, {
    typed: query.text,
    inWordsOfDocuments: () => inWordsOfDocuments(snapshot, asked),
    isWithin: document !== undefined,
    signal,
  });
  const hits: Hit[] = [];
  for (const [number, passage] of snapshot.passages.entries()) {
    // A question is in one language: the better side tells.
    const lexical = Math.max(sorani.scores[number] ?? 0, english.scores[number] ?? 0);
    const dense = near.scores.get(number) ?? 0;
    const score = (1 - near.share) * lexical + near.share * dense;
    if (score === 0 || (document !== undefined && passage.document !== document)) continue;
    hits.push({ passage, score, parts: { lexical, dense } });
  }
  return {
    hits: hits.toSorted((left, right) => right.score - left.score).slice(0, top),
    asked,
    vectorsMissed: near.missed,
  };
}

function lookUp(snapshot: Snapshot, query: Query, side: TextSide): WeighedConcepts & SideScores {
  const index = snapshot.words[side];
  const concepts = query.terms[side].map((term) => toConcept(term, index.vocabulary));
  return { concepts, ...scorePassages(index, concepts) };
}

/**
 * A question as its vector is made: Sorani as it was typed, words in other letters as the words of the documents that say them. So an
 * English question gets a vector among those of Sorani passages, whatever the embeddings know of English.
 */
function inWordsOfDocuments(snapshot: Snapshot, asked: SearchResult['asked']): string {
  const words = TEXT_SIDES.flatMap((side) => {
    const { vocabulary } = snapshot.words[side];
    return asked[side].concepts.flatMap(({ term, words: ways }) => {
      if (side === 'sorani' && term.script !== 'latin') return [term.text];
      const surest = [...ways].toSorted(([, left], [, right]) => right - left);
      return surest.slice(0, WAYS[side]).map(([word]) => vocabulary.data.words[word] ?? '');
    });
  });
  return [...new Set(words)].join(' ');
}

function unknownDocument(document: DocumentId, snapshot: Snapshot): UnknownDocumentError {
  const known = [...snapshot.documents.keys()].slice(0, 20).join(', ');
  return new UnknownDocumentError(`No document "${document}"; there is: ${known}.`);
}
