/** A neighbour: the number of a vector (its position when added) and its inner product with the query, −1 to 1. */
export interface Neighbour {
  readonly label: number;
  readonly score: number;
}

/**
 * Nearest vectors by inner product of unit vectors. Vectors are added in order and never removed: another corpus
 * is another index.
 */
export interface VectorIndex {
  readonly kind: 'hnsw' | 'exact';
  readonly dimensions: number;
  readonly size: number;
  /**
   * The `count` nearest, best first, ties by label; fewer where the index holds fewer.
   *
   * @throws {PirsyarError} if the query has another dimension or a component that is no finite number.
   */
  search(query: Float32Array, count: number): Neighbour[];
}

/** All vectors of an index, one after the other. */
export interface VectorTable {
  readonly dimensions: number;
  /** `size × dimensions` finite components. */
  readonly components: Float32Array;
}

/** How many vectors a table holds. */
export function tableSize(table: VectorTable): number {
  return table.components.length / table.dimensions;
}

/** Vector `label` of a table; a view, not a copy. */
export function vectorAt(table: VectorTable, label: number): Float32Array {
  const { dimensions, components } = table;
  return components.subarray(label * dimensions, (label + 1) * dimensions);
}

/** The order that every index promises. */
export function byScore(left: Neighbour, right: Neighbour): number {
  return right.score - left.score || left.label - right.label;
}
