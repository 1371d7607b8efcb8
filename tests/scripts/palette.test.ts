import { crc32, deflateSync, inflateSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { withPalette } from '../../scripts/conversations/palette.ts';
import { decodePng } from '../../scripts/conversations/png.ts';
import { FIXED } from '../support/any-text.ts';

const WIDTH = 5;

/** Pixels as 0xRRGGBB, and for each row the filter (0 to 4) that it is written with. */
interface Drawing {
  readonly pixels: readonly number[];
  readonly filters: readonly number[];
  readonly opacity: boolean;
}

const anyDrawing: fc.Arbitrary<Drawing> = fc.integer({ min: 1, max: 6 }).chain((height) =>
  fc.record({
    pixels: fc.array(fc.integer({ min: 0, max: 0xffffff }), {
      minLength: WIDTH * height,
      maxLength: WIDTH * height,
    }),
    filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: height, maxLength: height }),
    opacity: fc.boolean(),
  }),
);

describe('a picture', () => {
  it('is read as it was written, whatever the filters of its rows', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const { width, height, colours } = decodePng(browserPng(drawing));
        expect([width, height]).toEqual([WIDTH, drawing.filters.length]);
        expect([...colours]).toEqual(drawing.pixels);
      }),
      FIXED,
    );
  });

  it('stays the same with a palette that has room for all of its colours', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        expect(pixelsOf(withPalette(browserPng(drawing), 256))).toEqual(drawing.pixels);
      }),
      FIXED,
    );
  });

  it('has no more colours than it may have, and those from its own', () => {
    fc.assert(
      fc.property(anyDrawing, fc.integer({ min: 2, max: 8 }), (drawing, most) => {
        const colours = new Set(pixelsOf(withPalette(browserPng(drawing), most)));
        expect(colours.size).toBeLessThanOrEqual(most);
        expect([...colours].filter((colour) => !drawing.pixels.includes(colour))).toEqual([]);
      }),
      FIXED,
    );
  });

  it('keeps plain areas and what stands out, and joins what is hardly told apart', () => {
    const plain = Array.from({ length: 20 }, () => 0xffffff);
    const pixels = [...plain, 0xfffffe, 0xff0000, 0x0000ff, 0x0000fe, 0x0000ff];
    const drawing = { pixels, filters: [0, 1, 2, 3, 4], opacity: false };
    const shown = pixelsOf(withPalette(browserPng(drawing), 3));
    expect(shown).toEqual([...plain, 0xffffff, 0xff0000, 0x0000ff, 0x0000ff, 0x0000ff]);
  });

  it('of another kind is refused', () => {
    const drawing = { pixels: [1, 2, 3, 4, 5], filters: [0], opacity: false };
    const indexed = withPalette(browserPng(drawing), 2);
    expect(() => decodePng(indexed)).toThrow(/type 3/u);
    expect(() => decodePng(Buffer.from('no picture'))).toThrow(/can't be read/u);
  });
});

/** The colours of a picture with a palette whose rows have no filters. */
function pixelsOf(file: Buffer): readonly number[] {
  const palette = data(file, 'PLTE');
  const rows = inflateSync(data(file, 'IDAT'));
  return [...rows]
    .filter((_, place) => place % (WIDTH + 1) !== 0)
    .map((place) => palette.readUIntBE(3 * place, 3));
}

function data(file: Buffer, type: string): Buffer {
  const start = file.indexOf(type);
  expect(file.readUInt32BE(start + 4 + file.readUInt32BE(start - 4))).toBe(
    crc32(file.subarray(start, start + 4 + file.readUInt32BE(start - 4))),
  );
  return file.subarray(start + 4, start + 4 + file.readUInt32BE(start - 4));
}

/** A file as a browser writes it, by the book: https://www.w3.org/TR/png-3/#9Filters. */
function browserPng({ pixels, filters, opacity }: Drawing): Buffer {
  const size = opacity ? 4 : 3;
  const bytes = pixels.flatMap((colour) => {
    const channels = [colour >> 16, (colour >> 8) & 255, colour & 255];
    return opacity ? [...channels, 255] : channels;
  });
  const byteAt = (row: number, column: number): number =>
    row < 0 || column < 0 ? 0 : (bytes[row * WIDTH * size + column] ?? 0);
  const rows = filters.flatMap((filter, row) => {
    const filtered = Array.from({ length: WIDTH * size }, (_, column) => {
      const [a, b] = [byteAt(row, column - size), byteAt(row - 1, column)];
      const c = byteAt(row - 1, column - size);
      const guesses = [0, a, b, Math.floor((a + b) / 2), paeth(a, b, c)];
      return (byteAt(row, column) - (guesses[filter] ?? 0) + 256) % 256;
    });
    return [filter, ...filtered];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(filters.length, 4);
  header.set([8, opacity ? 6 : 2], 8);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows)))];
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'), ...chunks]);
}

function paeth(a: number, b: number, c: number): number {
  const distance = (one: number): number => Math.abs(a + b - c - one);
  return [b, c].reduce((best, one) => (distance(one) < distance(best) ? one : best), a);
}

/** Without a checksum, which nobody looks at. */
function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)]);
}
