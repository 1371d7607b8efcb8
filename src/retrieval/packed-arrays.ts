import { PirsyarError } from '../errors.ts';
import type { Steps } from './slices.ts';

const TYPES = { u32: Uint32Array, u16: Uint16Array, f32: Float32Array } as const;

type TypeName = keyof typeof TYPES;
/** An array that can be packed. Bytes are little-endian, as on every platform Node runs on. */
export type PackedArray = Uint32Array | Uint16Array | Float32Array;

type StringLists = readonly (readonly string[])[];

interface Header {
  /** For each list the strings and the bytes of its parts. */
  readonly lists: readonly (readonly (readonly [strings: number, bytes: number])[])[];
  readonly arrays: readonly { readonly type: TypeName; readonly length: number }[];
}

const ALIGNMENT = 8;
/** Strings in one part of a list: what is read or written in a millisecond or two. */
const PART = 8192;

/**
 * Packs lists of strings and typed arrays: the header's length (4 bytes), the header as JSON, the lists part by part, then each array
 * at a multiple of 8 bytes. A part holds the lengths of its strings, then all of them in UTF-16. Gives the pieces of what is to be
 * written; arrays are not copied.
 */
export function* packArrays(lists: StringLists, arrays: readonly PackedArray[]): Steps<Buffer[]> {
  const packed: { strings: number; bytes: Buffer }[][] = [];
  for (const list of lists) {
    const parts: { strings: number; bytes: Buffer }[] = [];
    for (let first = 0; first < list.length; first += PART) {
      const strings = list.slice(first, first + PART);
      parts.push({ strings: strings.length, bytes: packStrings(strings) });
      yield;
    }
    packed.push(parts);
  }
  const header: Header = {
    lists: packed.map((parts) => parts.map(({ strings, bytes }) => [strings, bytes.length])),
    arrays: arrays.map((array) => ({ type: typeOf(array), length: array.length })),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const pieces = [length, json, ...packed.flat().map(({ bytes }) => bytes)];
  pieces.push(padding(pieces.reduce((sum, piece) => sum + piece.length, 0)));
  for (const array of arrays) {
    pieces.push(Buffer.from(array.buffer, array.byteOffset, array.byteLength));
    pieces.push(padding(array.byteLength));
  }
  return pieces;
}

function packStrings(strings: readonly string[]): Buffer {
  const lengths = Uint32Array.from(strings, (text) => text.length);
  return Buffer.concat([Buffer.from(lengths.buffer), Buffer.from(strings.join(''), 'utf16le')]);
}

function unpackStrings(count: number, bytes: Buffer): string[] {
  const text = bytes.toString('utf16le', count * Uint32Array.BYTES_PER_ELEMENT);
  const strings: string[] = [];
  let end = 0;
  for (let number = 0; number < count; number += 1) {
    const start = end;
    end += bytes.readUInt32LE(number * Uint32Array.BYTES_PER_ELEMENT);
    strings.push(text.slice(start, end));
  }
  return strings;
}

/**
 * What `packArrays` packed; arrays are views of the buffer where they stand at the right place in memory. The caller has checked the bytes.
 *
 * @throws {PirsyarError} if the buffer is shorter than its header says.
 */
export function* unpackArrays(
  packed: Buffer,
): Steps<{ lists: StringLists; arrays: PackedArray[] }> {
  let position = 0;
  const take = (bytes: number): Buffer => {
    position += bytes;
    if (position > packed.length) throw new PirsyarError('A packed file is cut short.');
    return packed.subarray(position - bytes, position);
  };
  const header: Header = JSON.parse(take(take(4).readUInt32LE()).toString('utf8'));
  const lists: string[][] = [];
  for (const parts of header.lists) {
    const list: string[] = [];
    for (const [count, bytes] of parts) {
      for (const text of unpackStrings(count, take(bytes))) list.push(text);
      yield;
    }
    lists.push(list);
  }
  const arrays = header.arrays.map(({ type, length }) => {
    take(padding(position).length);
    return toArray(type, take(length * TYPES[type].BYTES_PER_ELEMENT));
  });
  return { lists, arrays };
}

function toArray(type: TypeName, bytes: Buffer): PackedArray {
  const { BYTES_PER_ELEMENT } = TYPES[type];
  const { buffer, byteOffset } = bytes;
  if (buffer instanceof ArrayBuffer && byteOffset % BYTES_PER_ELEMENT === 0) {
    return new TYPES[type](buffer, byteOffset, bytes.length / BYTES_PER_ELEMENT);
  }
  return new TYPES[type](new Uint8Array(bytes).buffer);
}

function typeOf(array: PackedArray): TypeName {
  if (array instanceof Uint32Array) return 'u32';
  return array instanceof Uint16Array ? 'u16' : 'f32';
}

function padding(length: number): Buffer {
  return Buffer.alloc((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT);
}
