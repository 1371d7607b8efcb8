import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { packArrays, unpackArrays } from '../../src/retrieval/packed-arrays.ts';
import type { PackedArray } from '../../src/retrieval/packed-arrays.ts';
import { atOnce } from '../../src/retrieval/slices.ts';
import type { Steps } from '../../src/retrieval/slices.ts';
import { anyText, FIXED } from '../support/any-text.ts';

const lists = fc.array(fc.array(anyText, { maxLength: 6 }), {
  maxLength: 4,
});
const arrays: fc.Arbitrary<PackedArray[]> = fc.array(
  fc.oneof(
    fc.uint32Array({ maxLength: 9 }),
    fc.uint16Array({ maxLength: 9 }),
    fc.float32Array({ maxLength: 9 }),
  ),
  { maxLength: 6 },
);

function pack(...packed: Parameters<typeof packArrays>): Buffer {
  return Buffer.concat(atOnce(packArrays(...packed)));
}

function unpack(bytes: Buffer): ReturnType<typeof unpackArrays> extends Steps<infer T> ? T : never {
  return atOnce(unpackArrays(bytes));
}

describe('packed arrays', () => {
  it('come back as they were, of the same types', () => {
    fc.assert(
      fc.property(lists, arrays, (strings, numbers) => {
        expect(unpack(pack(strings, numbers))).toEqual({
          lists: strings,
          arrays: numbers,
        });
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('come back where a list is longer than what is read at once', () => {
    const list = Array.from({ length: 20_000 }, (_, number) => `${number}`);
    expect(unpack(pack([[], list, ['ئاو']], []))).toEqual({
      lists: [[], list, ['ئاو']],
      arrays: [],
    });
  });

  it('come back from a view that starts at an odd byte', () => {
    const packed = pack([['ئاو']], [Uint32Array.of(1, 2), Float32Array.of(0.5)]);
    const shifted = Buffer.concat([Buffer.from('x'), packed]).subarray(1);
    expect(unpack(shifted)).toEqual(unpack(packed));
  });

  it('keep only their own part of a larger buffer', () => {
    const part = Uint16Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(unpack(pack([], [part])).arrays).toEqual([Uint16Array.of(2, 3)]);
  });

  it('are refused wherever they are cut, but within the padding at the end', () => {
    const packed = pack([['ئاو', '']], [Uint16Array.of(7), Float32Array.of(1, 2, 3)]);
    const padding = 4;
    for (let length = 0; length < packed.length - padding; length += 1) {
      expect(() => unpack(packed.subarray(0, length)), `${length} bytes`).toThrow(PirsyarError);
    }
    expect(unpack(packed.subarray(0, packed.length - padding))).toEqual(unpack(packed));
  });
});
