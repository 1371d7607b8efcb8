import type { HierarchicalNSW } from 'hnswlib-node';

import { PirsyarError } from '../errors.ts';
import { freshLabels } from './graph-labels.ts';
import type { GraphChange, GraphLabels } from './graph-labels.ts';
import { GONE } from './posting-lists.ts';
import { atOnce } from './slices.ts';
import type { Steps } from './slices.ts';
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

/** The native library. */
export interface Hnswlib {
  readonly HierarchicalNSW: typeof HierarchicalNSW;
}

/** What a file of a graph must hold. */
export interface GraphShape {
  readonly dimensions: number;
  readonly labels: GraphLabels;
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
 * reports success when the disk is full. So every vector is checked, an object reads at most one file, nothing else is done with it
 * meanwhile, and the caller checks size and checksum of a file before and after.
 *
 * The same table gives the same graph; one that grew out of another (`becoming`) is another graph than that of a full build: it may miss
 * other neighbours, and of equally near ones at the cut it may give others. The same steps always give the same.
 */
export class HnswIndex implements VectorIndex {
  readonly kind = 'hnsw';
  readonly dimensions: number;
  readonly size: number;
  readonly labels: GraphLabels;
  readonly #library: Hnswlib;
  readonly #graph: HierarchicalNSW;

  private constructor(
    library: Hnswlib,
    graph: HierarchicalNSW,
    { dimensions, labels }: GraphShape,
  ) {
    this.#library = library;
    this.#graph = graph;
    this.dimensions = dimensions;
    this.labels = labels;
    this.size = countLiving(labels);
    graph.setEf(QUERY_BREADTH);
  }

  /** @throws {PirsyarError} if the table holds a component that is no finite number. */
  static build(library: Hnswlib, table: VectorTable): HnswIndex {
    return atOnce(HnswIndex.building(library, table));
  }

  /** `build`, step by step. @param onDone called after each vector with how many there are. */
  static *building(
    library: Hnswlib,
    table: VectorTable,
    onDone?: (done: number) => void,
  ): Steps<HnswIndex> {
    checkTable(table);
    const { dimensions } = table;
    const size = tableSize(table);
    const graph = new library.HierarchicalNSW(SPACE, dimensions);
    graph.initIndex(Math.max(1, size), LINKS, BUILD_BREADTH, SEED);
    for (let label = 0; label < size; label += 1) {
      graph.addPoint(Array.from(vectorAt(table, label)), label);
      onDone?.(label + 1);
      yield;
    }
    return new HnswIndex(library, graph, { dimensions, labels: freshLabels(size) });
  }

  /**
   * Reads a file that `write` wrote, apart from the event loop. The caller has checked its checksum: the format has none.
   *
   * @throws {PirsyarError} if the file is cut short or holds another number of vectors.
   */
  static async read(library: Hnswlib, file: string, expected: GraphShape): Promise<HnswIndex> {
    const graph = new library.HierarchicalNSW(SPACE, expected.dimensions);
    try {
      await graph.readIndex(file);
    } catch (error) {
      throw new PirsyarError('The vector index is damaged.', { cause: error });
    }
    const places = expected.labels.rows.length;
    if (graph.getCurrentCount() !== places) {
      throw new PirsyarError(
        `The vector index holds ${graph.getCurrentCount()} vectors where ${places} were expected.`,
      );
    }
    return new HnswIndex(library, graph, expected);
  }

  /**
   * Makes the graph that of another table, step by step. This index is used up, and must not be searched any more.
   *
   * @param onDone called after each new vector with how many there are.
   * @throws {PirsyarError} if the table holds a component that is no finite number.
   */
  *becoming(
    table: VectorTable,
    { labels, dying, filled }: GraphChange,
    onDone?: (done: number) => void,
  ): Steps<HnswIndex> {
    checkTable(table);
    const graph = this.#graph;
    if (labels.rows.length > this.labels.rows.length) graph.resizeIndex(labels.rows.length);
    for (const label of dying) graph.markDelete(label);
    for (const [place, label] of filled.entries()) {
      graph.addPoint(Array.from(vectorAt(table, labels.rows[label] ?? 0)), label);
      onDone?.(place + 1);
      yield;
    }
    return new HnswIndex(this.#library, graph, { dimensions: this.dimensions, labels });
  }

  /**
   * Writes the graph and reads it back, because hnswlib reports success on a full disk. Nothing may be asked of it meanwhile.
   *
   * @throws {PirsyarError} if the file isn't whole.
   */
  async write(file: string): Promise<void> {
    await this.#graph.writeIndex(file);
    await HnswIndex.read(this.#library, file, this);
  }

  search(query: Float32Array, count: number): Neighbour[] {
    checkVector(query, this.dimensions);
    const wanted = Math.min(count, this.size);
    if (wanted < 1) return [];
    this.#graph.setEf(Math.max(QUERY_BREADTH, wanted, Math.ceil(this.size * BREADTH_SHARE)));
    const found = this.#graph.searchKnn(Array.from(query), wanted);
    return found.neighbors
      .map((label, rank) => ({
        label: this.labels.rows[label] ?? GONE,
        score: 1 - (found.distances[rank] ?? 1),
      }))
      .toSorted(byScore);
  }
}

function countLiving({ rows }: GraphLabels): number {
  return rows.reduce((count, row) => (row === GONE ? count : count + 1), 0);
}
