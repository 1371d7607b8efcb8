import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** An image; `colours` holds a number 0xRRGGBB for each pixel, row by row. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint32Array;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Bytes a pixel, by PNG's types of colour: without and with opacity. */
const PIXEL_BYTES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
const INDEXED = 3;

/**
 * The pixels of a PNG file, their opacity left out.
 *
 * @throws {Error} if it isn't 8 bits a channel and not interlaced, as browsers make them.
 */
export function decodePng(file: Buffer): Image {
  const chunks = chunksOf(file);
  const start = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [depth = 0, colourType = 0, , , interlaced = 0] = start.subarray(8);
  const size = PIXEL_BYTES[colourType];
  if (depth !== 8 || size === undefined || interlaced !== 0) {
    throw new Error(`A picture of ${depth} bits and type ${colourType} can't be read.`);
  }
  const [width, height] = [start.readUInt32BE(0), start.readUInt32BE(4)];
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * size, size);
  const colours = Uint32Array.from({ length: width * height }, (_, pixel) =>
    bytes.readUIntBE(pixel * size, 3),
  );
  return { width, height, colours };
}

/** A PNG file whose pixels are places in a palette of at most 256 colours; a colour that isn't in it gets the first. */
export function encodePng({ width, height, colours }: Image, palette: readonly number[]): Buffer {
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [pixel, colour] of colours.entries()) {
    rows[pixel + Math.floor(pixel / width) + 1] = places.get(colour) ?? 0;
  }
  const start = Buffer.alloc(13);
  start.writeUInt32BE(width, 0);
  start.writeUInt32BE(height, 4);
  start.set([8, INDEXED], 8);
  const entries = Buffer.alloc(3 * palette.length);
  for (const [place, colour] of palette.entries()) entries.writeUIntBE(colour, 3 * place, 3);
  const chunks: readonly Chunk[] = [
    { type: 'IHDR', data: start },
    { type: 'PLTE', data: entries },
    { type: 'IDAT', data: deflateSync(rows, { level: 9 }) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([SIGNATURE, ...chunks.map((chunk) => chunkBytes(chunk))]);
}

function chunksOf(file: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let position = SIGNATURE.length;
  while (position + 12 <= file.length) {
    const dataStart = position + 8;
    const dataEnd = dataStart + file.readUInt32BE(position);
    const type = file.toString('latin1', position + 4, dataStart);
    chunks.push({ type, data: file.subarray(dataStart, dataEnd) });
    position = dataEnd + 4;
  }
  return chunks;
}

function chunkBytes({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Undoes what PNG does to each row, where a byte is kept as its difference from what its neighbours foretell. */
function unfilter(filtered: Buffer, rowBytes: number, size: number): Buffer {
  const bytes = Buffer.alloc((filtered.length / (rowBytes + 1)) * rowBytes);
  for (let at = 0; at < bytes.length; at += 1) {
    const row = Math.floor(at / rowBytes);
    const isFirst = at - row * rowBytes < size;
    const left = isFirst ? 0 : (bytes[at - size] ?? 0);
    const above = bytes[at - rowBytes] ?? 0;
    const corner = isFirst ? 0 : (bytes[at - rowBytes - size] ?? 0);
    const filter = filtered[row * (rowBytes + 1)] ?? 0;
    bytes[at] = (filtered[at + row + 1] ?? 0) + foretold(filter, left, above, corner);
  }
  return bytes;
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  const guesses = [0, left, above, (left + above) >> 1, nearest(left, above, corner)];
  return guesses[filter] ?? 0;
}

/** The neighbour that is nearest to left + above − corner; in that order where two are. */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove] = [Math.abs(guess - left), Math.abs(guess - above)];
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
