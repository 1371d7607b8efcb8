import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import type { VectorIndex, VectorTable } from '../../src/retrieval/vector-index.ts';

/** Where an index comes from, and whether it can be had on this machine. */
export interface ContractSubject {
  readonly name: string;
  readonly build: (table: VectorTable) => VectorIndex;
  /** Why the suite can't run here; null where it can. */
  readonly unavailable: string | null;
}

/** A table of these vectors. */
export function tableOf(...vectors: readonly (readonly number[])[]): VectorTable {
  return {
    dimensions: vectors[0]?.length ?? 1,
    components: Float32Array.from(vectors.flat()),
  };
}

const EAST = [1, 0];
const NORTH = [0, 1];
const WEST = [-1, 0];
const NORTH_EAST = [Math.SQRT1_2, Math.SQRT1_2];

function labels(index: VectorIndex, query: readonly number[], count: number): number[] {
  return index.search(Float32Array.from(query), count).map(({ label }) => label);
}

/** What every VectorIndex promises. */
export function vectorIndexContract({ name, build, unavailable }: ContractSubject): void {
  const note = unavailable === null ? '' : ` (skipped: ${unavailable})`;

  describe.skipIf(unavailable !== null)(`${name}${note}`, () => {
    it('says how much of what it holds', () => {
      const { size, dimensions } = build(tableOf(EAST, NORTH, WEST));
      expect({ size, dimensions }).toEqual({ size: 3, dimensions: 2 });
    });

    it('gives the nearest first, with the inner product as score', () => {
      const found = build(tableOf(WEST, NORTH, EAST, NORTH_EAST)).search(Float32Array.of(1, 0), 4);
      expect(found.map(({ label }) => label)).toEqual([2, 3, 1, 0]);
      for (const [rank, score] of [1, Math.SQRT1_2, 0, -1].entries()) {
        expect(found[rank]?.score).toBeCloseTo(score, 6);
      }
    });

    it('orders ties by label, also across the cut', () => {
      const index = build(tableOf(WEST, EAST, NORTH, EAST, EAST, EAST, NORTH, EAST, EAST));
      expect(labels(index, EAST, 3)).toEqual([1, 3, 4]);
      expect(labels(index, EAST, 8)).toEqual([1, 3, 4, 5, 7, 8, 2, 6]);
    });

    it('gives all it holds where more are asked', () => {
      const index = build(tableOf(EAST, NORTH));
      expect(labels(index, EAST, 1000)).toEqual([0, 1]);
    });

    it.each([0, -1])('gives nothing where %d are asked', (count) => {
      expect(labels(build(tableOf(EAST, NORTH)), EAST, count)).toEqual([]);
    });

    it('gives nothing where it holds nothing, and still checks the query', () => {
      const index = build({ dimensions: 2, components: new Float32Array() });
      expect(index.size).toBe(0);
      expect(labels(index, EAST, 5)).toEqual([]);
      expect(() => labels(index, [1], 5)).toThrow(PirsyarError);
    });

    it('finds a zero vector and is not upset by a zero query', () => {
      const index = build(tableOf(WEST, [0, 0], EAST));
      expect(labels(index, EAST, 3)).toEqual([2, 1, 0]);
      expect(labels(index, [0, 0], 3)).toEqual([0, 1, 2]);
    });

    it.each([
      ['fewer components', [1]],
      ['more components', [1, 0, 0]],
      ['no component', []],
    ])('refuses a query of %s', (_, query) => {
      expect(() => labels(build(tableOf(EAST, NORTH)), query, 1)).toThrow(PirsyarError);
    });

    // hnswlib takes NaN and aborts the process on null: neither may reach it.
    it.each([
      ['NaN', Number.NaN],
      ['infinity', Infinity],
      ['minus infinity', -Infinity],
      ['what undefined becomes', Float32Array.from(Array<number>(1))[0] ?? 0],
    ])('refuses %s in a query and in a table', (_, odd) => {
      expect(() => labels(build(tableOf(EAST)), [odd, 0], 1)).toThrow(PirsyarError);
      expect(() => build(tableOf(EAST, [0, odd]))).toThrow(PirsyarError);
    });

    it('refuses a table that is no whole number of vectors', () => {
      expect(() => build({ dimensions: 2, components: Float32Array.of(1, 0, 1) })).toThrow(
        PirsyarError,
      );
      expect(() => build({ dimensions: 0, components: new Float32Array() })).toThrow(PirsyarError);
    });

    it('keeps working after a refusal', () => {
      const index = build(tableOf(EAST, NORTH));
      expect(() => labels(index, [Number.NaN, 0], 1)).toThrow(PirsyarError);
      expect(labels(index, NORTH, 1)).toEqual([1]);
    });
  });
}
