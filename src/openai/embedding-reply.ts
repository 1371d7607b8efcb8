import { ModelFailure } from '../answering/chat-model.ts';
import { isJsonObject } from '../json.ts';

/**
 * The vectors of a reply in the order of the inputs, each of unit length; anything may come.
 *
 * @throws {ModelFailure} `unusable` if one is missing, has no finite components or not as many as the first, or is all zeros, as some
 * servers give where they misread the encoding.
 */
export function readVectors(body: unknown, count: number, host: string): number[][] {
  const data: unknown = isJsonObject(body) ? body['data'] : null;
  const entries: readonly unknown[] = Array.isArray(data) ? data : [];
  if (entries.length !== count) {
    throw unusable(host, `${entries.length} vectors where ${count} were wanted`);
  }
  const vectors = new Map<number, number[]>();
  for (const [position, entry] of entries.entries()) {
    if (!isJsonObject(entry)) throw unusable(host, 'something that is no vector');
    // Servers that answer in order may leave the index out.
    const { index = position, embedding } = entry;
    vectors.set(Number(index), toUnitLength(embedding, host));
  }
  return Array.from({ length: count }, (_, index) => {
    const vector = vectors.get(index);
    if (vector === undefined || vector.length !== vectors.get(0)?.length) {
      throw unusable(host, 'vectors that do not belong together');
    }
    return vector;
  });
}

function toUnitLength(embedding: unknown, host: string): number[] {
  if (!isVector(embedding)) throw unusable(host, 'a vector whose components are no numbers');
  const length = Math.hypot(...embedding);
  if (length === 0 || !Number.isFinite(length)) throw unusable(host, 'a vector of no direction');
  return embedding.map((component) => component / length);
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every(Number.isFinite);
}

function unusable(host: string, what: string): ModelFailure {
  return new ModelFailure('unusable', `${host} gave ${what}.`);
}
