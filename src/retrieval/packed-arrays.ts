import { PirsyarError } from '../errors.ts';

const TYPES = { u32: Uint32Array, u16: Uint16Array, f32: Float32Array } as const;

type TypeName = keyof typeof TYPES;
/** An array that can be packed. Bytes are little-endian, as on every platform Node runs on. */
export type PackedArray = Uint32Array | Uint16Array | Float32Array;

type StringLists = readonly (readonly string[])[];

interface Header {
  readonly lists: StringLists;
  readonly arrays: readonly { readonly type: TypeName; readonly length: number }[];
}

const ALIGNMENT = 8;

/**
 * Packs lists of strings and typed arrays into one buffer: the header's length (4 bytes), the header as JSON, then each array at a
 * multiple of 8 bytes.
 */
export function packArrays(lists: StringLists, arrays: readonly PackedArray[]): Buffer {
  const header: Header = {
    lists,
    arrays: arrays.map((array) => ({ type: typeOf(array), length: array.length })),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const parts = [length, json, padding(4 + json.length)];
  for (const array of arrays) {
    parts.push(Buffer.from(array.buffer, array.byteOffset, array.byteLength));
    parts.push(padding(array.byteLength));
  }
  return Buffer.concat(parts);
}

/**
 * What `packArrays` packed. The caller has checked the bytes.
 *
 * @throws {PirsyarError} if the buffer is shorter than its header says.
 */
export function unpackArrays(packed: Buffer): { lists: StringLists; arrays: PackedArray[] } {
  const jsonLength = packed.length < 4 ? Infinity : packed.readUInt32LE();
  let position = 4 + jsonLength;
  if (position > packed.length) throw new PirsyarError('A packed file is cut short.');
  const header: Header = JSON.parse(packed.toString('utf8', 4, position));
  const arrays = header.arrays.map(({ type, length }) => {
    position += padding(position).length;
    const bytes = packed.subarray(position, position + length * TYPES[type].BYTES_PER_ELEMENT);
    position += length * TYPES[type].BYTES_PER_ELEMENT;
    if (position > packed.length) throw new PirsyarError('A packed file is cut short.');
    const copy = new Uint8Array(bytes);
    return new TYPES[type](copy.buffer, 0, length);
  });
  return { lists: header.lists, arrays };
}

function typeOf(array: PackedArray): TypeName {
  if (array instanceof Uint32Array) return 'u32';
  return array instanceof Uint16Array ? 'u16' : 'f32';
}

function padding(length: number): Buffer {
  return Buffer.alloc((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT);
}
