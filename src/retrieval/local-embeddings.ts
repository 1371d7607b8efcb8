import type { EmbeddingsInterface } from '@langchain/core/embeddings';

import { analyse, characterGrams } from '../language/analysis.ts';
import type { Term } from '../language/analysis.ts';

/** Components of a local vector. More cost time and disk, fewer let unrelated terms collide; 384 ≈ a small model's. */
const DIMENSIONS = 384;
const STOPWORD_WEIGHT = 0.15;
const GRAM_WEIGHT = 0.4;

/**
 * Embeddings that need no weights and no network: the stems and folded character n-grams of a text, hashed with a sign into a
 * unit vector of 384 components (feature hashing: Weinberger et al., 2009). Deterministic on every machine. A
 * text without a word is the zero vector, which is equally far from everything.
 */
export class LocalEmbeddings implements EmbeddingsInterface {
  /** Stands in the manifest: another id makes a snapshot stale, so it names all that the vectors depend on. */
  readonly id = `local-hashed-terms-${DIMENSIONS}-${STOPWORD_WEIGHT}-${GRAM_WEIGHT}`;
  readonly dimensions = DIMENSIONS;

  embedQuery(text: string): Promise<number[]> {
    return Promise.resolve(Array.from(embed(text)));
  }

  embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.resolve(texts.map((text) => Array.from(embed(text))));
  }
}

function embed(text: string): Float32Array {
  const weights = new Map<string, number>();
  for (const term of analyse(text)) addTerm(weights, term);
  const vector = new Float32Array(DIMENSIONS);
  for (const [feature, weight] of weights) {
    const hash = hashFeature(feature);
    const component = (hash >>> 1) % DIMENSIONS;
    const signed = Math.sqrt(weight) * ((hash & 1) === 0 ? 1 : -1);
    vector[component] = (vector[component] ?? 0) + signed;
  }
  return toUnitLength(vector);
}

function addTerm(weights: Map<string, number>, term: Term): void {
  const importance = term.stopword ? STOPWORD_WEIGHT : 1;
  add(weights, `w${term.folded}`, importance);
  const grams = characterGrams(term.folded);
  for (const gram of grams) add(weights, `g${gram}`, (importance * GRAM_WEIGHT) / grams.length);
}

function add(weights: Map<string, number>, feature: string, weight: number): void {
  weights.set(feature, (weights.get(feature) ?? 0) + weight);
}

/** 32-bit FNV-1a over UTF-16 code units, then a final mix so that the low bits depend on all of them. */
function hashFeature(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((component) => component / length);
}
