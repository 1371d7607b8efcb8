import { PirsyarError } from '../errors.ts';
import type { VectorTable } from './vector-index.ts';

/**
 * Stops what would crash native code or poison every distance.
 *
 * @throws {PirsyarError} if the vector has another dimension or a component that is no finite number.
 */
export function checkVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw new PirsyarError(
      `A vector of ${vector.length} components came where ${dimensions} were expected: rebuild the index with \`pirsyar index --force\`.`,
    );
  }
  checkFinite(vector);
}

/** @throws {PirsyarError} if the components are no whole number of finite vectors. */
export function checkTable(table: VectorTable): void {
  if (table.dimensions < 1 || table.components.length % table.dimensions !== 0) {
    throw new PirsyarError(
      `${table.components.length} components are no whole number of vectors of ${table.dimensions}.`,
    );
  }
  checkFinite(table.components);
}

function checkFinite(components: Float32Array): void {
  // Indexed, because there are millions of them.
  for (let index = 0; index < components.length; index += 1) {
    if (Number.isFinite(components[index])) continue;
    throw new PirsyarError('A vector holds a component that is no finite number.');
  }
}
