import type { VectorTable } from '../../src/retrieval/vector-index.ts';

/** mulberry32: numbers from 0 to 1, the same for the same seed on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many vectors there are, in how many clusters. */
interface Clusters {
  readonly size: number;
  readonly dimensions: number;
  readonly clusters: number;
  readonly seed: number;
}

/**
 * Unit vectors around a few centres, as those of texts are. (Isotropic ones make every graph index look broken: all are equally far.)
 */
export function clusteredVectors({ size, dimensions, clusters, seed }: Clusters): VectorTable {
  const random = createRandom(seed);
  const draw = (): number[] => Array.from({ length: dimensions }, () => random() - 0.5);
  const centres = Array.from({ length: clusters }, draw);
  const vectors = Array.from({ length: size }, (_, number) => {
    const centre = centres[number % clusters] ?? [];
    const noise = draw();
    const vector = centre.map((component, axis) => component + 0.5 * (noise[axis] ?? 0));
    const norm = Math.hypot(...vector);
    return vector.map((component) => component / norm);
  });
  return { dimensions, components: Float32Array.from(vectors.flat()) };
}
