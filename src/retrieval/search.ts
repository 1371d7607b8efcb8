import type { EmbeddingsInterface } from '@langchain/core/embeddings';

import type { DocumentId, Passage } from '../corpus/document.ts';
import { UsageError } from '../errors.ts';
import type { Term } from '../language/analysis.ts';
import { FIELD_NAMES, FIELDS } from './fields.ts';
import type { FieldName, TextSide } from './fields.ts';
import type { Concept } from './lexical-index.ts';
import type { Query, QueryTerm } from './query.ts';
import type { Snapshot } from './snapshot.ts';

/** What each part of the retriever thought of a passage, 0 to 1. */
interface ScoreParts {
  /** Best side of the lexical fields. */
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

/** What to search, and how much of it. */
export interface SearchOptions {
  /** The most hits. */
  readonly top: number;
  /** Only this document. Default: all. */
  readonly document?: DocumentId | undefined;
}

/** A document was named that is not in the index. */
class UnknownDocumentError extends UsageError {
  override name = 'UnknownDocumentError';
}

/** Share of the vectors in a score; the rest is the lexical fields'. Tuned with `evaluate`. */
const DENSE_SHARE = 0.15;
/** Neighbours asked of the vector index: several per hit, because a passage may own two vectors. */
const NEIGHBOURS = 64;
/** With a document named, neighbours in others don't count: ask for more. */
const NEIGHBOURS_WITHIN = 512;

/**
 * The passages that a question may be answered from: BM25 over the lexical fields and HNSW over the vectors, fused by a
 * weighted sum (Bruch et al., 2023: a convex combination beats reciprocal ranks where scores are comparable).
 *
 * @throws {UnknownDocumentError} if `document` is not in the snapshot.
 */
export async function search(
  snapshot: Snapshot,
  embeddings: EmbeddingsInterface,
  query: Query,
  { top, document }: SearchOptions,
): Promise<Hit[]> {
  if (document !== undefined && !snapshot.documents.has(document)) {
    throw unknownDocument(document, snapshot);
  }
  const lexical = scoreLexical(snapshot, query);
  const dense = await scoreDense(snapshot, embeddings, query, document !== undefined);
  const hits: Hit[] = [];
  for (const [number, passage] of snapshot.passages.entries()) {
    if (document !== undefined && passage.document !== document) continue;
    const parts = { lexical: lexical[number] ?? 0, dense: dense.get(number) ?? 0 };
    const score = (1 - DENSE_SHARE) * parts.lexical + DENSE_SHARE * Math.max(0, parts.dense);
    if (score > 0) hits.push({ passage, score, parts });
  }
  return hits.toSorted((left, right) => right.score - left.score).slice(0, top);
}

/** For each passage the better of its two sides: a question is in one language. */
function scoreLexical(snapshot: Snapshot, query: Query): Float64Array {
  const sorani = scoreSide(snapshot, query, 'sorani');
  const english = scoreSide(snapshot, query, 'english');
  return sorani.map((score, number) => Math.max(score, english[number] ?? 0));
}

function scoreSide(snapshot: Snapshot, query: Query, side: TextSide): Float64Array {
  const total = new Float64Array(snapshot.passages.length);
  const terms = query.terms[side];
  if (terms.length === 0) return total;
  for (const name of FIELD_NAMES) {
    const field = FIELDS[name];
    if (field.side !== side) continue;
    const scores = snapshot.lexical[name].score(toConcepts(terms, field));
    scores.forEach(
      (score, number) => (total[number] = (total[number] ?? 0) + field.weight * score),
    );
  }
  return total;
}

/** How much a stop word counts beside its (already low) inverse document frequency. */
const STOPWORD_WEIGHT = 0.3;

/** A word field looks for each term in all the ways to say it; a gram field for each gram of the term itself. */
function toConcepts(terms: readonly QueryTerm[], field: (typeof FIELDS)[FieldName]): Concept[] {
  if (field.unit === 'word') return terms.map(toWordConcept);
  return Array.from(weighTerms(terms, field.terms), ([term, weight]) => ({
    weight,
    ways: [{ term, strength: 1 }],
  }));
}

function toWordConcept(term: QueryTerm): Concept {
  const alternatives = term.alternatives.flatMap(({ stems, strength }) =>
    stems.length === 1 ? stems.map((stem) => ({ term: stem, strength })) : [],
  );
  return {
    weight: weightOf(term),
    ways: [{ term: term.folded, strength: 1 }, ...alternatives],
  };
}

function weightOf(term: QueryTerm): number {
  return term.weight * (term.stopword ? STOPWORD_WEIGHT : 1);
}

/** A gram field's terms of a question, each with the weight of the word it comes from. */
function weighTerms(
  terms: readonly QueryTerm[],
  toFieldTerms: (words: readonly Term[]) => string[],
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const term of terms) {
    const weight = weightOf(term);
    for (const fieldTerm of toFieldTerms([term])) {
      weights.set(fieldTerm, Math.max(weights.get(fieldTerm) ?? 0, weight));
    }
  }
  return weights;
}

async function scoreDense(
  snapshot: Snapshot,
  embeddings: EmbeddingsInterface,
  query: Query,
  within: boolean,
): Promise<Map<number, number>> {
  const text = query.terms.sorani.concat(query.terms.english).map((term) => term.text);
  const vector = await embeddings.embedQuery([...new Set(text)].join(' '));
  const best = new Map<number, number>();
  const count = within ? NEIGHBOURS_WITHIN : NEIGHBOURS;
  for (const { label, score } of snapshot.vectors.search(Float32Array.from(vector), count)) {
    const owner = snapshot.vectorOwners[label] ?? 0;
    best.set(owner, Math.max(best.get(owner) ?? 0, score));
  }
  return best;
}

function unknownDocument(document: DocumentId, snapshot: Snapshot): UnknownDocumentError {
  const known = [...snapshot.documents.keys()].slice(0, 20).join(', ');
  return new UnknownDocumentError(`No document "${document}"; there is: ${known}.`);
}
