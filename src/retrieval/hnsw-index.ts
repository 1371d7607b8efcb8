import type { HierarchicalNSW } from 'hnswlib-node';

import { PirsyarError } from '../errors.ts';
import { checkTable, checkVector } from './vector-checks.ts';
import { byScore, tableSize, vectorAt } from './vector-index.ts';
import type { Neighbour, VectorIndex, VectorTable } from './vector-index.ts';

/** The space of the graph: inner product, which for unit vectors is the cosine. */
export const SPACE = 'ip';

/** Links per vector, and breadth of the search while building. */
const LINKS = 16;
const BUILD_BREADTH = 100;
/** Fixed, so that the same vectors make the same graph. */
const SEED = 100;
/**
 * Breadth of a query, at least; hnswlib falls back to 10 after every read. Hashed words hardly cluster, so the breadth grows with the
 * index: one in 32 of its vectors finds 98 of 100 neighbours (`npm run bench:scale`).
 */
const QUERY_BREADTH = 128;
const BREADTH_SHARE = 1 / 32;

interface Hnswlib {
  readonly HierarchicalNSW: typeof HierarchicalNSW;
}

/**
 * The native library, or null where it isn't installed, wasn't compiled, or was compiled for another Node.
 * Its named exports don't exist at run time: it is CommonJS, and only the default import works in Node.
 */
export async function loadHnswlib(): Promise<Hnswlib | null> {
  try {
    const library = await import('hnswlib-node');
    return library.default;
  } catch {
    return null;
  }
}

/**
 * A guarded HNSW graph (Malkov & Yashunin, 2018) on hnswlib-node.
 *
 * hnswlib aborts the process on a `null` component, accepts NaN, reads a file of another dimension without an error and
 * reports success when the disk is full. So every vector is checked, an object reads at most one file, and the caller
 * checks size and checksum of a file before and after.
 */
export class HnswIndex implements VectorIndex {
  readonly kind = 'hnsw';
  readonly dimensions: number;
  readonly size: number;
  readonly #library: Hnswlib;
  readonly #graph: HierarchicalNSW;

  private constructor(
    library: Hnswlib,
    graph: HierarchicalNSW,
    { dimensions, size }: { dimensions: number; size: number },
  ) {
    this.#library = library;
    this.#graph = graph;
    this.dimensions = dimensions;
    this.size = size;
    graph.setEf(QUERY_BREADTH);
  }

  /** @throws {PirsyarError} if the table holds a component that is no finite number. */
  static build(library: Hnswlib, table: VectorTable): HnswIndex {
    checkTable(table);
    const size = tableSize(table);
    const graph = new library.HierarchicalNSW(SPACE, table.dimensions);
    graph.initIndex(Math.max(1, size), LINKS, BUILD_BREADTH, SEED);
    for (let label = 0; label < size; label += 1) {
      graph.addPoint(Array.from(vectorAt(table, label)), label);
    }
    return new HnswIndex(library, graph, { dimensions: table.dimensions, size });
  }

  /**
   * Reads a file that `write` wrote. The caller has checked its checksum: the format has none.
   *
   * @throws {PirsyarError} if the file is cut short or holds another number of vectors.
   */
  static read(
    library: Hnswlib,
    file: string,
    expected: { dimensions: number; size: number },
  ): HnswIndex {
    const graph = new library.HierarchicalNSW(SPACE, expected.dimensions);
    try {
      graph.readIndexSync(file);
    } catch (error) {
      throw new PirsyarError('The vector index is damaged.', { cause: error });
    }
    if (graph.getCurrentCount() !== expected.size) {
      throw new PirsyarError(
        `The vector index holds ${graph.getCurrentCount()} vectors where ${expected.size} were expected.`,
      );
    }
    return new HnswIndex(library, graph, expected);
  }

  /**
   * Writes the graph and reads it back, because hnswlib reports success on a full disk.
   *
   * @throws {PirsyarError} if the file isn't whole.
   */
  write(file: string): void {
    this.#graph.writeIndexSync(file);
    HnswIndex.read(this.#library, file, this);
  }

  search(query: Float32Array, count: number): Neighbour[] {
    checkVector(query, this.dimensions);
    const wanted = Math.min(count, this.size);
    if (wanted < 1) return [];
    this.#graph.setEf(Math.max(QUERY_BREADTH, wanted, Math.ceil(this.size * BREADTH_SHARE)));
    const found = this.#graph.searchKnn(Array.from(query), wanted);
    return found.neighbors
      .map((label, rank) => ({ label, score: 1 - (found.distances[rank] ?? 1) }))
      .toSorted(byScore);
  }
}
